#include "report/excerpt.h"

#include <gtest/gtest.h>

#include "report/fixture.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

using namespace report_test;  // NOLINT(google-build-using-namespace): made for these tests

Place PlaceIn(std::string_view marked) { return MarkedText(marked).places.at(0); }
std::string ExcerptOf(std::string_view marked) { return Excerpt(PlaceIn(marked)); }

TEST(Excerpt, HoldsTheWordsThatTheMatchTouches) {
  EXPECT_EQ(ExcerptOf("তিনি [[এলেন]] আজ"), "এলেন");
  EXPECT_EQ(ExcerptOf("তিনি এলেন।[[স]]বাই বসল"), "এলেন।সবাই");
  EXPECT_EQ(ExcerptOf("তিনি এলেন।[[]]সবাই বসল"), "এলেন।সবাই");
  EXPECT_EQ(ExcerptOf("তিনি [[এলেন আ]]জ রাতে"), "এলেন আজ");
}

TEST(Excerpt, CrossesTheBlankAtAnEdgeOfTheMatch) {
  EXPECT_EQ(ExcerptOf("সে কথা[[  ]]শুরু হল"), "কথা  শুরু");
  EXPECT_EQ(ExcerptOf("সে কথা [[ ]] শুরু হল"), "কথা   শুরু");
  EXPECT_EQ(ExcerptOf("সে কথা[[ ।]] শুরু হল"), "কথা ।");
}

TEST(Excerpt, ALoneMarkComesWithItsWord) {
  EXPECT_EQ(ExcerptOf("সে এলেন [[।]] পরে"), "এলেন ।");
  EXPECT_EQ(ExcerptOf("[[-]] বার্তা"), "- বার্তা");
  EXPECT_EQ(ExcerptOf("[[!]]"), "!");
  EXPECT_EQ(ExcerptOf("[[]]"), "");
}

TEST(Excerpt, IsCutBetweenCodePoints) {
  std::string long_word;
  for (int i = 0; i < 300; ++i) long_word += "ক";
  const std::string around = ExcerptOf(long_word + "[[খ]]" + long_word);
  EXPECT_LE(CountCodePoints(around), 80U);
  EXPECT_EQ(around.size() % 3, 0U);
  EXPECT_NE(around.find("খ"), std::string::npos);
  EXPECT_EQ(CountCodePoints(ExcerptOf("[[" + long_word + "]]")), 80U);
}

TEST(Excerpt, SurvivesInvalidBytesAndBrokenPlaces) {
  EXPECT_EQ(ExcerptOf("ক\xE0\xA6[[\x80]]খ গ"), "ক\xE0\xA6\x80খ");
  Place place = PlaceIn("ক[[খ]]গ");
  place.match_end = 1000;
  EXPECT_EQ(Excerpt(place), "কখগ");
  place.match_begin = 2000;
  place.context.clear();
  EXPECT_EQ(Excerpt(place), "");
}

std::string Around(std::string_view marked, size_t reach) {
  const Place place = PlaceIn(marked);
  const Span shown = Surroundings(place.context, MatchSpan(place), reach);
  return place.context.substr(shown.begin, shown.size());
}

TEST(Surroundings, AreCutBetweenWords) {
  EXPECT_EQ(Around("এক দুই [[তিন]] চার পাঁচ", 5), "দুই তিন চার");
  EXPECT_EQ(Around("এক দুই [[তিন]] চার পাঁচ", 50), "এক দুই তিন চার পাঁচ");
  EXPECT_EQ(Around("ককককক[[খ]]গগগগগ", 2), "ককখগগ");
}

std::string Whole(std::string_view marked) {
  const Place place = PlaceIn(marked);
  const Span span = WithWholeLetters(place.context, MatchSpan(place));
  return place.context.substr(span.begin, span.size());
}

TEST(WithWholeLetters, TakesTheMarksOfTheLastLetter) {
  EXPECT_EQ(Whole("এলেন।[[জ]]ীবন"), "জী");
  EXPECT_EQ(Whole("এলেন।[[প]]্রাচীন"), "প্রা");
  EXPECT_EQ(Whole("[[র]]\u200D্যাব"), "র\u200D্যা");
  EXPECT_EQ(Whole("[[ক]]খ"), "ক");
  EXPECT_EQ(Whole("[[ক]]\u200Cখ"), "ক");
  EXPECT_EQ(Whole("[[।]]ি"), "।");
  EXPECT_EQ(Whole("ত[[ি]]ঁ"), "ি");
}

TEST(Elide, KeepsBothEndsWithoutALooseMark) {
  EXPECT_EQ(Elide("abcdefghij", 6), "abcd…ij");
  EXPECT_EQ(Elide("abcdef", 6), "abcdef");
  EXPECT_EQ(Elide("ককককককিক", 6), "কককক…ক");
  EXPECT_EQ(Elide("abc", 6, true), "abc…");
}

TEST(IsCutBefore, CountsWhatTheContextLacks) {
  EXPECT_FALSE(IsCutBefore(PlaceIn("ক\nএক [[দুই]]")));
  std::string far(1000, 'x');
  EXPECT_TRUE(IsCutBefore(PlaceIn(far + "[[ক]]")));
}

TEST(InContext, MapsOnlyWhatLiesThereWhole) {
  const Place place = PlaceIn("ক\nএক [[দুই]] তিন\nচার");
  const uint64_t line = std::string("ক\n").size();
  EXPECT_EQ(InContext(place, {line, line + 3}), (Span{0, 3}));
  EXPECT_EQ(InContext(place, {0, 3}), std::nullopt);
  EXPECT_EQ(InContext(place, {line, line + 100}), std::nullopt);
}

TEST(PositionInContext, CountsFromTheMatch) {
  const Place place = PlaceIn("ক\nএক [[দুই]] তিন");
  const auto before = PositionInContext(place, 3);
  ASSERT_TRUE(before);
  EXPECT_EQ(before->line, 2U);
  EXPECT_EQ(before->column, 2U);
  EXPECT_EQ(before->byte, 7U);
  const auto after = PositionInContext(place, place.context.size());
  ASSERT_TRUE(after);
  EXPECT_EQ(after->column, 11U);
  EXPECT_FALSE(PositionInContext(place, 1000));
}

TEST(PositionInContext, KnowsTheLineBehindAMatchOfSeveralLines) {
  const Place place = PlaceIn("এক [[দুই\nতিন]] চার");
  const auto after = PositionInContext(place, place.context.size());
  ASSERT_TRUE(after);
  EXPECT_EQ(after->line, 2U);
  EXPECT_EQ(after->column, 8U);
  EXPECT_FALSE(PositionInContext(place, place.match_end - 1));
}

}  // namespace
}  // namespace bnlint
