// SARIF 2.1.0. The results are written as they come and the tool after them, which JSON allows and
// readers accept; so memory does not grow.

#include <map>

#include <fmt/format.h>

#include "report/excerpt.h"
#include "report/explain.h"
#include "report/fingerprint.h"
#include "report/formats.h"
#include "report/json.h"
#include "report/paths.h"
#include "report/rule_pages.h"
#include "report/words.h"
#include "rule/rule.h"

namespace bnlint {
namespace {

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

std::string_view Level(Severity severity) {
  switch (severity) {
    case Severity::kInfo: return "note";
    case Severity::kWarning: return "warning";
    case Severity::kError: return "error";
  }
  return "none";
}

// Bytes that a URI may not hold are percent-encoded, the colon too, which would else make a scheme
// of what stands before it. A relative path stays relative: the reader knows the root.
std::string Uri(std::string_view path) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  path = WithoutDotSlash(path);
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    if (plain.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<uint8_t>(c));
    }
  }
  return uri;
}

Json Message(std::string_view text) { return {{"text", text}}; }

void AddLines(Json& region, const Position& begin, const Position& end) {
  region["startLine"] = begin.line;
  region["startColumn"] = begin.column;
  region["endLine"] = end.line;
  region["endColumn"] = end.column;
}

Json Region(const Place& place) {
  Json region = Json::object();
  AddLines(region, place.begin, place.end);
  region["byteOffset"] = place.span.begin;
  region["byteLength"] = place.span.size();
  return region;
}

// Of an edit only the bytes are known for sure; the lines when it lies within the context.
Json DeletedRegion(const Place& place, Span span) {
  Json region = Json::object();
  if (const auto inside = InContext(place, span)) {
    const auto begin = PositionInContext(place, inside->begin);
    const auto end = PositionInContext(place, inside->end);
    if (begin && end) AddLines(region, *begin, *end);
  }
  region["byteOffset"] = span.begin;
  region["byteLength"] = span.size();
  return region;
}

Json LocationJson(const std::string& uri, const Place& place) {
  return {{"physicalLocation", {{"artifactLocation", {{"uri", uri}}}, {"region", Region(place)}}}};
}

Json FixJson(const std::string& uri, const Place& place, const Fix& fix, Language language) {
  Json replacements = Json::array();
  for (const Edit& edit : fix.edits) {
    replacements.push_back({{"deletedRegion", DeletedRegion(place, edit.span)},
                            {"insertedContent", {{"text", edit.text}}}});
  }
  Json change = {{"artifactLocation", {{"uri", uri}}}, {"replacements", std::move(replacements)}};
  return {{"description", Message(FixWord(fix.safety, language))},
          {"artifactChanges", Json::array({std::move(change)})},
          {"properties", {{"safety", Name(fix.safety)}}}};
}

Json RuleJson(const Rule& rule, Language language) {
  const RuleText& text = rule.Text(language);
  const Language other = language == Language::kBengali ? Language::kEnglish : Language::kBengali;
  Json json = {
      {"id", rule.id},
      {"name", rule.name},
      {"shortDescription", Message(MessagePattern(text))},
      {"fullDescription", Message(FirstParagraph(text.why))},
      {"help",
       {{"text", ExplainText(rule, language, false) + '\n' + ExplainText(rule, other, false)},
        {"markdown", RuleMarkdown(rule)}}},
      {"defaultConfiguration", {{"level", Level(rule.severity)}}},
      {"properties", {{"tags", Json::array({rule.category})}}}};
  if (!rule.on_by_default) json["defaultConfiguration"]["enabled"] = false;
  return json;
}

class SarifReporter : public Reporter {
 public:
  SarifReporter(std::ostream& out, const ReportOptions& options)
      : out_(out), language_(options.language), rules_(options.rules), results_(out) {
    if (rules_ == nullptr) return;
    for (const Rule& rule : rules_->rules()) rule_index_.emplace(rule.id, rule_index_.size());
  }

  void Begin() override {
    out_ << R"({"$schema":)" << Dump(kSchema) << R"(,"version":"2.1.0","runs":[{)"
         << R"("columnKind":"unicodeCodePoints","language":)" << Dump(In(language_, "bn", "en"))
         << R"(,"results":[)";
  }

  void Add(const std::string& path, const Diagnostic& diagnostic) override {
    results_.Add(ResultJson(path, diagnostic));
  }

  void AddSuppressed(const std::string& path, const Diagnostic& diagnostic,
                     const Suppressed& why) override {
    Json result = ResultJson(path, diagnostic);
    Json suppression = {{"kind", why.by == Suppressed::By::kComment ? "inSource" : "external"}};
    if (!why.reason.empty()) suppression["justification"] = why.reason;
    result["suppressions"] = Json::array({std::move(suppression)});
    results_.Add(result);
  }

  Json ResultJson(const std::string& path, const Diagnostic& diagnostic) const {
    const std::string uri = Uri(path);
    Json result = {{"ruleId", diagnostic.rule->id}};
    const auto index = rule_index_.find(diagnostic.rule->id);
    if (index != rule_index_.end()) result["ruleIndex"] = index->second;
    result["level"] = Level(diagnostic.severity);
    result["message"] = Message(Render(diagnostic, language_));
    result["locations"] = Json::array({LocationJson(uri, diagnostic.place)});
    for (const Place& place : diagnostic.related) {
      Json& locations = result["relatedLocations"];
      locations.push_back(LocationJson(uri, place));
      locations.back()["id"] = locations.size();  // the schema wants no two alike
    }
    for (const Fix& fix : diagnostic.fixes) {
      if (!fix.edits.empty())
        result["fixes"].push_back(FixJson(uri, diagnostic.place, fix, language_));
    }
    result["partialFingerprints"] = {
        {"contextHash/v1", fmt::format("{:016x}", ContextHash(diagnostic))}};
    return result;
  }

  void AddFailure(const Error& /*error*/) override { failed_ = true; }

  void End(const Summary& /*summary*/) override {
    out_ << "\n],\"invocations\":[{\"executionSuccessful\":" << (failed_ ? "false" : "true")
         << R"(}],"tool":{"driver":{"name":"bnlint","version":)" << Dump(BNLINT_VERSION)
         << R"(,"rules":[)";
    JsonArrayWriter rules(out_);
    if (rules_ != nullptr) {
      for (const Rule& rule : rules_->rules()) rules.Add(RuleJson(rule, language_));
    }
    out_ << "\n]}}}]}\n";
  }

 private:
  std::ostream& out_;
  Language language_;
  const RuleSet* rules_;
  std::map<std::string, size_t> rule_index_;
  JsonArrayWriter results_;
  bool failed_ = false;
};

}  // namespace

std::unique_ptr<Reporter> MakeSarifReporter(std::ostream& out, const ReportOptions& options) {
  return std::make_unique<SarifReporter>(out, options);
}

}  // namespace bnlint
