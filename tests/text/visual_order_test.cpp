#include "text/visual_order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "embed/embed.h"
#include "text/akshara.h"

namespace bnlint {
namespace {

TEST(VisualOrder, PutsSignsBehindTheirCluster) {
  EXPECT_EQ(FromVisualOrder("িকছু"), "কিছু");
  EXPECT_EQ(FromVisualOrder("িবশ্বিবদ্যালেয়র"), "বিশ্ববিদ্যালয়ের");
  EXPECT_EQ(FromVisualOrder("ৈতির"), "তৈরি");
  EXPECT_EQ(FromVisualOrder("েস্টশন"), "স্টেশন");
}

TEST(VisualOrder, ComposesTheTwoHalves) {
  EXPECT_EQ(FromVisualOrder("েকােনা"), "কোনো");
  EXPECT_EQ(FromVisualOrder("েমৗমািছ"), "মৌমাছি");
  EXPECT_EQ(FromVisualOrder("েখাঁজ"), "খোঁজ");
  EXPECT_EQ(FromVisualOrder("েখঁাজ"), "খোঁজ");
}

TEST(VisualOrder, KeepsWhatHasNoClusterToItsRight) {
  EXPECT_EQ(FromVisualOrder("মেয়ে"), "ময়েে");  // in order already: the caller must know
  EXPECT_EQ(FromVisualOrder("ি"), "ি");
  EXPECT_EQ(FromVisualOrder("েঅ"), "েঅ");
  EXPECT_EQ(FromVisualOrder("আমরা"), "আমরা");
  EXPECT_EQ(FromVisualOrder(""), "");
}

TEST(VisualOrder, MovesARephBackOverItsCluster) {
  EXPECT_THAT(RephMovedBack("কমর্"), testing::ElementsAre("কর্ম"));
  EXPECT_THAT(RephMovedBack("কাযর্কাল"), testing::ElementsAre("কার্যকাল"));
  EXPECT_THAT(RephMovedBack("কাযের্"), testing::ElementsAre("কার্যে"));
  EXPECT_THAT(RephMovedBack("আমরা"), testing::IsEmpty());
}

// Every form of the frequency list that is a word by the grammar survives the way to the page and back.
TEST(VisualOrder, IsUndoneForEveryFrequentForm) {
  const std::string_view list = Embedded("dictionaries/bn/frequency.tsv");
  size_t words = 0;
  for (size_t at = 0; at < list.size();) {
    const size_t end = std::min(list.find('\n', at), list.size());
    const std::string_view word = list.substr(at, list.substr(at, end - at).find('\t'));
    at = end + 1;
    if (word.empty() || word.front() == '#' || FindSyllableError(word)) continue;
    ++words;
    ASSERT_EQ(FromVisualOrder(ToVisualOrder(word)), word) << ToVisualOrder(word);
  }
  EXPECT_GT(words, 50000U);
}

}  // namespace
}  // namespace bnlint
