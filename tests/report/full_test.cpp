#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/fixture.h"

namespace bnlint {
namespace {

using namespace report_test;  // NOLINT(google-build-using-namespace): made for these tests

using testing::HasSubstr;
using testing::Not;

constexpr ReportOptions kBengali = {Language::kBengali, false, nullptr};

TEST(FullReport, EnglishGolden) {
  const Rule rule = TestRule();
  EXPECT_EQ(Report("full", {FixedFinding(rule, "তিনি এলেন।[[]]সবাই বসল।", " ")}),
            "error PUN002 danda-glued: no space after the danda\n"
            "  a.txt:1:11\n"
            "    তিনি এলেন।«»সবাই বসল।\n"
            "  safe fix:\n"
            "    - এলেন।সবাই\n"
            "    + এলেন। সবাই\n"
            "\n"
            "Found 1 error in 1 file; 1 has a safe fix.\n");
}

TEST(FullReport, BengaliGolden) {
  Rule rule = TestRule();
  rule.severity = Severity::kWarning;
  Diagnostic finding = FixedFinding(rule, "এক [[ভূল]] শব্দ\nআর [[ভূল]]", "ভুল", FixSafety::kUnsafe);
  finding.fixes.push_back({FixSafety::kUnsafe, {{finding.place.span, "মূল"}}});
  EXPECT_EQ(Report("full", {finding}, kBengali),
            "সতর্কতা PUN002 danda-glued: দাঁড়ির পরে ফাঁকা নেই\n"
            "  a.txt:1:4\n"
            "    এক «ভূল» শব্দ\n"
            "  সংশোধন, মিলিয়ে দেখুন (unsafe):\n"
            "    - ভূল\n"
            "    + ভুল\n"
            "    + মূল\n"
            "  আরও: a.txt:2:4 «ভূল»\n"
            "\n"
            "১টি ফাইলে ১টি সতর্কতা।\n");
}

TEST(FullReport, NothingFound) {
  EXPECT_EQ(Report("full", {}), "No problems found in 1 file.\n");
  EXPECT_EQ(Report("full", {}, kBengali), "কোনো সমস্যা পাওয়া যায়নি; ১টি ফাইল দেখা হয়েছে।\n");
}

TEST(FullReport, NamesCodePointsAndShowsInvisibleMatches) {
  const Rule rule = TestRule();
  const std::string text = Report("full", {FixedFinding(rule, "ক[[\u200C]] খ", "")});
  EXPECT_THAT(text, HasSubstr("    ক«<U+200C>» খ\n    U+200C ZERO WIDTH NON-JOINER\n"));
}

TEST(FullReport, GivesALoneMarkSomethingToSitOn) {
  const Rule rule = TestRule();
  EXPECT_THAT(Report("full", {Finding(rule, "ত[[ি]]নি")}), HasSubstr("    ত«◌ি»নি\n"));
  EXPECT_THAT(Report("full", {Finding(rule, "এল।[[জ]]ীবন")}), HasSubstr("    এল।«জী»বন\n"));
}

TEST(FullReport, CutsALongLineAndALongMatch) {
  const Rule rule = TestRule();
  std::string words;
  for (int i = 0; i < 100; ++i) words += "শব্দ ";
  EXPECT_THAT(Report("full", {Finding(rule, words + "[[ভূল]] " + words)}),
              HasSubstr("    …শব্দ শব্দ শব্দ শব্দ শব্দ শব্দ শব্দ শব্দ «ভূল» "
                        "শব্দ শব্দ শব্দ শব্দ শব্দ শব্দ শব্দ শব্দ…\n"));
  const std::string match = Report("full", {Finding(rule, "[[" + words + words + "]]")});
  EXPECT_THAT(match, HasSubstr("…»"));
  EXPECT_LT(match.size(), 800U);
}

TEST(FullReport, ShowsFiveRelatedPlaces) {
  const Rule rule = TestRule();
  const std::string text =
      Report("full", {Finding(rule, "[[ক]][[ক]][[ক]][[ক]][[ক]][[ক]][[ক]][[ক]]")});
  EXPECT_THAT(text, HasSubstr("  also: a.txt:1:6 «ক»\n  and 2 more\n"));
}

TEST(FullReport, ColoursOnlyWhenAsked) {
  const Rule rule = TestRule();
  const std::vector<Diagnostic> findings = {FixedFinding(rule, "এক [[ভূল]]", "ভুল")};
  EXPECT_THAT(Report("full", findings), Not(HasSubstr("\x1B")));
  const std::string text = Report("full", findings, {Language::kEnglish, true, nullptr});
  EXPECT_THAT(text, HasSubstr("\x1B[1;31merror\x1B[0m PUN002"));
  EXPECT_THAT(text, HasSubstr("\x1B[1;31m«ভূল»\x1B[0m"));
  EXPECT_THAT(text, HasSubstr("\x1B[32m+ ভুল\x1B[0m"));
}

// Everything a file can put into a report: path, message, context, match, fix, related places.
TEST(FullReport, LetsNoControlCharacterThrough) {
  Rule rule = TestRule();
  rule.english.message = "here is {match}";
  const std::string evil = "\x1B]0;x\x07\x9B\u009B\u202E\xE0\xA6\r\x7F";
  Diagnostic finding =
      FixedFinding(rule, evil + "[[" + evil + "]]" + evil + "[[" + evil + "]]", evil + "\n");
  for (const char* format : {"full", "concise", "github"}) {
    const std::string text = Report(format, {finding}, {Language::kEnglish, false, nullptr},
                                    "a\n::error::\x1B" + evil + ".txt");
    for (const char c : text) {
      EXPECT_TRUE(c == '\n' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)) << format;
    }
    EXPECT_THAT(text, Not(HasSubstr("\u009B"))) << format;
    EXPECT_THAT(text, Not(HasSubstr("\u202E"))) << format;
    EXPECT_THAT(text, Not(HasSubstr("\n::error::"))) << format;
  }
}

TEST(FullReport, SurvivesBrokenPlaces) {
  const Rule rule = TestRule();
  Diagnostic finding;
  finding.rule = &rule;
  finding.place.span = {5, 9};
  finding.place.match_begin = 7;
  finding.place.match_end = 3;
  finding.fixes = {{FixSafety::kSafe, {}}, {FixSafety::kSafe, {{{900, 901}, ""}}}};
  for (const std::string& format : ReportFormats()) {
    EXPECT_FALSE(Report(format, {finding}).empty()) << format;
  }
}

}  // namespace
}  // namespace bnlint
