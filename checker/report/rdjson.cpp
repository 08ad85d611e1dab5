// The diagnostic format of reviewdog. Its columns count bytes of UTF-8, and a suggestion is one range
// with its new text: a fix of several edits becomes one that reaches from the first to the last.

#include <optional>

#include "report/excerpt.h"
#include "report/formats.h"
#include "report/json.h"
#include "report/paths.h"
#include "report/terminal.h"
#include "rule/rule.h"

namespace bnlint {
namespace {

std::string_view RdSeverity(Severity severity) {
  switch (severity) {
    case Severity::kInfo: return "INFO";
    case Severity::kWarning: return "WARNING";
    case Severity::kError: return "ERROR";
  }
  return "UNKNOWN_SEVERITY";
}

Json PositionJson(const Position& position) {
  return {{"line", position.line}, {"column", position.byte_column}};
}

Json RangeJson(const Position& begin, const Position& end) {
  return {{"start", PositionJson(begin)}, {"end", PositionJson(end)}};
}

Json LocationJson(std::string_view path, const Place& place) {
  return {{"path", path}, {"range", RangeJson(place.begin, place.end)}};
}

// Nothing when part of the fix lies outside the context, where the text between the edits is not known.
std::optional<Json> SuggestionJson(const Place& place, const Fix& fix) {
  if (fix.edits.empty()) return {};
  std::string text;
  std::optional<Span> all;
  for (const Edit& edit : fix.edits) {
    const auto span = InContext(place, edit.span);
    if (!span || (all && span->begin < all->end)) return {};
    if (all) text.append(place.context, all->end, span->begin - all->end);
    text += edit.text;
    all = Span{all ? all->begin : span->begin, span->end};
  }
  const auto begin = PositionInContext(place, all->begin);
  const auto end = PositionInContext(place, all->end);
  if (!begin || !end) return {};
  return Json{{"range", RangeJson(*begin, *end)}, {"text", text}};
}

class RdjsonReporter : public Reporter {
 public:
  RdjsonReporter(std::ostream& out, Language language)
      : out_(out), language_(language), diagnostics_(out) {}

  void Begin() override { out_ << R"({"source":{"name":"bnlint"},"diagnostics":[)"; }
  void Add(const std::string& path, const Diagnostic& diagnostic) override {
    const std::string_view file = WithoutDotSlash(path);
    Json json = {{"message", Visible(Render(diagnostic, language_))},
                 {"location", LocationJson(file, diagnostic.place)},
                 {"severity", RdSeverity(diagnostic.severity)},
                 {"code", {{"value", diagnostic.rule->id + ' ' + diagnostic.rule->name}}}};
    for (const Fix& fix : diagnostic.fixes) {
      auto suggestion = SuggestionJson(diagnostic.place, fix);
      if (suggestion) json["suggestions"].push_back(std::move(*suggestion));
    }
    for (const Place& place : diagnostic.related) {
      json["related_locations"].push_back({{"location", LocationJson(file, place)}});
    }
    diagnostics_.Add(json);
  }
  void End(const Summary& /*summary*/) override { out_ << "\n]}\n"; }

 private:
  std::ostream& out_;
  Language language_;
  JsonArrayWriter diagnostics_;
};

}  // namespace

std::unique_ptr<Reporter> MakeRdjsonReporter(std::ostream& out, const ReportOptions& options) {
  return std::make_unique<RdjsonReporter>(out, options.language);
}

}  // namespace bnlint
