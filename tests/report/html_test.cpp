#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "embed/embed.h"
#include "report/fixture.h"
#include "report/html_text.h"

namespace bnlint {
namespace {

using namespace report_test;  // NOLINT(google-build-using-namespace): made for these tests

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// Findings at the marks of a text, which must not overlap, and further ones at spans.
struct Text {
  explicit Text(std::string_view marked, const std::vector<Span>& more = {}) : rule(TestRule()) {
    const MarkedText text(marked);
    bytes = text.bytes;
    Source source;
    source.bytes = bytes;
    Locator locator(source);
    for (const Place& place : text.places) Add(place);
    for (const Span span : more) Add(locator.At(span));
    std::ranges::stable_sort(findings, {}, [](const Diagnostic& d) { return d.place.span.begin; });
  }
  void Add(Place place) {
    findings.emplace_back();
    findings.back().rule = &rule;
    findings.back().place = std::move(place);
  }
  Rule rule;
  std::string bytes;
  std::vector<Diagnostic> findings;
};

// "3: কখ[0:গ]ঘ…": a row as a line of text.
std::string Shown(const HtmlRow& row) {
  if (row.line == 0) return fmt::format("({} left out)", row.skipped);
  std::string out = fmt::format("{}: {}", row.line, row.cut_before ? "…" : "");
  for (const HtmlPiece& piece : row.pieces) {
    if (piece.findings.empty()) {
      out += piece.text;
    } else {
      out += fmt::format("[{}:{}]", fmt::join(piece.findings, ","), piece.text);
    }
  }
  return out + (row.cut_after ? "…" : "");
}

std::vector<std::string> Rows(const Text& text, bool whole = true) {
  EXPECT_TRUE(HoldsFindings(text.bytes, text.findings));
  std::vector<std::string> rows;
  for (const HtmlRow& row : RowsOfText(text.bytes, text.findings, whole))
    rows.push_back(Shown(row));
  return rows;
}

TEST(HtmlText, MarksStandInTheirLines) {
  EXPECT_THAT(Rows(Text("এক [[দুই]] তিন\r\n\r\n[[চার]]\n")),
              ElementsAre("1: এক [0:দুই] তিন", "2: ", "3: [1:চার]"));
}

TEST(HtmlText, OverlappingMarksAreCutApart) {
  EXPECT_THAT(Rows(Text("abcdef", {{0, 4}, {2, 3}, {3, 6}})),
              ElementsAre("1: [0:ab][0,1:c][0,2:d][2:ef]"));
}

TEST(HtmlText, LettersStayWhole) {
  EXPECT_THAT(Rows(Text("ব[[ি]]ষয়")), ElementsAre("1: [0:বি]ষয়"));
  EXPECT_THAT(Rows(Text("অন[[্]]ধকার")), ElementsAre("1: অ[0:ন্ধ]কার"));
  EXPECT_THAT(Rows(Text("উ\xE2\x80\x8C[[দ]]্\xE2\x80\x8Cবেগ")),
              ElementsAre("1: উ\xE2\x80\x8C[0:দ্\xE2\x80\x8Cবে]গ"));
  EXPECT_THAT(Rows(Text("[[া]]ক")), ElementsAre("1: [0:া]ক"));
}

TEST(HtmlText, WhatIsMissingHasAPlace) {
  EXPECT_THAT(Rows(Text("শেষ[[]]\nআর[[]] কিছু")), ElementsAre("1: শেষ[0:]", "2: আর[1:] কিছু"));
  EXPECT_THAT(Rows(Text("শেষ[[\n]]আর")), ElementsAre("1: শেষ[0:]", "2: আর"));
}

TEST(HtmlText, AFindingMayGoOverLines) {
  EXPECT_THAT(Rows(Text("এক [[দুই\n\nতিন]] চার")),
              ElementsAre("1: এক [0:দুই]", "2: ", "3: [0:তিন] চার"));
}

TEST(HtmlText, OfALongTextPartsAreShown) {
  const std::string text = "1\n2\n3\n4\n[[5]]\n6\n7\n8\n9\n[[10]]\n11\n";
  EXPECT_THAT(Rows(Text(text), false), ElementsAre("(3 left out)", "4: 4", "5: [0:5]", "6: 6",
                                                   "(2 left out)", "9: 9", "10: [1:10]", "11: 11"));
  EXPECT_THAT(Rows(Text("[[1]]\n2\n3\n4"), false), ElementsAre("1: [0:1]", "2: 2", "(2 left out)"));
}

TEST(HtmlText, OfALongLineParts) {
  std::string line;
  for (int i = 0; i < 500; ++i) line += "কথা ";
  const std::vector<std::string> rows = Rows(Text(line + "[[ভুল]] " + line), false);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0], "(0 left out)");
  EXPECT_THAT(rows[1], testing::StartsWith("1: … কথা"));
  EXPECT_THAT(rows[1], HasSubstr("কথা [0:ভুল] কথা"));
  EXPECT_THAT(rows[1], testing::EndsWith("কথা…"));
  EXPECT_LT(rows[1].size(), 1400U);
}

TEST(HtmlText, ATextThatIsNotTheOneIsNoticed) {
  const Text text("এক [[দুই]]");
  EXPECT_FALSE(HoldsFindings("এক তিন", text.findings));
  EXPECT_FALSE(HoldsFindings("এক", text.findings));
  EXPECT_EQ(Shown(RowsOfContexts(text.findings).at(0)), "1: এক [0:দুই]");
}

size_t Count(std::string_view text, std::string_view part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

TEST(HtmlReport, NothingEndsTheScriptThatHoldsTheData) {
  Rule rule = TestRule();
  rule.english.message = "{match} </script>";
  const std::string page =
      Report("html", {FixedFinding(rule, "<!-- [[</script>]] <script>", "</SCRIPT ")},
             {Language::kEnglish, false, nullptr}, "</script>.txt");
  EXPECT_EQ(Count(page, "</script"), 2U);
  EXPECT_EQ(Count(page, "</SCRIPT"), 0U);
  EXPECT_EQ(Count(page, "<!--"), 0U);
  EXPECT_THAT(page, HasSubstr(R"("path":"\u003c/script>.txt")"));
  EXPECT_THAT(page, Not(HasSubstr("{{")));
}

TEST(HtmlReport, ItsFilesLoadNothing) {
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    if (!file.name.starts_with("checker/report/html/")) continue;
    for (const std::string_view part : {"http:", "https:", "url(", "import ", "innerHTML"}) {
      EXPECT_THAT(std::string(file.bytes), Not(HasSubstr(std::string(part)))) << file.name;
    }
  }
  EXPECT_FALSE(Embedded("checker/report/html/page.html").empty());
}

TEST(HtmlReport, FindingsBeyondThePagesLimitAreCounted) {
  const Rule rule = TestRule();
  const std::vector<Diagnostic> findings(5003, Finding(rule, "[[ক]]"));
  const std::string page = Report("html", findings);
  EXPECT_THAT(page, HasSubstr(R"("more":3)"));
  EXPECT_THAT(page, HasSubstr(R"("errors":5003)"));
}

}  // namespace
}  // namespace bnlint
