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

}  // namespace
}  // namespace bnlint
