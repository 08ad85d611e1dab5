#include "report/explain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/fixture.h"
#include "report/json.h"
#include "report/rules_directory.h"

namespace bnlint {
namespace {

using namespace report_test;  // NOLINT(google-build-using-namespace): made for these tests

using testing::HasSubstr;
using testing::Not;

TEST(ExplainText, EnglishGolden) {
  EXPECT_EQ(ExplainText(TestRule(), Language::kEnglish, false),
            "PUN002 danda-glued: no space after the danda\n"
            "punctuation · error · safe fix\n"
            "\n"
            "A danda ends the sentence.\n"
            "\n"
            "See `PUN001`.\n"
            "\n"
            "  - এলেন।«স»বাই\n"
            "  + এলেন। সবাই\n"
            "\n"
            "These are fine\n"
            "  = ক।১।২\n");
}

TEST(ExplainText, BengaliWithColour) {
  const std::string text = ExplainText(TestRule(), Language::kBengali, true);
  EXPECT_THAT(text, HasSubstr("\x1B[1mPUN002 danda-glued: দাঁড়ির পরে ফাঁকা নেই\x1B[0m\n"
                              "punctuation · ত্রুটি · নিরাপদ সংশোধন (safe)\n"));
  EXPECT_THAT(text, HasSubstr("বাক্য \x1B[1mশেষ\x1B[0m।"));
  EXPECT_THAT(text, HasSubstr("এগুলো ঠিক আছে"));
}

TEST(ExplainText, AUsersRuleCannotCommandTheTerminal) {
  Rule rule = TestRule();
  rule.category = rule.name = rule.english.message = rule.english.why = "\x1B[2J`\x1B`";
  rule.examples = {{"\x1B", {{0, 1}}, "\x1B", "plain", 1, {}}};
  EXPECT_THAT(ExplainText(rule, Language::kEnglish, false), Not(HasSubstr("\x1B")));
}

TEST(RuleList, TextGolden) {
  EXPECT_EQ(RuleListText(SampleRules(), Language::kEnglish),
            "testing\n"
            "  ZZZ001  sample  error    safe    on   '…' three times\n"
            "  ZZZ002  other   info     none    off  a | b\n"
            "\n"
            "2 rules\n");
  EXPECT_THAT(RuleListText(SampleRules(), Language::kBengali), HasSubstr("\n২টি নিয়ম\n"));
}

TEST(RuleList, MarkdownGolden) {
  EXPECT_EQ(RuleListMarkdown(SampleRules()),
            "# bnlint-এর নিয়ম · The rules of bnlint\n"
            "\n"
            "| ID | name | severity | fix | default | বাংলা | English |\n"
            "|---|---|---|---|---|---|---|\n"
            "| ZZZ001 | sample | error | safe | on | «…» তিনবার | '…' three times |\n"
            "| ZZZ002 | other | info | none | off | ক \\| খ | a \\| b |\n"
            "\n"
            "## testing\n"
            "\n"
            "### ZZZ001 sample\n"
            "\n"
            "`testing` · error · safe fix\n"
            "\n"
            "**«…» তিনবার**\n"
            "\n"
            "প্রথম অনুচ্ছেদ।\n"
            "\n"
            "**'…' three times**\n"
            "\n"
            "First line\n"
            "of a **paragraph**.\n"
            "\n"
            "More about `খ`.\n"
            "\n"
            "```diff\n"
            "- এক «খখখ» দুই\n"
            "+ এক খ দুই\n"
            "\n"
            "  খখ\n"
            "```\n"
            "\n"
            "### ZZZ002 other\n"
            "\n"
            "`testing` · info · no fix · off by default\n"
            "\n"
            "**ক | খ**\n"
            "\n"
            "বাংলা।\n"
            "\n"
            "**a | b**\n"
            "\n"
            "English.\n"
            "\n"
            "````diff\n"
            "- «গগগ»\n"
            "+ গ\n"
            "\n"
            "  ```\n"
            "````\n");
}

TEST(RuleList, JsonHoldsTheWholeRule) {
  const Json list = Json::parse(RuleListJson(SampleRules()));
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0]["id"], "ZZZ001");
  EXPECT_EQ(list[0]["default"], true);
  EXPECT_EQ(list[1]["default"], false);
  EXPECT_EQ(list[0]["bn"]["message"], "«{match}» তিনবার");
  EXPECT_EQ(Dump(list[0]["examples"]),
            R"([{"bad":"এক খখখ দুই","marks":[{"start":7,"end":16}],"good":"এক খ দুই",)"
            R"("format":"plain"},{"good":"খখ","format":"plain"}])");
}

TEST(FirstParagraph, IsOneLine) {
  EXPECT_EQ(FirstParagraph("\nক\nখ\n\nগ"), "ক খ");
  EXPECT_EQ(FirstParagraph(""), "");
}

}  // namespace
}  // namespace bnlint
