// One page that needs nothing else: checker/report/html/page.* with the findings as JSON in it. The page's script makes
// text nodes of the data and never markup, so the one door to lock is the end of the <script> that holds it.

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "embed/embed.h"
#include "report/codepoints.h"
#include "report/excerpt.h"
#include "report/fix_diff.h"
#include "report/formats.h"
#include "report/html_text.h"
#include "report/json.h"
#include "report/rule_pages.h"
#include "report/terminal.h"
#include "report/words.h"
#include "rule/rule.h"

namespace bnlint {
namespace {

// A page with more is slow on a phone; what is left out is counted.
constexpr size_t kMostFindings = 5000;
constexpr uint64_t kMostWhole = uint64_t{512}
                                << 10;             // bytes of a text that is shown from end to end
constexpr uint64_t kMostText = uint64_t{3} << 20;  // … of all such texts
constexpr uint64_t kMostRead = uint64_t{64} << 20;
constexpr size_t kMostFixes = 5;
constexpr size_t kMostRelated = 10;
constexpr size_t kLongestRelated = 60;

std::string_view Page(std::string_view name) {
  return Embedded("checker/report/html/" + std::string(name));
}

// The page up to {{report}}, and what follows, with styles and script in their places.
std::pair<std::string, std::string> Halves() {
  std::string page(Page("page.html"));
  for (const std::string_view name :
       {"page.css", "page.words.js", "page.base.js", "page.text.js", "page.card.js", "page.js"}) {
    const std::string slot = fmt::format("{{{{{}}}}}", name);
    page.replace(page.find(slot), slot.size(), Page(name));
  }
  constexpr std::string_view slot = "{{report}}";
  const size_t at = page.find(slot);
  return {page.substr(0, at), page.substr(at + slot.size())};
}

// In JSON a < stands only within strings, and there it may be written so: no </script>, no <!--.
std::string ForScript(const Json& json) {
  std::string out;
  for (const char c : Dump(json)) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out;
}

Json BothLanguages(const auto& text) {
  return {{"bn", text(Language::kBengali)}, {"en", text(Language::kEnglish)}};
}

Json RowJson(const HtmlRow& row) {
  if (row.line == 0) return {{"skipped", row.skipped}};
  Json pieces = Json::array();
  for (const HtmlPiece& piece : row.pieces) {
    if (piece.findings.empty()) {
      pieces.push_back(piece.text);
    } else {
      // What would not be seen is told apart, so that the page can draw it.
      pieces.push_back({{"text", piece.text},
                        {"findings", piece.findings},
                        {"unseen", HoldsNothingVisible(piece.text)}});
    }
  }
  Json json = {{"line", row.line}, {"pieces", std::move(pieces)}};
  if (row.cut_before) json["cutBefore"] = true;
  if (row.cut_after) json["cutAfter"] = true;
  return json;
}

class HtmlReporter : public Reporter {
 public:
  HtmlReporter(std::ostream& out, Language language)
      : out_(out), language_(language), halves_(Halves()) {}

  void Begin() override {
    out_ << halves_.first << R"({"version":)" << ForScript(BNLINT_VERSION) << R"(,"language":)"
         << ForScript(In(language_, "bn", "en")) << R"(,"files":[)";
  }

  void Add(const std::string& path, const Diagnostic& diagnostic) override {
    if (path != path_) Flush({});
    path_ = path;
    if (shown_ == kMostFindings) {
      ++more_;
      return;
    }
    ++shown_;
    findings_.push_back(diagnostic);
  }

  void EndFile(const std::string& path, const TextOf& text) override {
    Flush(path == path_ ? text : TextOf());  // of an archive's members there is no text here
  }

  void AddFailure(const Error& error) override {
    Flush({});
    failures_.push_back(Visible(error.ToString()));
  }

  void End(const Summary& summary) override {
    Flush({});
    Json counts = Json::array();
    for (const auto& [rule, count] : summary.by_rule) {
      counts.push_back({{"rule", IndexOf(*rule)}, {"count", count}});
    }
    Json json = {{"files", summary.files},
                 {"errors", summary.by_severity[static_cast<size_t>(Severity::kError)]},
                 {"warnings", summary.by_severity[static_cast<size_t>(Severity::kWarning)]},
                 {"infos", summary.by_severity[static_cast<size_t>(Severity::kInfo)]},
                 {"fixable", summary.fixable},
                 {"rules", std::move(counts)}};
    out_ << "\n],\"rules\":" << ForScript(rules_) << ",\"failures\":" << ForScript(failures_)
         << ",\"summary\":" << ForScript(json) << '}' << halves_.second;
  }

