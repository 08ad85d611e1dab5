#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/fixture.h"

namespace bnlint {
namespace {

using namespace report_test;  // NOLINT(google-build-using-namespace): made for these tests

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr ReportOptions kBengali = {Language::kBengali, false, nullptr};

TEST(ReportFormats, AreAllMade) {
  EXPECT_THAT(ReportFormats(),
              testing::ElementsAre("full", "concise", "json", "jsonl", "html", "sarif", "github",
                                   "gitlab", "junit", "checkstyle", "rdjson"));
  std::ostringstream out;
  for (const std::string& format : ReportFormats())
    EXPECT_NE(MakeReporter(format, out, {}), nullptr);
  EXPECT_EQ(MakeReporter("xml", out, {}), nullptr);
}

TEST(ConciseReport, Golden) {
  const Rule rule = TestRule();
  const Diagnostic finding = Finding(rule, "তিনি এলেন।[[স]]বাই");
  EXPECT_EQ(Report("concise", {finding}, kBengali, "লেখা.txt"),
            "লেখা.txt:1:11: error PUN002 danda-glued: দাঁড়ির পরে ফাঁকা নেই\n"
            "১টি ফাইলে ১টি ত্রুটি।\n");
}

TEST(GithubReport, Golden) {
  const Rule rule = TestRule();
  const Diagnostic finding = Finding(rule, "ক\nখ [[গ]]");
  EXPECT_EQ(Report("github", {finding}),
            "::error file=a.txt,line=2,col=3,endLine=2,endColumn=4,title=PUN002 danda-glued"
            "::no space after the danda\n"
            "Found 1 error in 1 file.\n");
}

TEST(GithubReport, EscapesAsGithubReads) {
  Rule rule = TestRule();
  rule.severity = Severity::kInfo;
  rule.english.message = "100% {match}: a, b";
  const std::string text = Report("github", {Finding(rule, "[[ক\r\nখ]]")},
                                  {Language::kEnglish, false, nullptr}, "a,b:c%\n.txt");
  EXPECT_THAT(text, StartsWith("::notice file=a%2Cb%3Ac%25%0A.txt,line=1,col=1,"));
  EXPECT_THAT(text, HasSubstr("::100%25 ক%0D%0Aখ: a, b\n"));
}

TEST(GithubReport, PrintsPlainlyWhatGithubWouldNotShow) {
  const Rule error = TestRule();
  Rule warning = TestRule();
  warning.severity = Severity::kWarning;
  std::vector<Diagnostic> findings(12, Finding(error, "[[ক]]"));
  findings.push_back(Finding(warning, "[[ক]]"));
  const std::string text = Report("github", findings);
  const std::string plain = "a.txt:1:1: error PUN002 danda-glued: no space after the danda\n";
  EXPECT_THAT(text, HasSubstr("\n" + plain + plain + "::warning file="));
  EXPECT_THAT(text, HasSubstr("GitHub shows 10 annotations of each level a step; 2 more stand only "
                              "in this log.\n"));
  EXPECT_THAT(Report("github", findings, kBengali),
              HasSubstr("১০টির বেশি টীকা দেখায় না; বাকি ২টি"));
}

TEST(GithubReport, TextOfAFileIsNoCommand) {
  Rule rule = TestRule();
  rule.english.message = "{match}";
  const std::vector<Diagnostic> findings(11, Finding(rule, "[[##[stop-commands]x]]"));
  for (const char* path : {"::stop-commands::x", " ::x::", "\u00A0::x::"}) {
    const std::string text = Report("github", findings, {Language::kEnglish, false, nullptr}, path);
    const std::string last = text.substr(text.rfind('\n', text.find("GitHub shows") - 2) + 1);
    EXPECT_THAT(last, StartsWith("- ")) << path;
    EXPECT_THAT(last, Not(HasSubstr("##[")));
  }
}

TEST(Statistics, MostFrequentFirst) {
  const Rule danda = TestRule();
  Rule word = TestRule();
  word.id = "SPE001";
  word.name = "misspelling";
  word.english.message = "'{match}' is not in the dictionary";
  word.bengali.message = "«{match}» অভিধানে নেই";
  Summary summary;
  summary.Count(Finding(danda, "[[ক]]"));
  for (int i = 0; i < 12; ++i) {
    summary.Count(FixedFinding(word, "[[ক]]", "খ", i == 0 ? FixSafety::kSafe : FixSafety::kUnsafe));
  }
  EXPECT_EQ(summary.fixable, 1U);
  EXPECT_EQ(summary.total(), 13U);
  std::ostringstream out;
  WriteStatistics(out, summary, Language::kEnglish);
  EXPECT_EQ(out.str(),
            "12  SPE001  misspelling  '…' is not in the dictionary\n"
            " 1  PUN002  danda-glued  no space after the danda\n");
  out.str("");
  WriteStatistics(out, summary, Language::kBengali);
  EXPECT_EQ(out.str(),
            "১২  SPE001  misspelling  «…» অভিধানে নেই\n"
            " ১  PUN002  danda-glued  দাঁড়ির পরে ফাঁকা নেই\n");
}

}  // namespace
}  // namespace bnlint
