// The table of formats. A new format is one file and one line here.

#include "report/reporter.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "report/formats.h"
#include "report/rule_pages.h"
#include "report/terminal.h"
#include "report/words.h"
#include "rule/rule.h"

namespace bnlint {
namespace {

struct Format {
  std::string_view name;
  std::unique_ptr<Reporter> (*make)(std::ostream&, const ReportOptions&);
};

constexpr std::array kFormats = {
    Format{"full", MakeFullReporter},     Format{"concise", MakeConciseReporter},
    Format{"json", MakeJsonReporter},     Format{"jsonl", MakeJsonLinesReporter},
    Format{"html", MakeHtmlReporter},     Format{"sarif", MakeSarifReporter},
    Format{"github", MakeGithubReporter}, Format{"gitlab", MakeGitlabReporter},
    Format{"junit", MakeJunitReporter},   Format{"checkstyle", MakeCheckstyleReporter},
    Format{"rdjson", MakeRdjsonReporter},
};

}  // namespace

void Summary::Count(const Diagnostic& diagnostic, const FixPolicy& policy) {
  ++by_severity[static_cast<size_t>(diagnostic.severity)];
  ++by_rule[diagnostic.rule];
  if (policy.Choose(diagnostic) != nullptr) {
    ++fixable;
  } else if (FixPolicy{true, policy.named}.Choose(diagnostic) != nullptr) {
    ++fixable_unsafe;
  }
}

const std::vector<std::string>& ReportFormats() {
  static const auto names = [] {
    std::vector<std::string> list;
    list.reserve(kFormats.size());
    for (const Format& format : kFormats) list.emplace_back(format.name);
    return list;
  }();
  return names;
}

std::unique_ptr<Reporter> MakeReporter(std::string_view format, std::ostream& out,
                                       const ReportOptions& options) {
  const auto* found = std::find_if(kFormats.begin(), kFormats.end(),
                                   [&](const Format& known) { return known.name == format; });
  return found == kFormats.end() ? nullptr : found->make(out, options);
}

void WriteStatistics(std::ostream& out, const Summary& summary, Language language) {
  std::vector<std::pair<uint64_t, const Rule*>> rows;
  size_t widest_name = 0;
  for (const auto& [rule, count] : summary.by_rule) {
    rows.emplace_back(count, rule);
    widest_name = std::max(widest_name, rule->name.size());
  }
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second->id < b.second->id;
  });
  const size_t widest_count = rows.empty() ? 0 : std::to_string(rows.front().first).size();
  for (const auto& [count, rule] : rows) {
    // Padded by hand: fmt would count the bytes of Bengali digits, or guess their width.
    const std::string padding(widest_count - std::to_string(count).size(), ' ');
    out << fmt::format("{}{}  {}  {:<{}}  {}\n", padding, Number(count, language), rule->id,
                       rule->name, widest_name, Visible(MessagePattern(rule->Text(language))));
  }
}

}  // namespace bnlint
