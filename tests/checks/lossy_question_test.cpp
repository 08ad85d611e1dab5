#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "checks/check.h"
#include "formats/format.h"
#include "lint/linter.h"
#include "rule/ruleset.h"

namespace bnlint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// What lossy-question flags in a text, in order.
std::vector<std::string> Lost(const std::string& text) {
  static const RuleSet rules =
      RuleSet::Load({}).value().Select({{"lossy-question"}, {}, {}}).value();
  static const CheckServices services;
  static const Linter linter = Linter::Make(rules, services).value();
  std::vector<std::string> found;
  SourceReader reader = SourceReader::FromText(text, "text");
  const auto linted = linter.Lint(reader, Formats()[0], [&](const Diagnostic& diagnostic) {
    found.emplace_back(text.substr(diagnostic.place.span.begin, diagnostic.place.span.size()));
  });
  EXPECT_TRUE(linted.has_value());
  return found;
}

TEST(LossyQuestion, EmphasisStaysSilent) {
  EXPECT_THAT(Lost("সে কী বলল ?? আমি জানি না ????\n\nএ কী ???\n\n??? !!!\n\nকেন??? ?? ???"),
              IsEmpty());
  EXPECT_THAT(Lost("কোথায় গেল ????? আবার এল ??? কে জানে ??"), ElementsAre("?????", "???", "??"));
  // The same by someone who puts several behind words.
  EXPECT_THAT(Lost("কোথায় গেল ????? আবার এল ??? কে জানে ??\n\nকেন??"), IsEmpty());
}

TEST(LossyQuestion, DoubtIsOverOnceTheDocumentLostLetters) {
  EXPECT_THAT(Lost("আমি ???? যাই"), IsEmpty());
  EXPECT_THAT(Lost("আমি ???? যাই\n\nসে ক?া বলে"), ElementsAre("????", "ক?া"));
  EXPECT_THAT(Lost("সে ক?া বলে\n\nআমি ? যাই ?"), ElementsAre("ক?া"));
  EXPECT_THAT(Lost("সে ক?া বলে\n\nআমি ?? যাই"), ElementsAre("ক?া", "??"));
}

TEST(LossyQuestion, TakesLostWordsTogether) {
  EXPECT_THAT(Lost("“?????, ?? ???\x2D????;” বলে ????? ১৯?? ??।"),
              ElementsAre("?????, ?? ???\x2D????", "????? ১৯?? ??"));
}

TEST(LossyQuestion, BoundedByTheParagraphAndByMemory) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "আমি ???? যাই\n\n";
  EXPECT_THAT(Lost(text), IsEmpty());
  EXPECT_THAT(Lost(std::string(100000, '?')), IsEmpty());
}

}  // namespace
}  // namespace bnlint
