#include "dataset/attributes.h"

#include <iterator>
#include <map>

#include <fmt/format.h>

namespace bnlint::dataset {
namespace {

double Score(Severity severity) {
  if (severity == Severity::kError) return 1;
  return severity == Severity::kWarning ? 0.5 : 0.1;
}

struct ById {
  bool operator()(const Rule* a, const Rule* b) const { return a->id < b->id; }
};

}  // namespace

std::string NumberJson(double value) { return fmt::format("{:.7g}", value); }

std::string AttributesLine(std::string_view id, std::string_view text, const Analysis& analysis) {
  const PointIndex points(text);
  std::map<const Rule*, std::string, ById> spans;
  for (const Finding& finding : analysis.findings) {
    const Span span = points.At(finding.span);
    std::string& list = spans[finding.rule];
    fmt::format_to(std::back_inserter(list), "{}[{},{},{}]", list.empty() ? "" : ",", span.begin,
                   span.end, Score(finding.severity));
  }
  std::string line = fmt::format(R"({{"id":{},"attributes":{{)", id);
  for (const auto& [rule, list] : spans) {
    fmt::format_to(std::back_inserter(line), R"("bnlint__{}":[{}],)", rule->name, list);
  }
  const uint64_t size = points.size();
  fmt::format_to(std::back_inserter(line), R"("bnlint__language__{}":[[0,{},{}]])",
                 Code(analysis.signals.language), size,
                 NumberJson(analysis.signals[Signal::kLanguageScore]));
  for (const SignalInfo& info : SignalTable()) {
    if (!analysis.signals.Has(info.signal)) continue;
    fmt::format_to(std::back_inserter(line), R"(,"bnlint__signal__{}":[[0,{},{}]])", info.name,
                   size, NumberJson(analysis.signals[info.signal]));
  }
  line += "}}\n";
  return line;
}

std::string ReasonsJson(const std::vector<Reason>& reasons) {
  std::string json = "[";
  for (const Reason& reason : reasons) {
    if (json.size() > 1) json += ',';
    const Threshold& threshold = reason.threshold;
    json += fmt::format(R"({{"signal":"{}","value":{})", Info(threshold.signal).name,
                        NumberJson(reason.value));
    if (threshold.min) json += fmt::format(R"(,"min":{})", NumberJson(*threshold.min));
    if (threshold.max) json += fmt::format(R"(,"max":{})", NumberJson(*threshold.max));
    json += '}';
  }
  return json + ']';
}

}  // namespace bnlint::dataset
