#include "rule/loader.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "rule/pattern.h"

namespace bnlint {
namespace {

const std::string kPath = "rules/testing/double-leaf.toml";

// Line 1 id, 2 severity, 3 fix, 4 pattern, 5 replace; 6 is empty; [en] 7–9, [bn] 10–12, examples 13–17.
const std::string kGood =
    "id = \"TST007\"\n"
    "severity = \"error\"\n"
    "fix = \"safe\"\n"
    "pattern = \"পাতা(পাতা)\"\n"
    "replace = \"পাতা\"\n"
    "\n"
    "[en]\nmessage = \"a leaf too many\"\nwhy = \"One is enough.\"\n"
    "[bn]\nmessage = \"একটি পাতা বেশি\"\n"
    "why = \"একটিই যথেষ্ট।\"\n"
    "[[example]]\nbad = \"গাছে [[পাতাপাতা]] নড়ে\"\n"
    "good = \"গাছে পাতা নড়ে\"\n"
    "[[example]]\ngood = \"পাতা পাতা\"\n";

std::string With(std::string_view from, std::string_view to) {
  std::string text = kGood;
  const size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(LoadRule, ReadsAMinimalRule) {
  const auto rule = LoadRule(kGood, kPath);
  ASSERT_TRUE(rule) << rule.error().front().ToString();
  EXPECT_EQ(rule->id, "TST007");
  EXPECT_EQ(rule->name, "double-leaf");
  EXPECT_EQ(rule->severity, Severity::kError);
  EXPECT_EQ(rule->Text(Language::kBengali).message, "একটি পাতা বেশি");
  ASSERT_EQ(rule->examples.size(), 2U);
  EXPECT_EQ(rule->examples[0].bad, "গাছে পাতাপাতা নড়ে");
  EXPECT_EQ(rule->examples[0].marks, (std::vector<Span>{{13, 37}}));
  EXPECT_EQ(rule->examples[1].line, 16U);
  const auto& patterns = std::get<std::vector<RulePattern>>(rule->matcher);
  ASSERT_EQ(patterns.size(), 1U);
  EXPECT_EQ(patterns[0].pattern->FindAll("পাতাপাতা").size(), 1U);
}

TEST(LoadRule, ReadsOptionsAndFurtherShapes) {
  const auto rule =
      LoadRule(With("\n[en]",
                    "default = \"off\"\nprofiles = [\"editorial\"]\nlook_into = [\"url\", "
                    "\"latin\"]\nyields_to = [\"quotes\"]\ngarbled = true\n"
                    "[[also]]\npattern = \"ফুলফুল\"\n"
                    "[[also]]\npattern = \"ফলফল\"\nreplace = \"ফল\"\nfix = \"unsafe\"\n[en]"),
               kPath);
  ASSERT_TRUE(rule) << rule.error().front().ToString();
  EXPECT_FALSE(rule->on_by_default);
  EXPECT_EQ(rule->profiles, std::vector<std::string>{"editorial"});
  EXPECT_EQ(rule->masks, kMaskEmail | kMaskCode);
  EXPECT_EQ(rule->yields_to, std::vector<std::string>{"quotes"});
  EXPECT_TRUE(rule->garbled);
  const auto& patterns = std::get<std::vector<RulePattern>>(rule->matcher);
  ASSERT_EQ(patterns.size(), 3U);
  EXPECT_EQ(patterns[1].fix, FixSafety::kNone);
  EXPECT_EQ(patterns[2].fix, FixSafety::kUnsafe);
}

struct Refused {
  std::string toml;
  uint64_t line;
  uint64_t column;
  std::string_view says;
};

TEST(LoadRule, RefusesWithThePlace) {
  const std::string_view pattern = "\"পাতা(পাতা)\"";
  const std::vector<Refused> cases = {
      {With("\n[en]", "colour = 1\n[en]"), 6, 1, "unknown key 'colour'"},
      {With("why = \"One", "whi = \"One"), 9, 1, "unknown key 'whi'"},
      {With("why = \"One", "whi = \"One"), 7, 1, "'why' is missing"},
      {With("[bn]\nmessage = \"একটি পাতা বেশি\"\nwhy = \"একটিই যথেষ্ট।\"\n", ""), 1, 1, "[bn]"},
      {With("[[example]]\ngood = \"পাতা পাতা\"", ""), 13, 1, "'good' alone"},
      {With("bad = \"গাছে [[পাতাপাতা]] নড়ে\"\n", ""), 13, 1, "with 'bad'"},
      {kGood.substr(0, kGood.find("[[example]]")), 1, 1, "[[example]] is missing"},
      {With("[[পাতাপাতা]]", "পাতাপাতা"), 14, 7, "[[ and ]]"},
      {With("TST007", "TST07"), 1, 6, "three capitals"},
      {With("\"error\"", "\"fatal\""), 2, 12, "info, warning, error"},
      {With("\"error\"", "3"), 2, 12, "a string"},
      {With(pattern, "'পা\\bতা'"), 4, 14, "\\b"},
      {With(pattern, "'পা{{bn_leter}}'"), 4, 14, "{{bn_leter}}"},
      {With(pattern, "\"পা(\""), 4, 11, "RE2"},
      {With("\n[en]", "mark = 2\n[en]"), 4, 11, "no group 2"},
      {With("replace = \"পাতা\"", "replace = '${2}'"), 4, 11, "no group 2"},
      {With("fix = \"safe\"", ""), 5, 11, "needs fix"},
      {With("replace = \"পাতা\"\n", ""), 1, 1, "no pattern has 'replace'"},
      {With("\n[en]", "check = \"table\"\n[en]"), 1, 1, "exactly one"},
      {With("pattern = " + std::string(pattern), "check = \"table\""), 5, 11, "not with 'check'"},
      {With("\n[en]", "look_into = [\"html\"]\n[en]"), 6, 13, "url, email"},
      {With("\n[en]", "yields_to = \"quotes\"\n[en]"), 6, 13, "list of strings"},
      {With("\n[en]", "garbled = \"yes\"\n[en]"), 6, 11, "true or false"},
      {With("\n[en]", "[[also]]\npattern = \"ক\"\nmask = 1\n[en]"), 8, 1, "unknown key 'mask'"},
      {With("severity = \"error\"", "severity = \"err"), 2, 16, ""},
      {With("[bn]", "[en.terms]\nten = \"দশ\"\n[bn]"), 1, 1, "lacks 'ten'"},
  };
  for (const Refused& c : cases) {
    const auto rule = LoadRule(c.toml, kPath);
    ASSERT_FALSE(rule) << c.says << "\n" << c.toml;
    std::string all;
    bool found = false;
    for (const Error& error : rule.error()) {
      EXPECT_EQ(error.path, kPath);
      all += error.ToString() + "\n";
      found |= error.line == c.line && error.column == c.column &&
               error.message.find(c.says) != std::string::npos;
    }
    EXPECT_TRUE(found) << "wanted " << c.line << ":" << c.column << " " << c.says << ", got\n"
                       << all;
  }
}

TEST(LoadRule, TellsAllErrorsAtOnce) {
  const auto rule = LoadRule("id = \"x\"\npattern = '\\b'\nodd = 1\n", kPath);
  ASSERT_FALSE(rule);
  EXPECT_GE(rule.error().size(), 6U);  // id, severity, [en], [bn], [[example]], pattern, odd
}

TEST(LoadRule, TheOutermostOfARunOfBracketsIsTheMark) {
  struct Case {
    std::string marked;
    std::string bad;
    std::vector<Span> marks;
  };
  const std::vector<Case> cases = {
      {"[[ক]] খ [[গ]]", "ক খ গ", {{0, 3}, {8, 11}}},
      {"[[[[File]]]]", "[[File]]", {{0, 8}}},
      {"[[[1]]]", "[1]", {{0, 3}}},
      {"a[[]]b", "ab", {{1, 1}}},
      {"[x] [[y]]", "[x] y", {{4, 5}}},
  };
  for (const Case& c : cases) {
    const auto rule = LoadRule(With("গাছে [[পাতাপাতা]] নড়ে", c.marked), kPath);
    ASSERT_TRUE(rule) << c.marked;
    EXPECT_EQ(rule->examples[0].bad, c.bad);
    EXPECT_EQ(rule->examples[0].marks, c.marks) << c.marked;
  }
}

}  // namespace
}  // namespace bnlint
