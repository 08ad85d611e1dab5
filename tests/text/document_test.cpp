#include "text/document.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace bnlint {
namespace {

// File from 100 on: `abc` verbatim, 20 bytes of image → one U+FFFC, `de` verbatim, a hole of 4 bytes
// of markup, `fg` verbatim, `&amp;` → `&`.
Segment Mixed() {
  Segment segment;
  segment.text =
      "abc\xEF\xBF\xBC"
      "defg&";
  segment.pieces = {{0, 3, 100, 3, true},
                    {3, 3, 103, 20, false},
                    {6, 2, 123, 2, true},
                    {8, 2, 129, 2, true},
                    {10, 1, 131, 5, false}};
  return segment;
}

struct Case {
  Span text;
  Span source;
  bool verbatim;
};

TEST(Segment, MapsRangesToTheFile) {
  const Segment segment = Mixed();
  const std::vector<Case> cases = {
      {{0, 3}, {100, 103}, true},    {{1, 2}, {101, 102}, true},
      {{2, 6}, {102, 123}, false},  // into the image
      {{3, 6}, {103, 123}, false},  // all of it
      {{4, 5}, {103, 123}, false},  // a part of it is all of it
      {{5, 7}, {103, 124}, false},   {{6, 8}, {123, 125}, true},
      {{7, 9}, {124, 130}, false},  // across markup
      {{8, 10}, {129, 131}, true},   {{9, 11}, {130, 136}, false},
      {{10, 11}, {131, 136}, false}, {{0, 11}, {100, 136}, false},
  };
  for (const Case& c : cases) {
    const Span got = segment.ToSource(c.text);
    EXPECT_EQ(got, c.source) << c.text.begin << ".." << c.text.end << " gives " << got.begin << ".."
                             << got.end;
    EXPECT_EQ(segment.IsVerbatim(c.text), c.verbatim) << c.text.begin << ".." << c.text.end;
  }
}

TEST(Segment, EmptyRangesAreInsertionPoints) {
  const Segment segment = Mixed();
  EXPECT_EQ(segment.ToSource({1, 1}), (Span{101, 101}));
  EXPECT_TRUE(segment.IsVerbatim({1, 1}));
  EXPECT_EQ(segment.ToSource({8, 8}), (Span{129, 129}));
  EXPECT_TRUE(segment.IsVerbatim({8, 8}));
  EXPECT_FALSE(segment.IsVerbatim({4, 4}));
}

TEST(Segment, WithoutPiecesIsNowhere) {
  const Segment segment;
  EXPECT_EQ(segment.ToSource({0, 0}), (Span{0, 0}));
  EXPECT_FALSE(segment.IsVerbatim({0, 0}));
}

TEST(Segment, OffsetsMayPassFourGigabytes) {
  Segment segment;
  segment.text = "কখ";
  segment.pieces = {{0, 6, 5'000'000'000, 6, true}};
  EXPECT_EQ(segment.ToSource({3, 6}), (Span{5'000'000'003, 5'000'000'006}));
}

TEST(Document, KeepsItsTextsWhenMoved) {
  Document document;
  document.storage.emplace_back("ক");  // short enough to live inside the string itself
  document.segments.emplace_back().text = document.storage.back();
  document.storage.emplace_back("খ");
  const Document moved = std::move(document);
  EXPECT_EQ(moved.segments.at(0).text, "ক");
  EXPECT_EQ(moved.segments.at(0).text.data(), moved.storage.front().data());
}

}  // namespace
}  // namespace bnlint
