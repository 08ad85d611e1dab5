// Every example of every rule file, each a test of its own. A bad text is flagged by its rule exactly
// where it is marked; its fix gives the good text, and nothing more on a second run, nor among all other rules; every
// good text is clean under all default rules.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "formats/format.h"
#include "lint/examples.h"
#include "lint/fix_laws.h"
#include "rule/ruleset.h"

namespace bnlint {
namespace {

const RuleSet& AllRules() {
  static const RuleSet rules = RuleSet::Load({}).value();
  return rules;
}

class RuleExample : public testing::Test {
 public:
  RuleExample(const Rule& rule, const Example& example) : rule_(rule), example_(example) {}

  void TestBody() override {
    auto tester = ExampleTester::Make(AllRules());
    ASSERT_TRUE(tester) << tester.error().ToString();
    for (const Error& error : tester->Test(rule_, example_)) ADD_FAILURE() << error.ToString();
  }

 private:
  const Rule& rule_;
  const Example& example_;
};

[[maybe_unused]] const bool kRegistered = [] {
  for (const Rule& rule : AllRules().rules()) {
    for (size_t i = 0; i < rule.examples.size(); ++i) {
      const Example& example = rule.examples[i];
      const std::string name =
          rule.id + (example.bad.empty() ? "_good_" : "_bad_") + std::to_string(i + 1);
      testing::RegisterTest(
          ("rule_" + rule.category).c_str(), name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
          [&rule, &example]() -> testing::Test* { return new RuleExample(rule, example); });
    }
  }
  return true;
}();

// Mends every bad text under `rules`.
void MendExamples(const RuleSet& rules, const FixPolicy& policy) {
  fix_laws::Laws laws(rules, policy);
  for (const Rule& rule : AllRules().rules()) {
    for (const Example& example : rule.examples) {
      if (example.bad.empty()) continue;
      SCOPED_TRACE(rule.name + ".toml:" + std::to_string(example.line) + ": " + example.bad);
      AcceptedWords words;
      for (const std::string& word : example.words) words.Add(WordList::FromLine(word));
      std::vector<Span> marks;
      laws.Check(UnescapeExample(example.bad, &marks), *FormatByName(example.format), words);
    }
  }
  EXPECT_EQ(laws.unsettled(), 0);
}

TEST(RuleExamples, AreMendedForGood) { MendExamples(AllRules().Select({}).value(), {}); }

TEST(RuleExamples, AreMendedForGoodByAllFixes) {
  FixPolicy policy{true, {}};
  for (const Rule& rule : AllRules().rules()) policy.named.push_back(rule.id);
  MendExamples(AllRules(), policy);
}

TEST(RuleExamples, CoverEveryRule) {
  for (const Rule& rule : AllRules().rules()) EXPECT_GE(rule.examples.size(), 2U) << rule.name;
}

}  // namespace
}  // namespace bnlint
