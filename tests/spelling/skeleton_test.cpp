#include "spelling/skeleton.h"

#include <gtest/gtest.h>

#include "spelling/fold.h"

namespace bnlint {
namespace {

std::string Bare(std::string_view word, MarkSet set) { return Skeleton(Fold(word), set); }

TEST(Skeleton, DropsWhatProgramsDrop) {
  EXPECT_EQ(Bare("বিদ্যালয়ের", MarkSet::kCombining), "বিদযালযের");
  EXPECT_EQ(Bare("শুদ্ধ চাঁদ", MarkSet::kNonspacing), "শদধ চাদ");
  EXPECT_EQ(Bare("দুঃখ কোকিল বাংলা", MarkSet::kSpacing), "দুখ ককল বল");
  EXPECT_EQ(Bare("পৃথিবী", MarkSet::kAll), "পথব");
  EXPECT_EQ(Bare("", MarkSet::kAll), "");
}

// A stripper that decomposes first loses the nukta, one that does not keeps the letter: both must be found.
TEST(Skeleton, IsTheSameHoweverTheNuktaIsWritten) {
  for (const char* form : {"বাড\u09BCি", "বা\u09DCি"}) {
    EXPECT_EQ(Bare(form, MarkSet::kNonspacing), "বাডি") << form;
    EXPECT_EQ(Bare(form, MarkSet::kSpacing), "ব\u09DC") << form;
  }
  EXPECT_EQ(Bare("র\u200D্যাব", MarkSet::kCombining), "রযাব");
}

TEST(Skeleton, MarksOfTellsTheGroups) {
  EXPECT_EQ(MarksOf("জল").groups, 0);
  EXPECT_EQ(MarksOf("জল").letters, 2U);
  EXPECT_EQ(MarksOf("শুদ্ধ").groups, kCombiningMarks | kSignsBelow);
  EXPECT_EQ(MarksOf("বাংলা").groups, kSpacingMarks);
  EXPECT_EQ(MarksOf("চাঁদ").groups, kSpacingMarks | kSignsBelow);
  EXPECT_EQ(MarksOf("বড\u09BC").groups, 0) << "the nukta belongs to the letter";
  EXPECT_EQ(MarksOf("\u09BE").letters, 0U);
  EXPECT_EQ(MarksOf("ab\xE0\xA6").letters, 0U) << "a cut code point";
}

TEST(Skeleton, KnowsFrequentWordsWithoutTheirMarks) {
  EXPECT_TRUE(IsSkeletonOfWord("বিদযালযে", MarkSet::kCombining));
  EXPECT_TRUE(IsSkeletonOfWord("সমদর", MarkSet::kNonspacing));
  EXPECT_TRUE(IsSkeletonOfWord("নদর", MarkSet::kSpacing));
  EXPECT_TRUE(IsSkeletonOfWord("আমর", MarkSet::kAll));
}

TEST(Skeleton, ProvesNothingByCommonMisspellingsAndShortForms) {
  EXPECT_FALSE(IsSkeletonOfWord("দাডিয়ে", MarkSet::kNonspacing)) << "only ঁ went";
  EXPECT_FALSE(IsSkeletonOfWord("চাদের", MarkSet::kNonspacing));
  EXPECT_FALSE(IsSkeletonOfWord("ম", MarkSet::kAll)) << "মা, মে, মৌ …";
  EXPECT_FALSE(IsSkeletonOfWord("", MarkSet::kAll));
  EXPECT_FALSE(IsSkeletonOfWord("ঝক্কস", MarkSet::kAll));
}

}  // namespace
}  // namespace bnlint
