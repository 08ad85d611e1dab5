#include "rule/rule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bnlint {
namespace {

TEST(Render, FillsInWhatTheCheckSaid) {
  Rule rule;
  rule.bengali.message = "{#count} বার {form}, {unknown}";
  rule.english.message = "{form} {#count} times";
  Diagnostic diagnostic;
  diagnostic.rule = &rule;
  diagnostic.args = {{"count", "40"}, {"form", "2011"}};
  EXPECT_EQ(Render(diagnostic, Language::kBengali), "৪০ বার 2011, {unknown}");
  EXPECT_EQ(Render(diagnostic, Language::kEnglish), "2011 40 times");
}

TEST(Render, LeavesOptionalPartsOut) {
  Rule rule;
  rule.english.message = "[x] {word}[ ({#count} times)][: {near}]!";
  Diagnostic diagnostic;
  diagnostic.rule = &rule;
  diagnostic.args = {{"word", "ক"}};
  EXPECT_EQ(Render(diagnostic, Language::kEnglish), "[x] ক!");
  diagnostic.args.push_back({"near", "খ]"});
  EXPECT_EQ(Render(diagnostic, Language::kEnglish), "[x] ক: খ]!");
  diagnostic.args.push_back({"count", "3"});
  EXPECT_EQ(Render(diagnostic, Language::kEnglish), "[x] ক (3 times): খ]!");
}

}  // namespace
}  // namespace bnlint
