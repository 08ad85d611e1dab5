#include "report/json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/fixture.h"

namespace bnlint {
namespace {

using namespace report_test;  // NOLINT(google-build-using-namespace): made for these tests

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kFinding =
    R"({"path":"a.txt","rule":"PUN002","name":"danda-glued","severity":"error",)"
    R"("message":"no space after the danda","start":{"line":1,"column":6,"byte":15},)"
    R"("end":{"line":1,"column":7,"byte":18},"excerpt":"এলেন।সবাই",)"
    R"("fixes":[{"safety":"safe","edits":[{"start":15,"end":18,"text":" স"}]}]})";

TEST(JsonLinesReport, Golden) {
  const Rule rule = TestRule();
  EXPECT_EQ(Report("jsonl", {FixedFinding(rule, "এলেন।[[স]]বাই", " স")}),
            std::string(kFinding) + "\n");
  EXPECT_EQ(Report("jsonl", {}), "");
}

TEST(JsonLinesReport, RelatedPlacesOnlyWhereThereAreSome) {
  const Rule rule = TestRule();
  const std::string text = Report("jsonl", {Finding(rule, "[[ক]] খ [[গ]]")});
  EXPECT_THAT(text, HasSubstr(R"("fixes":[],"related":[{"start":{"line":1,"column":5,"byte":8},)"
                              R"("end":{"line":1,"column":6,"byte":11},"excerpt":"গ"}]})"));
}

TEST(JsonReport, Golden) {
  const Rule rule = TestRule();
  const Diagnostic finding = FixedFinding(rule, "এলেন।[[স]]বাই", " স");
  EXPECT_EQ(Report("json", {finding, finding}),
            "{\"version\":\"" + std::string(Json::parse(Report("json", {}))["version"]) +
                "\",\"findings\":[\n" + std::string(kFinding) + ",\n" + std::string(kFinding) +
                "\n],\"summary\":{\"files\":1,\"errors\":2,\"warnings\":0,\"infos\":0,"
                "\"fixable\":2}}\n");
}

TEST(JsonReports, SurviveWhateverAFileHolds) {
  Rule rule = TestRule();
  rule.english.message = "{match}";
  const std::string evil = "\xE0\xA6\"\\\n\x1B\u009B\u2028\u202E\U000E0041\x7F\xFF";
  const Diagnostic finding = FixedFinding(rule, "[[" + evil + "]]", evil);
  for (const char* format : {"json", "jsonl", "sarif"}) {
    const std::string text = Report(format, {finding}, {}, "\xFF\n\x1B.txt");
    const Json json = Json::parse(text, nullptr, false);
    EXPECT_FALSE(json.is_discarded()) << format << text;
    for (const char* raw : {"\x1B", "\x7F", "\u009B", "\u2028", "\u202E", "\U000E0041"}) {
      EXPECT_THAT(text, Not(HasSubstr(raw))) << format;
    }
  }
  const Json json = Json::parse(Report("jsonl", {finding}, {}, "\xFF.txt"));
  EXPECT_EQ(json["path"], "\uFFFD.txt");
  EXPECT_EQ(json["fixes"][0]["edits"][0]["text"],
            "\uFFFD\"\\\n\x1B\u009B\u2028\u202E\U000E0041\x7F\uFFFD");
}

TEST(Dump, LeavesJoinersReadable) { EXPECT_EQ(Dump("র\u200D্যাব"), "\"র\u200D্যাব\""); }

}  // namespace
}  // namespace bnlint
