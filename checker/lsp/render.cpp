#include "lsp/render.h"

#include <algorithm>

#include "lsp/pages.h"
#include "report/words.h"
#include "rule/rule.h"

namespace bnlint::lsp {
namespace {

using Json = nlohmann::json;

constexpr int kUnnecessary = 1;

int SeverityNumber(Severity severity) {
  switch (severity) {
    case Severity::kError: return 1;
    case Severity::kWarning: return 2;
    case Severity::kInfo: return 3;
  }
  return 3;
}

// Mending it means taking it out: editors show that it is too much.
bool IsUnnecessary(const Diagnostic& finding) {
  if (finding.fixes.empty() || finding.fixes.front().edits.size() != 1) return false;
  const Edit& edit = finding.fixes.front().edits.front();
  return edit.text.empty() && edit.span.begin <= finding.place.span.begin &&
         finding.place.span.end <= edit.span.end;
}

}  // namespace

Json ToJson(LinePlace place) { return {{"line", place.line}, {"character", place.character}}; }

Json RangeOf(const TextDocument& text, Span span, Encoding encoding) {
  const Json begin = ToJson(text.PlaceAt(span.begin, encoding));
  return {{"start", begin}, {"end", ToJson(text.PlaceAt(span.end, encoding))}};
}

LinePlace PlaceFrom(const Json& json) {
  return {json.at("line").get<uint64_t>(), json.at("character").get<uint64_t>()};
}

Json Renderer::Render(const Diagnostic& finding, const TextDocument& text, const std::string& uri) {
  const Rule& rule = *finding.rule;
  Json json = {{"range", RangeOf(text, finding.place.span, client_.encoding)},
               {"severity", SeverityNumber(finding.severity)},
               {"code", rule.id},
               {"source", "bnlint"},
               {"message", bnlint::Render(finding, client_.language)},
               {"data", {{"rule", rule.name}}}};
  if (client_.code_description) {
    if (const std::string& page = PageOf(rule); !page.empty()) {
      json["codeDescription"] = {{"href", page}};
    }
  }
  if (client_.tag_unnecessary && IsUnnecessary(finding)) json["tags"] = {kUnnecessary};
  if (client_.related && !finding.related.empty()) {
    Json related = Json::array();
    for (const Place& place : finding.related) {
      related.push_back(
          {{"location", {{"uri", uri}, {"range", RangeOf(text, place.span, client_.encoding)}}},
           {"message", In(client_.language, "এখানেও", "here too")}});
    }
    json["relatedInformation"] = std::move(related);
  }
  return json;
}

Json Renderer::RenderAll(const std::vector<Diagnostic>& findings, const TextDocument& text,
                         const std::string& uri, size_t most) {
  Json all = Json::array();
  size_t room[] = {findings.size(), findings.size(), findings.size()};  // NOLINT(*-avoid-c-arrays)
  if (most > 0 && findings.size() > most) {
    size_t left = most;
    for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kInfo}) {
      const auto count =
          static_cast<size_t>(std::ranges::count(findings, severity, &Diagnostic::severity));
      size_t& mine = room[static_cast<size_t>(severity)];
      mine = std::min(count, left);
      left -= mine;
    }
  }
  for (const Diagnostic& finding : findings) {
    size_t& left = room[static_cast<size_t>(finding.severity)];
    if (left == 0) continue;
    --left;
    all.push_back(Render(finding, text, uri));
  }
  return all;
}

const std::string& Renderer::PageOf(const Rule& rule) {
  const char* language = client_.language == Language::kBengali ? "bn " : "en ";
  const auto [page, added] = pages_.try_emplace(language + rule.name);
  if (added) page->second = PageUri(rule, client_.language);
  return page->second;
}

}  // namespace bnlint::lsp