 private:
  size_t IndexOf(const Rule& rule) {
    const auto [known, is_new] = rule_index_.emplace(&rule, rule_index_.size());
    if (is_new) {
      const auto text = [&](Language language) {
        return Json{{"message", MessagePattern(rule.Text(language))},
                    {"why", rule.Text(language).why}};
      };
      rules_.push_back({{"id", rule.id},
                        {"name", rule.name},
                        {"severity", Name(rule.severity)},
                        {"bn", text(Language::kBengali)},
                        {"en", text(Language::kEnglish)}});
    }
    return known->second;
  }

  Json FindingJson(const Diagnostic& diagnostic) {
    const Place& place = diagnostic.place;
    Json json = {
        {"rule", IndexOf(*diagnostic.rule)},
        {"severity", Name(diagnostic.severity)},
        {"line", place.begin.line},
        {"column", place.begin.column},
        {"excerpt", Visible(Excerpt(place))},
        {"message", BothLanguages([&](Language in) { return Visible(Render(diagnostic, in)); })}};
    if (place.page) json["page"] = {{"page", place.page->page}, {"line", place.page->line}};
    if (!CodePointLine(diagnostic, language_).empty()) {
      json["names"] = BothLanguages([&](Language in) { return CodePointLine(diagnostic, in); });
    }
    for (size_t i = 0; i < std::min(diagnostic.fixes.size(), kMostFixes); ++i) {
      const FixDiff diff = MakeFixDiff(place, diagnostic.fixes[i]);
      json["fixes"].push_back({{"safety", Name(diagnostic.fixes[i].safety)},
                               {"removed", diff.removed},
                               {"added", diff.added}});
    }
    for (size_t i = 0; i < std::min(diagnostic.related.size(), kMostRelated); ++i) {
      const Place& other = diagnostic.related[i];
      json["related"].push_back(
          {{"line", other.begin.line},
           {"column", other.begin.column},
           {"text", Visible(Elide(other.Match(), kLongestRelated, IsMatchCut(other)))}});
    }
    if (diagnostic.related.size() > kMostRelated) {
      json["moreRelated"] = diagnostic.related.size() - kMostRelated;
    }
    return json;
  }

  // Writes the file whose findings are held.
  void Flush(const TextOf& text_of) {
    if (findings_.empty() && more_ == 0) return;
    std::ranges::stable_sort(findings_, {}, [](const Diagnostic& d) { return d.place.span.begin; });
    const auto text = text_of && !findings_.empty() ? text_of(kMostRead) : std::nullopt;
    const bool known = text && HoldsFindings(*text, findings_);
    const bool whole =
        known && text->size() <= kMostWhole && text_shown_ + text->size() <= kMostText;
    if (whole) text_shown_ += text->size();
    Json rows = Json::array();
    for (const HtmlRow& row :
         known ? RowsOfText(*text, findings_, whole) : RowsOfContexts(findings_)) {
      rows.push_back(RowJson(row));
    }
    Json findings = Json::array();
    for (const Diagnostic& finding : findings_) findings.push_back(FindingJson(finding));
    const Json file = {{"path", Visible(path_)},
                       {"shows", whole   ? "whole"
                                 : known ? "parts"
                                         : "excerpts"},
                       {"more", more_},
                       {"findings", std::move(findings)},
                       {"rows", std::move(rows)}};
    out_ << (first_ ? "\n" : ",\n") << ForScript(file);
    first_ = false;
    findings_.clear();
    more_ = 0;
  }

  std::ostream& out_;
  Language language_;
  std::pair<std::string, std::string> halves_;
  std::string path_;                  // of the findings that are held
  std::vector<Diagnostic> findings_;  // of one file, and those of it that are not shown
  uint64_t more_ = 0;
  bool first_ = true;
  size_t shown_ = 0;         // on the whole page
  uint64_t text_shown_ = 0;  // bytes
  Json rules_ = Json::array();
  std::map<const Rule*, size_t, RuleById> rule_index_;
  Json failures_ = Json::array();
};

}  // namespace

std::unique_ptr<Reporter> MakeHtmlReporter(std::ostream& out, const ReportOptions& options) {
  return std::make_unique<HtmlReporter>(out, options.language);
}

}  // namespace bnlint
