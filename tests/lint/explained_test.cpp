#include "lint/explained.h"

#include <vector>

#include <gtest/gtest.h>

#include "rule/rule.h"

namespace bnlint {
namespace {

class ExplainedTest : public testing::Test {
 protected:
  ExplainedTest() {
    spelling_.name = "misspelling";
    quotes_.name = "quotes";
    quotes_.yields_to = {"misspelling"};
    mojibake_.name = "mojibake";
    mojibake_.garbled = true;
    control_.name = "control-char";
    control_.garbled = true;
  }
  static Diagnostic At(const Rule& rule, uint64_t begin, uint64_t end) {
    Diagnostic diagnostic;
    diagnostic.rule = &rule;
    diagnostic.place.span = {begin, end};
    return diagnostic;
  }
  static std::vector<const Rule*> RulesOf(const std::vector<Diagnostic>& found) {
    std::vector<const Rule*> rules;
    for (const Diagnostic& diagnostic : found) rules.push_back(diagnostic.rule);
    return rules;
  }
  using Rules = std::vector<const Rule*>;

  Rule spelling_;
  Rule quotes_;
  Rule mojibake_;
  Rule control_;
  const WitnessFunction nobody_;
  Explained explained_{nobody_};
};

TEST_F(ExplainedTest, DropsWhatAnotherRuleExplains) {
  std::vector<Diagnostic> found = {At(quotes_, 0, 2), At(quotes_, 10, 12), At(spelling_, 11, 20)};
  explained_.Paragraph(found, 0);
  EXPECT_EQ(RulesOf(found), (Rules{&quotes_, &spelling_}));
  EXPECT_EQ(found[0].place.span, (Span{0, 2}));
}

TEST_F(ExplainedTest, NothingIsSaidAboutGarbledText) {
  std::vector<Diagnostic> found = {At(spelling_, 3, 9),     At(mojibake_, 0, 100),
                                   At(quotes_, 50, 51),     At(control_, 60, 61),
                                   At(spelling_, 100, 103), At(spelling_, 101, 103)};
  explained_.Paragraph(found, 0);
  EXPECT_EQ(RulesOf(found), (Rules{&mojibake_, &control_, &spelling_}));
}

TEST_F(ExplainedTest, WhatProgramsLeftBesideGarbledTextIsTold) {
  quotes_.category = "placeholder";
  std::vector<Diagnostic> found = {At(quotes_, 0, 4), At(mojibake_, 4, 8), At(quotes_, 7, 9)};
  explained_.Paragraph(found, 0);
  EXPECT_EQ(RulesOf(found), (Rules{&quotes_, &mojibake_}));
}

TEST_F(ExplainedTest, GarbledTextMayHaveABetterExplanation) {
  control_.yields_to = {"quotes"};
  std::vector<Diagnostic> found = {At(quotes_, 0, 2), At(control_, 1, 2)};
  explained_.Paragraph(found, 0);
  EXPECT_EQ(RulesOf(found), (Rules{&quotes_}));
}

TEST_F(ExplainedTest, ABlockExplainsItsParagraphs) {
  std::vector<Diagnostic> found = {At(quotes_, 1, 2), At(mojibake_, 20, 40), At(control_, 41, 43)};
  explained_.Block(found, 1);
  found.push_back(At(spelling_, 19, 21));
  found.push_back(At(spelling_, 10, 19));
  explained_.Paragraph(found, 3);
  EXPECT_EQ(RulesOf(found), (Rules{&quotes_, &mojibake_, &control_, &spelling_}));
  found.push_back(At(spelling_, 42, 50));
  explained_.Paragraph(found, 4);
  EXPECT_EQ(found.size(), 4U);
  // The next block has nothing to do with this one.
  explained_.Block(found, 4);
  found.push_back(At(spelling_, 42, 50));
  explained_.Paragraph(found, 4);
  EXPECT_EQ(found.size(), 5U);
}

TEST_F(ExplainedTest, GarbledTextExplainsWhatIsFoundAtTheEnd) {
  std::vector<Diagnostic> found = {At(mojibake_, 0, 10)};
  explained_.Paragraph(found, 0);
  found.push_back(At(spelling_, 20, 22));
  explained_.Paragraph(found, 1);
  found.push_back(At(quotes_, 4, 5));
  found.push_back(At(quotes_, 12, 13));
  found.push_back(At(quotes_, 21, 22));
  explained_.End(found, 2);
  EXPECT_EQ(RulesOf(found), (Rules{&mojibake_, &spelling_, &quotes_, &quotes_}));
}

TEST_F(ExplainedTest, ABlocksOwnFindingsExplainEachOther) {
  std::vector<Diagnostic> found = {At(quotes_, 0, 4), At(spelling_, 2, 3)};
  explained_.Block(found, 0);
  EXPECT_EQ(RulesOf(found), (Rules{&spelling_}));
}

}  // namespace
}  // namespace bnlint
