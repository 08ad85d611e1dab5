#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/fixture.h"
#include "report/xml.h"

namespace bnlint {
namespace {

using namespace report_test;  // NOLINT(google-build-using-namespace): made for these tests

using testing::HasSubstr;
using testing::Not;

TEST(XmlEscaped, LeavesNothingThatXmlReadsOrForbids) {
  EXPECT_EQ(XmlEscaped("<a & \"b\">'"), "&lt;a &amp; &quot;b&quot;&gt;'");
  EXPECT_EQ(XmlEscaped("\t\r\n"), "&#9;&#13;&#10;");
  EXPECT_EQ(XmlEscaped("ক\x01\xFFখ\xEF\xBF\xBE😀"), "ক\uFFFD\uFFFDখ\uFFFD😀");
}

// What a reporter says of files with findings in them, without, and broken off.
std::string Told(std::string_view format, Severity fails = Severity::kWarning) {
  const Rule rule = TestRule();
  Rule note = TestRule();
  note.severity = Severity::kWarning;
  std::ostringstream out;
  const auto reporter = MakeReporter(format, out, {Language::kEnglish, false, nullptr, fails});
  const TextOf none;
  reporter->Begin();
  reporter->Add("a.zip!x", Finding(rule, "[[ক]]"));
  reporter->Add("a.zip!y", Finding(note, "[[খ]]"));
  reporter->EndFile("a.zip", none);
  reporter->Add("broken", Finding(rule, "[[গ]]"));
  reporter->AddFailure({"reading failed", "broken", 0, 0});
  reporter->EndFile("clean", none);
  reporter->End({});
  return out.str();
}

TEST(JunitReport, TellsOfEveryFileOnce) {
  const std::string text = Told("junit", Severity::kError);
  EXPECT_THAT(text, HasSubstr(R"(<testsuite name="a.zip!x" tests="1" failures="1" errors="0">)"));
  EXPECT_THAT(text, HasSubstr(R"(<testsuite name="a.zip!y" tests="1" failures="0" errors="0">)"));
  EXPECT_THAT(text, Not(HasSubstr(R"(name="a.zip")")));
  EXPECT_THAT(text, HasSubstr(R"(<testsuite name="broken" tests="1" failures="0" errors="1">)"));
  EXPECT_THAT(text, HasSubstr(R"(<testcase classname="clean" name="clean"/>)"));
}

TEST(JunitReport, ManyFindingsOfAFileAreSeveralSuites) {
  const Rule rule = TestRule();
  const std::string text = Report("junit", std::vector<Diagnostic>(5000, Finding(rule, "[[ক]]")));
  EXPECT_THAT(text, HasSubstr(R"(tests="4096" failures="4096")"));
  EXPECT_THAT(text, HasSubstr(R"(tests="904" failures="904")"));
}

TEST(CheckstyleReport, TellsOfEveryFileOnce) {
  const std::string text = Told("checkstyle");
  for (const std::string_view name : {"a.zip!x", "a.zip!y", "broken"}) {
    EXPECT_THAT(text, HasSubstr("<file name=\"" + std::string(name) + "\">\n<error "));
  }
  EXPECT_THAT(text, HasSubstr("<file name=\"clean\">\n</file>\n</checkstyle>\n"));
}

TEST(RdjsonReport, ColumnsAreBytesAndAFixIsOneRange) {
  const Rule rule = TestRule();
  Diagnostic finding = Finding(rule, "কখ [[গঘ]]ঙ");
  const uint64_t at = finding.place.span.begin;
  finding.fixes = {{FixSafety::kSafe, {{{at, at}, "("}, {{at + 6, at + 6}, ")"}}},
                   {FixSafety::kUnsafe, {{{at + 5000, at + 5001}, "far away"}}}};
  const std::string range = R"({"start":{"line":1,"column":8},"end":{"line":1,"column":14}})";
  EXPECT_THAT(Report("rdjson", {finding}),
              HasSubstr("\"suggestions\":[{\"range\":" + range + ",\"text\":\"(গঘ)\"}]"));
}

TEST(GitlabReport, NoTwoFingerprintsAreAlike) {
  const Rule rule = TestRule();
  const std::string one = Report("gitlab", {Finding(rule, "ক [[খ]] গ")});
  const std::string moved = Report("gitlab", {Finding(rule, "নতুন\n\nক [[খ]] গ")});
  const auto prints = [](const std::string& text) {
    std::vector<std::string> all;
    for (size_t at = text.find("print\":\""); at != std::string::npos;
         at = text.find("print\":\"", at + 1)) {
      all.push_back(text.substr(at + 8, 32));
    }
    return all;
  };
  EXPECT_EQ(prints(one), prints(moved));
  const auto twice =
      prints(Report("gitlab", {Finding(rule, "ক [[খ]] গ"), Finding(rule, "ক [[খ]] গ")}));
  ASSERT_EQ(twice.size(), 2U);
  EXPECT_EQ(twice[0], prints(one)[0]);
  EXPECT_NE(twice[0], twice[1]);
}

}  // namespace
}  // namespace bnlint
