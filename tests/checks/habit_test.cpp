// A habit as a check notes it and the engine tells it.

#include "checks/habit.h"

#include <gtest/gtest.h>

#include <vector>

#include "lint/fix.h"
#include "lint/repeats.h"

namespace bnlint {
namespace {

class HabitTest : public testing::Test {
 protected:
  HabitTest() { rule_.id = "PUN003"; }
  // Findings at one byte each, which their fixes take out.
  void Wrong(uint64_t from, uint64_t count) {
    for (uint64_t at = from; at < from + count; ++at) {
      Diagnostic finding;
      finding.rule = &rule_;
      finding.place.span = {at, at + 1};
      finding.fixes = {{FixSafety::kSafe, {{{at, at + 1}, ""}}}};
      const size_t before = told_.size();
      habit_.Wrong(std::move(finding), findings_);
      repeats_.Hold(told_, before);
    }
  }
  void Right(int count) {
    for (int i = 0; i < count; ++i) habit_.Right();
  }
  const std::vector<Diagnostic>& End(bool as_note = false) {
    if (as_note) {
      habit_.TellAsNote(findings_);
    } else {
      habit_.Tell(findings_);
    }
    if (findings_.is_habit()) repeats_.IsHabit(rule_, findings_.is_note());
    repeats_.Release(told_);
    return told_;
  }
  Rule rule_;
  std::vector<Diagnostic> told_;
  Findings findings_{rule_, nullptr, told_};
  Repeats repeats_;
  Habit habit_;
};

TEST_F(HabitTest, SlipsAreToldEach) {
  Wrong(0, 4);
  Right(4);
  EXPECT_TRUE(told_.empty());
  EXPECT_EQ(End().size(), 4U);
  for (const Diagnostic& finding : told_) EXPECT_TRUE(finding.args.empty());
}

TEST_F(HabitTest, AFewAreNoHabit) {
  Wrong(0, 3);
  EXPECT_EQ(End().size(), 3U);
}

TEST_F(HabitTest, AHabitIsToldOnceWithAllItsEdits) {
  Right(4);
  Wrong(0, 5);
  ASSERT_EQ(End().size(), 1U);
  EXPECT_EQ(told_[0].related.size(), 4U);
  ASSERT_EQ(told_[0].args.size(), 1U);
  EXPECT_EQ(told_[0].args[0].value, "5");
  EXPECT_EQ(ApplyFixes("     ক", told_[0].fixes), "ক");
}

TEST_F(HabitTest, AConsistentDocumentMayHearANote) {
  Wrong(0, 2);
  ASSERT_EQ(End(true).size(), 1U);
  EXPECT_EQ(told_[0].severity, Severity::kInfo);
}

TEST_F(HabitTest, AMixtureIsNoNote) {
  Wrong(0, 2);
  Right(2);
  ASSERT_EQ(End(true).size(), 2U);
  EXPECT_EQ(told_[0].severity, Severity::kWarning);
}

TEST_F(HabitTest, ALongDocumentIsToldInParts) {
  Wrong(0, Habit::kMostHeld + 7);
  ASSERT_EQ(told_.size(), 1U);
  ASSERT_EQ(End().size(), 2U);
  EXPECT_EQ(told_[0].fixes[0].edits.size() + told_[1].fixes[0].edits.size(), Habit::kMostHeld + 7);
}

TEST_F(HabitTest, ALongDocumentWithoutTheHabitIsToldEach) {
  Right(Habit::kMostHeld);
  Wrong(0, Habit::kMostHeld);
  EXPECT_EQ(told_.size(), Habit::kMostHeld);
}

TEST_F(HabitTest, OneCollisionDoesNotLoseTheOtherEdits) {
  Wrong(0, 4);
  const Fix other{FixSafety::kSafe, {{{0, 0}, "-"}, {{1, 3}, "x"}}};
  // The insertion touches the first edit, so that one waits for another run too.
  EXPECT_EQ(ApplyFixes("0123", {End()[0].fixes[0], other}), "-0x");
}

}  // namespace
}  // namespace bnlint
