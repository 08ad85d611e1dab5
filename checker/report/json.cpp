// The two machine formats of our own. A finding is the same object in both.

#include "report/json.h"

#include <cmath>

#include <fmt/format.h>

#include "report/excerpt.h"
#include "report/formats.h"
#include "rule/rule.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// Controls from DEL on, U+2028 and the bidirectional controls are valid JSON as they are, yet not
// harmless: Python's splitlines() cuts at some, a terminal obeys others.
bool NeedsEscape(char32_t c) {
  if (c < 0x7F) return false;
  const CharClass kind = ClassOf(c);
  return kind == CharClass::kControl || kind == CharClass::kNewline ||
         kind == CharClass::kInvisible;
}

std::string Escape(char32_t c) {
  const auto unit = [](char32_t value) { return fmt::format("\\u{:04x}", uint32_t{value}); };
  if (c <= 0xFFFF) return unit(c);
  return unit(0xD7C0 + (c >> 10U)) + unit(0xDC00 + (c & 0x3FFU));
}

Json PositionJson(const Position& position) {
  return {{"line", position.line}, {"column", position.column}, {"byte", position.byte}};
}

Json FixJson(const Fix& fix) {
  Json edits = Json::array();
  for (const Edit& edit : fix.edits) {
    edits.push_back({{"start", edit.span.begin}, {"end", edit.span.end}, {"text", edit.text}});
  }
  return {{"safety", Name(fix.safety)}, {"edits", std::move(edits)}};
}

Json PageJson(const PagePlace& page) {
  return {{"page", page.page}, {"line", page.line}, {"box", page.box}};
}

Json FindingJson(const std::string& path, const Diagnostic& diagnostic, Language language) {
  Json finding = {{"path", path},
                  {"rule", diagnostic.rule->id},
                  {"name", diagnostic.rule->name},
                  {"severity", Name(diagnostic.severity)},
                  {"message", Render(diagnostic, language)},
                  {"start", PositionJson(diagnostic.place.begin)},
                  {"end", PositionJson(diagnostic.place.end)},
                  {"excerpt", Excerpt(diagnostic.place)},
                  {"fixes", Json::array()}};
  if (diagnostic.place.page) finding["page"] = PageJson(*diagnostic.place.page);
  for (const Fix& fix : diagnostic.fixes) finding["fixes"].push_back(FixJson(fix));
  for (const Place& place : diagnostic.related) {
    finding["related"].push_back({{"start", PositionJson(place.begin)},
                                  {"end", PositionJson(place.end)},
                                  {"excerpt", Excerpt(place)}});
  }
  return finding;
}

class JsonLinesReporter : public Reporter {
 public:
  JsonLinesReporter(std::ostream& out, Language language) : out_(out), language_(language) {}

  void Add(const std::string& path, const Diagnostic& diagnostic) override {
    out_ << Dump(FindingJson(path, diagnostic, language_)) << '\n';
  }

 private:
  std::ostream& out_;
  Language language_;
};

class JsonReporter : public Reporter {
 public:
  JsonReporter(std::ostream& out, Language language)
      : out_(out), language_(language), findings_(out) {}

  void Begin() override { out_ << R"({"version":)" << Dump(BNLINT_VERSION) << R"(,"findings":[)"; }
  void Add(const std::string& path, const Diagnostic& diagnostic) override {
    findings_.Add(FindingJson(path, diagnostic, language_));
  }
  void AddQuality(const std::string& path, const ocr::Quality& quality) override {
    Json document = {{"path", path}};
    document["ocr_quality"] = QualityJson(quality);
    documents_.push_back(std::move(document));
  }
  void End(const Summary& summary) override {
    const auto count = [&](Severity severity) {
      return summary.by_severity[static_cast<size_t>(severity)];
    };
    Json json = {{"files", summary.files},
                 {"errors", count(Severity::kError)},
                 {"warnings", count(Severity::kWarning)},
                 {"infos", count(Severity::kInfo)},
                 {"fixable", summary.fixable}};
    if (summary.suppressed[0] + summary.suppressed[1] > 0) {
      json["suppressed"] = {{"comment", summary.suppressed[0]},
                            {"baseline", summary.suppressed[1]}};
    }
    if (summary.mending) {
      json["fixed"] = summary.fixed;
      json["withheld"] = summary.withheld;
    }
    out_ << "\n]";
    // After the findings, which are written as they come; a document is a hundred bytes.
    if (!documents_.empty()) {
      out_ << ",\"documents\":[";
      JsonArrayWriter documents(out_);
      for (const Json& document : documents_) documents.Add(document);
      out_ << "\n]";
    }
    out_ << ",\"summary\":" << Dump(json) << "}\n";
  }

 private:
  std::ostream& out_;
  Language language_;
  JsonArrayWriter findings_;
  std::vector<Json> documents_;
};

}  // namespace

Json QualityJson(const ocr::Quality& quality) {
  const auto round = [](double value) { return std::round(value * 10000) / 10000; };
  return {{"score", round(quality.Score())},
          {"words", quality.units},
          {"known", round(quality.KnownShare())},
          {"valid", round(quality.ValidShare())},
          {"unlikelihood", round(quality.MeanUnlikelihood())},
          {"garbage", round(quality.GarbageShare())}};
}

std::string Dump(const Json& json, int indent) {
  const std::string text = json.dump(indent, ' ', false, Json::error_handler_t::replace);
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (NeedsEscape(c.value)) {
      out += Escape(c.value);
    } else {
      out.append(text, at, c.size);
    }
    at += c.size;
  }
  return out;
}

std::unique_ptr<Reporter> MakeJsonReporter(std::ostream& out, const ReportOptions& options) {
  return std::make_unique<JsonReporter>(out, options.language);
}

std::unique_ptr<Reporter> MakeJsonLinesReporter(std::ostream& out, const ReportOptions& options) {
  return std::make_unique<JsonLinesReporter>(out, options.language);
}

}  // namespace bnlint
