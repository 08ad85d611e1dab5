#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/fixture.h"
#include "report/json.h"
#include "report/rules_directory.h"

namespace bnlint {
namespace {

using namespace report_test;  // NOLINT(google-build-using-namespace): made for these tests

using testing::HasSubstr;

Json RunJson(const std::vector<Diagnostic>& findings, const RuleSet* rules = nullptr,
             const std::string& path = "a.txt") {
  return Json::parse(
      Report("sarif", findings, {Language::kEnglish, false, rules}, path))["runs"][0];
}

Json ResultJson(const Diagnostic& finding, const std::string& path = "a.txt") {
  return RunJson({finding}, nullptr, path)["results"][0];
}

std::string Uri(const std::string& path) {
  const Rule rule = TestRule();
  return ResultJson(Finding(rule, "[[ক]]"),
                    path)["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
}

TEST(SarifReport, Golden) {
  const Rule rule = TestRule();
  EXPECT_EQ(Dump(ResultJson(FixedFinding(rule, "ক\nএলেন।[[]]সবাই", " "))),
            R"({"ruleId":"PUN002","level":"error","message":{"text":"no space after the danda"},)"
            R"("locations":[{"physicalLocation":{"artifactLocation":{"uri":"a.txt"},)"
            R"("region":{"startLine":2,"startColumn":6,"endLine":2,"endColumn":6,)"
            R"("byteOffset":19,"byteLength":0}}}],)"
            R"("fixes":[{"description":{"text":"safe fix"},"artifactChanges":[)"
            R"({"artifactLocation":{"uri":"a.txt"},"replacements":[{"deletedRegion":)"
            R"({"startLine":2,"startColumn":6,"endLine":2,"endColumn":6,"byteOffset":19,)"
            R"("byteLength":0},"insertedContent":{"text":" "}}]}],)"
            R"("properties":{"safety":"safe"}}],)"
            R"("partialFingerprints":{"contextHash/v1":"345751e35d145325"}})");
}

TEST(SarifReport, IsOneDocumentWithoutFindingsToo) {
  const Json run = RunJson({});
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  EXPECT_TRUE(run["results"].empty());
  EXPECT_EQ(run["tool"]["driver"]["name"], "bnlint");
  EXPECT_EQ(run["invocations"][0]["executionSuccessful"], true);
}

TEST(SarifReport, DescribesTheRules) {
  const RuleSet rules = SampleRules();
  const Diagnostic finding = Finding(rules.rules()[1], "[[গগগ]]");
  const Json run = RunJson({finding}, &rules);
  const Json& described = run["tool"]["driver"]["rules"];
  ASSERT_EQ(described.size(), 2U);
  EXPECT_EQ(run["results"][0]["ruleIndex"], 1);
  EXPECT_EQ(run["results"][0]["level"], "note");
  EXPECT_EQ(described[0]["id"], "ZZZ001");
  EXPECT_EQ(described[0]["shortDescription"]["text"], "'…' three times");
  EXPECT_EQ(described[0]["fullDescription"]["text"], "First line of a **paragraph**.");
  EXPECT_EQ(described[0]["defaultConfiguration"]["level"], "error");
  EXPECT_EQ(described[1]["defaultConfiguration"]["enabled"], false);
  EXPECT_EQ(described[0]["properties"]["tags"][0], "testing");
  for (const char* kind : {"text", "markdown"}) {
    const std::string help = described[0]["help"][kind];
    EXPECT_THAT(help, HasSubstr("More about `খ`."));
    EXPECT_THAT(help, HasSubstr("প্রথম অনুচ্ছেদ।"));
  }
}

TEST(SarifReport, PathsAreUris) {
  EXPECT_EQ(Uri("dir/a.txt"), "dir/a.txt");
  EXPECT_EQ(Uri("./dir/a.txt"), "dir/a.txt");
  EXPECT_EQ(Uri("../a.txt"), "../a.txt");
  EXPECT_EQ(Uri("/tmp/a b.txt"), "file:///tmp/a%20b.txt");
  EXPECT_EQ(Uri("ক.txt"), "%E0%A6%95.txt");
  EXPECT_EQ(Uri("c:%?#\n\xFF"), "c%3A%25%3F%23%0A%FF");
  EXPECT_EQ(Uri("./"), "");
}

TEST(SarifReport, TheFingerprintMovesWithTheText) {
  const Rule rule = TestRule();
  const auto print = [&](std::string_view marked) {
    return ResultJson(Finding(rule, marked))["partialFingerprints"]["contextHash/v1"];
  };
  EXPECT_EQ(print("এলেন।[[স]]বাই"), print("ক\n\nখ এলেন।[[স]]বাই বসল"));
  EXPECT_NE(print("এলেন।[[স]]বাই"), print("গেলেন।[[স]]বাই"));
}

TEST(SarifReport, RelatedPlacesAreNeverAlike) {
  const Rule rule = TestRule();
  Diagnostic finding = Finding(rule, "[[ক]] [[খ]]");
  finding.related.push_back(finding.related[0]);
  const Json related = ResultJson(finding)["relatedLocations"];
  ASSERT_EQ(related.size(), 2U);
  EXPECT_NE(related[0], related[1]);
}

TEST(SarifReport, AnEditElsewhereIsKnownByItsBytes) {
  const Rule rule = TestRule();
  Diagnostic finding = Finding(rule, "[[ক]]");
  finding.fixes = {{FixSafety::kSafe, {{{70, 73}, ""}}}};
  EXPECT_EQ(Dump(ResultJson(finding)["fixes"][0]["artifactChanges"][0]["replacements"][0]),
            R"({"deletedRegion":{"byteOffset":70,"byteLength":3},"insertedContent":{"text":""}})");
}

TEST(SarifReport, SaysThatAFileCouldNotBeRead) {
  std::ostringstream out;
  const auto reporter = MakeReporter("sarif", out, {});
  reporter->Begin();
  reporter->AddFailure({"cannot read it", "b.txt", 0, 0});
  reporter->End({});
  EXPECT_EQ(Json::parse(out.str())["runs"][0]["invocations"][0]["executionSuccessful"], false);
}

}  // namespace
}  // namespace bnlint
