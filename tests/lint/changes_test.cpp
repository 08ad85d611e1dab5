#include "lint/changes.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "lint/fix.h"

namespace bnlint {
namespace {

TEST(Changes, FollowsAPlaceBack) {
  Changes changes;
  changes.Compose({{{2, 4}, "XYZ"}, {{6, 6}, "++"}, {{8, 10}, ""}}, 3, false);  // 0123456789abcdef
  // 01XYZ45++67abcdef
  ASSERT_EQ(changes.all().size(), 3U);
  EXPECT_EQ(changes.Was({0, 1}), (Span{0, 1}));
  EXPECT_EQ(changes.Was({0, 2}), (Span{0, 4})) << "what touches a change takes in the whole of it";
  EXPECT_EQ(changes.Was({3, 4}), (Span{2, 4}));
  EXPECT_EQ(changes.Was({6, 7}), (Span{5, 6}));
  EXPECT_EQ(changes.Was({10, 12}), (Span{7, 11}));
  EXPECT_EQ(changes.Was({13, 17}), (Span{12, 16}));
  EXPECT_EQ(changes.Touched({6, 7}), (std::pair<size_t, size_t>{1, 2}));
  EXPECT_EQ(changes.Touched({12, 17}), (std::pair<size_t, size_t>{3, 3}));
}

TEST(Changes, KnowsTheLastLayerAndWhatWasDecoded) {
  Changes changes;
  changes.Compose({{{0, 1}, "aa"}, {{4, 5}, ""}}, 0, true);
  changes.Compose({{{1, 2}, "b"}, {{7, 8}, "c"}}, 3, false);
  ASSERT_EQ(changes.all().size(), 3U);
  EXPECT_EQ(changes.all()[0].layer, 3U);
  EXPECT_TRUE(changes.all()[0].decoded);
  EXPECT_EQ(changes.all()[1].layer, 0U);
  EXPECT_FALSE(changes.all()[1].decoded) << "what is deleted lays nothing open";
}

// Edits at random, in several rounds, over few letters, so that much meets.
TEST(Changes, TellWhatManyRoundsOfEditsDid) {
  std::mt19937 random(7);
  const auto below = [&](size_t limit) { return random() % limit; };
  for (int run = 0; run < 5000; ++run) {
    std::string first;
    for (size_t i = 0; i < 5 + below(40); ++i) first += static_cast<char>('a' + below(4));
    std::string text = first;
    Changes changes;
    for (size_t round = 0; round < 1 + below(5); ++round) {
      std::vector<Edit> edits;
      for (size_t at = below(6); at <= text.size(); at += 1 + below(12)) {
        const size_t end = std::min(text.size(), at + below(4));
        std::string put;
        for (size_t i = 0; i < below(4); ++i) put += static_cast<char>('p' + below(3));
        if (end == at && put.empty()) continue;
        edits.push_back({{at, end}, put});
        at = end;
      }
      text = ApplyEdits(text, edits);
      changes.Compose(edits, round, false);
    }
    if (below(2) == 0) changes.DropIdentical(first, text);
    std::vector<Edit> whole;
    uint64_t shift = 0;
    for (const Change& change : changes.all()) {
      ASSERT_EQ(change.was.begin + shift, change.now.begin);
      if (!whole.empty()) {
        ASSERT_GT(change.was.begin, whole.back().span.end);
      }
      whole.push_back({change.was, text.substr(change.now.begin, change.now.size())});
      shift += change.now.size() - change.was.size();
      EXPECT_EQ(changes.Was(change.now), change.was);
    }
    ASSERT_EQ(ApplyEdits(first, whole), text);
  }
}

}  // namespace
}  // namespace bnlint
