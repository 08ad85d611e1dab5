#pragma once

#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/reporter.h"
#include "rule/locator.h"
#include "rule/rule.h"
#include "text/source.h"

// A namespace of its own: all tests are one program.
namespace bnlint::report_test {

inline Rule TestRule() {
  Rule rule;
  rule.id = "PUN002";
  rule.name = "danda-glued";
  rule.category = "punctuation";
  rule.severity = Severity::kError;
  rule.fix = FixSafety::kSafe;
  rule.english = {"no space after the danda", "A danda ends the sentence.\n\nSee `PUN001`.", {}};
  rule.bengali = {"দাঁড়ির পরে ফাঁকা নেই", "দাঁড়িতে বাক্য **শেষ**।", {}};
  rule.examples = {{"এলেন।সবাই", {{15, 18}}, "এলেন। সবাই", "plain", 1, {}},
                   {"", {}, "ক।১।২", "plain", 2, {}}};
  return rule;
}

/// A text in which [[ ]] mark places, and the places. The marks are not part of the text.
struct MarkedText {
  explicit MarkedText(std::string_view marked) {
    std::vector<Span> spans;
    for (size_t at = 0; at < marked.size();) {
      if (marked.substr(at, 2) == "[[") {
        spans.push_back({bytes.size(), 0});
        at += 2;
      } else if (marked.substr(at, 2) == "]]") {
        spans.back().end = bytes.size();
        at += 2;
      } else {
        bytes += marked[at++];
      }
    }
    Source source;
    source.bytes = bytes;
    Locator locator(source);
    for (const Span span : spans) places.push_back(locator.At(span));
  }
  std::string bytes;
  std::vector<Place> places;
};

/// A finding at the first mark of `marked`; further marks are related places.
inline Diagnostic Finding(const Rule& rule, std::string_view marked) {
  MarkedText text(marked);
  Diagnostic diagnostic;
  diagnostic.rule = &rule;
  diagnostic.severity = rule.severity;
  diagnostic.place = text.places.at(0);
  diagnostic.related.assign(text.places.begin() + 1, text.places.end());
  return diagnostic;
}

/// The same with a fix that puts `text` in place of the match.
inline Diagnostic FixedFinding(const Rule& rule, std::string_view marked, std::string text,
                               FixSafety safety = FixSafety::kSafe) {
  Diagnostic diagnostic = Finding(rule, marked);
  diagnostic.fixes.push_back({safety, {{diagnostic.place.span, std::move(text)}}});
  return diagnostic;
}

/// What a format writes about findings in one file.
inline std::string Report(std::string_view format, const std::vector<Diagnostic>& findings,
                          const ReportOptions& options = {Language::kEnglish, false, nullptr},
                          const std::string& path = "a.txt") {
  std::ostringstream out;
  const auto reporter = MakeReporter(format, out, options);
  Summary summary;
  summary.files = 1;
  reporter->Begin();
  for (const Diagnostic& finding : findings) {
    reporter->Add(path, finding);
    summary.Count(finding);
  }
  reporter->End(summary);
  return out.str();
}

}  // namespace bnlint::report_test
