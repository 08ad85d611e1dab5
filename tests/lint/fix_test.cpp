#include "lint/fix.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace bnlint {
namespace {

Fix FixOf(std::vector<Edit> edits) { return {FixSafety::kSafe, std::move(edits)}; }

TEST(EditSet, TakesAFixWholeOrNotAtAll) {
  EditSet edits;
  EXPECT_TRUE(edits.Take(FixOf({{{3, 5}, "x"}, {{10, 12}, "y"}})));
  EXPECT_FALSE(edits.Take(FixOf({{{0, 1}, "z"}, {{11, 13}, "z"}})));
  EXPECT_TRUE(edits.Take(FixOf({{{0, 1}, "z"}, {{12, 13}, "w"}}))) << "neighbours do not collide";
  EXPECT_EQ(edits.Edits(),
            (std::vector<Edit>{{{0, 1}, "z"}, {{3, 5}, "x"}, {{10, 12}, "y"}, {{12, 13}, "w"}}));
}

TEST(EditSet, EqualEditsCountOnce) {
  EditSet edits;
  EXPECT_TRUE(edits.Take(FixOf({{{3, 5}, "x"}})));
  EXPECT_TRUE(edits.Take(FixOf({{{3, 5}, "x"}, {{7, 7}, "y"}})));
  EXPECT_FALSE(edits.Take(FixOf({{{3, 5}, "z"}})));
  EXPECT_EQ(edits.Edits().size(), 2U);
}

TEST(EditSet, AnInsertionMayNotTouch) {
  EditSet edits;
  EXPECT_TRUE(edits.Take(FixOf({{{4, 4}, " "}})));
  EXPECT_FALSE(edits.Take(FixOf({{{4, 4}, "-"}})));
  EXPECT_FALSE(edits.Take(FixOf({{{4, 7}, "x"}})));
  EXPECT_FALSE(edits.Take(FixOf({{{2, 4}, "x"}})));
  EXPECT_TRUE(edits.Take(FixOf({{{5, 7}, "x"}})));
  EXPECT_FALSE(edits.Take(FixOf({{{7, 7}, "x"}})));
  // Within one fix it is clear which comes first.
  EXPECT_TRUE(edits.Take(FixOf({{{20, 20}, "«"}, {{20, 22}, "x"}})));
}

TEST(IsApplicable, WantsEditsInOrderWithinTheText) {
  const std::string text = "কখগ";
  EXPECT_TRUE(IsApplicable(text, FixOf({{{0, 3}, ""}, {{3, 6}, "ঘ"}})));
  EXPECT_FALSE(IsApplicable(text, FixOf({})));
  EXPECT_FALSE(IsApplicable(text, FixOf({{{3, 6}, ""}, {{0, 3}, ""}})));
  EXPECT_FALSE(IsApplicable(text, FixOf({{{0, 6}, ""}, {{3, 9}, ""}})));
  EXPECT_FALSE(IsApplicable(text, FixOf({{{6, 12}, ""}})));
  EXPECT_FALSE(IsApplicable(text, FixOf({{{6, 3}, ""}})));
}

TEST(IsApplicable, CutsNoLetter) {
  const std::string text =
      "ক\xE0\xA6"
      "খ\x80\x80";
  for (const uint64_t at : {0, 3, 5, 8, 9, 10}) {
    EXPECT_TRUE(IsApplicable(text, FixOf({{{at, at}, "x"}}))) << at;
  }
  for (const uint64_t at : {1, 2, 6, 7}) {
    EXPECT_FALSE(IsApplicable(text, FixOf({{{at, at}, "x"}}))) << at;
  }
  EXPECT_FALSE(IsApplicable(text, FixOf({{{0, 3}, "\xE0\xA6"}}))) << "it would break the text";
}

TEST(IsApplicable, LeavesTheByteOrderMark) {
  const std::string text =
      "\xEF\xBB\xBF"
      "ক\xEF\xBB\xBF";
  EXPECT_FALSE(IsApplicable(text, FixOf({{{0, 3}, ""}})));
  EXPECT_FALSE(IsApplicable(text, FixOf({{{0, 0}, "x"}})));
  EXPECT_TRUE(IsApplicable(text, FixOf({{{3, 6}, ""}})));
  EXPECT_TRUE(IsApplicable(text, FixOf({{{6, 9}, ""}})));
}

TEST(IsApplicable, WantsAChange) {
  EXPECT_FALSE(IsApplicable("ক", FixOf({{{0, 3}, "ক"}})));
  EXPECT_FALSE(IsApplicable("ক", FixOf({{{0, 0}, ""}})));
}

TEST(LayerOf, FollowsTheOrderOfFixing) {
  EXPECT_LT(LayerOf("encoding"), LayerOf("ocr"));
  EXPECT_LT(LayerOf("ocr"), LayerOf("unicode"));
  EXPECT_LT(LayerOf("unicode"), LayerOf("punctuation"));
  EXPECT_LT(LayerOf("punctuation"), LayerOf("placeholder"));
  EXPECT_LT(LayerOf("placeholder"), LayerOf("numerals"));
  EXPECT_LT(LayerOf("numerals"), LayerOf("spelling"));
  EXPECT_LT(LayerOf("spelling"), LayerOf("style"));
  EXPECT_LT(LayerOf("style"), LayerOf("house"));
}

}  // namespace
}  // namespace bnlint
