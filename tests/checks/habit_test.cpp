#include "checks/habit.h"

#include <gtest/gtest.h>

#include <vector>

#include "lint/fix.h"

namespace bnlint {
namespace {

class HabitTest : public testing::Test {
 protected:
  // A finding at one byte, which its fix takes out.
  static Diagnostic At(uint64_t at) {
    Diagnostic finding;
    finding.place.span = {at, at + 1};
    finding.fixes = {{FixSafety::kSafe, {{{at, at + 1}, ""}}}};
    return finding;
  }
  void Wrong(uint64_t from, uint64_t count) {
    for (uint64_t at = from; at < from + count; ++at) habit_.Wrong(At(at), findings_);
  }
  Rule rule_;
  std::vector<Diagnostic> told_;
  Findings findings_{rule_, nullptr, told_};
  Habit habit_;
};

TEST_F(HabitTest, SlipsAreToldEach) {
  habit_.Right(4);
  Wrong(0, 4);
  EXPECT_TRUE(told_.empty());
  habit_.Tell(findings_);
  EXPECT_EQ(told_.size(), 4U);
  for (const Diagnostic& finding : told_) EXPECT_TRUE(finding.args.empty());
}

TEST_F(HabitTest, AFewAreNoHabit) {
  Wrong(0, 3);
  habit_.Tell(findings_);
  EXPECT_EQ(told_.size(), 3U);
}

TEST_F(HabitTest, AHabitIsToldOnceWithAllItsEdits) {
  habit_.Right(4);
  Wrong(0, 5);
  habit_.Tell(findings_);
  ASSERT_EQ(told_.size(), 1U);
  EXPECT_EQ(told_[0].related.size(), 4U);
  ASSERT_EQ(told_[0].args.size(), 1U);
  EXPECT_EQ(told_[0].args[0].value, "5");
  EXPECT_EQ(ApplyFixes("     ক", told_[0].fixes), "ক");
}

TEST_F(HabitTest, ALongDocumentIsToldInParts) {
  Wrong(0, Habit::kMostHeld + 7);
  ASSERT_EQ(told_.size(), 1U);
  habit_.Tell(findings_);
  ASSERT_EQ(told_.size(), 2U);
  EXPECT_EQ(told_[0].fixes[0].edits.size() + told_[1].fixes[0].edits.size(), Habit::kMostHeld + 7);
}

TEST_F(HabitTest, OneCollisionDoesNotLoseTheOtherEdits) {
  Wrong(0, 4);
  habit_.Tell(findings_);
  const Fix other{FixSafety::kSafe, {{{0, 0}, "-"}, {{1, 3}, "x"}}};
  // The insertion touches the first edit, so that one waits for another run too.
  EXPECT_EQ(ApplyFixes("0123", {told_[0].fixes[0], other}), "-0x");
}

}  // namespace
}  // namespace bnlint
