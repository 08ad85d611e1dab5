#include "ocr/channel.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "spelling/letters.h"

namespace bnlint::ocr {
namespace {

// ব stands for র, ন্ত for ত্ত, ণ was lost before ড; a sign is lost easily, a point added.
constexpr std::string_view kTable =
    "# a comment\n"
    "ব\tর\t100\n"
    "ন্ত\tত্ত\t150\n"
    "∅\tণ্\t250\n"
    "∅\tা\t200\n"
    "∅\tক\t400\n"
    "ঁ\t∅\t300\n"
    "*\t∅\t50\n"
    "*o\t*o\t800\n"
    "*m\t*m\t600\n"
    "*o\t*m\t1000\n"
    "*m\t*o\t1100\n"
    "no line of the table\n";

float Cost(const Channel& channel, std::string_view read, std::string_view right) {
  return channel.Cost(ToLetters(read), ToLetters(right));
}

TEST(Channel, ReadsItsTable) {
  const Channel channel = Channel::Parse(kTable);
  ASSERT_EQ(channel.From(u'ব').size(), 1U);
  EXPECT_EQ(channel.From(u'ব')[0].to, u"র");
  EXPECT_TRUE(channel.From(u'র').empty());
  EXPECT_FLOAT_EQ(channel.Lost(u'া'), 2);
  EXPECT_FLOAT_EQ(channel.LeastLost(), 2);
  EXPECT_FLOAT_EQ(channel.Added(u'ঁ'), 3);
  EXPECT_FLOAT_EQ(channel.LostBehindLost(), 0.5);
  EXPECT_FLOAT_EQ(channel.Exchanged(u'ক', u'ফ'), 8);
  EXPECT_FLOAT_EQ(channel.Exchanged(u'ি', u'ু'), 6);
  EXPECT_FLOAT_EQ(channel.Exchanged(u'ক', u'ু'), 10);
  EXPECT_FLOAT_EQ(channel.Exchanged(u'ি', u'ফ'), 11);
  EXPECT_FLOAT_EQ(channel.LeastExchanged(), 6);
}

TEST(Channel, CostsWhatTheLikeliestWayCosts) {
  const Channel channel = Channel::Parse(kTable);
  EXPECT_FLOAT_EQ(Cost(channel, "বাড়ি", "বাড়ি"), 0);
  EXPECT_FLOAT_EQ(Cost(channel, "বং", "রং"), 1);
  EXPECT_FLOAT_EQ(Cost(channel, "রং", "বং"), 8);  // the mistake has a direction
  EXPECT_FLOAT_EQ(Cost(channel, "উন্তর", "উত্তর"), 1.5);
  EXPECT_FLOAT_EQ(Cost(channel, "ঠাডা", "ঠাণ্ডা"), 2.5);
  EXPECT_FLOAT_EQ(Cost(channel, "চাঁল", "চাল"), 3);
  EXPECT_FLOAT_EQ(Cost(channel, "বব", "রার"), 1 + 2 + 1);
}

TEST(Channel, OneGapMayTakeSeveralLetters) {
  const Channel channel = Channel::Parse(kTable);
  EXPECT_FLOAT_EQ(Cost(channel, "ল", "কাল"), 4 + 0.5);
  EXPECT_FLOAT_EQ(Cost(channel, "ল", "কালক"), 4 + 0.5 + 4);  // two gaps
}

TEST(Channel, MendsUndoOneMistake) {
  const Channel channel = Channel::Parse(kTable);
  std::map<std::string, float> mends;
  channel.VisitMends(u"বন", 3, [&](const std::u16string& word, float cost) {
    EXPECT_LE(cost, 3);
    mends.emplace(FromLetters(word), cost);
  });
  EXPECT_FLOAT_EQ(mends.at("রন"), 1);
  EXPECT_FLOAT_EQ(mends.at("বান"), 2);
  EXPECT_FLOAT_EQ(mends.at("বনা"), 2);
  EXPECT_EQ(mends.count("কবন"), 0U);  // dearer
  EXPECT_EQ(mends.count("রান"), 0U);  // two mistakes
}

using Found = std::map<std::string, std::pair<int, float>>;

Found Search(const Channel& channel, const WordTrie& words, std::u16string_view read,
             size_t width) {
  Found found;
  SearchChannel(channel, words, read, width, 0.7F,
                [&](const std::u16string& word, int frequency, float cost) {
                  EXPECT_TRUE(found.emplace(FromLetters(word), std::pair(frequency, cost)).second)
                      << "each word once";
                });
  return found;
}

TEST(SearchChannel, FindsWordsAtTheCostOfTheChannel) {
  const Channel channel = Channel::Parse(kTable);
  const WordTrie words = WordTrie::FromFrequencyList("রান্না\t9\nবান্না\t2\nরা\t8\nফুল\t12\n");
  const Found found = Search(channel, words, u"বন্না", 100);
  EXPECT_EQ(found.at("রান্না").first, 9);
  EXPECT_FLOAT_EQ(found.at("রান্না").second, Cost(channel, "বন্না", "রান্না"));
  EXPECT_FLOAT_EQ(found.at("রান্না").second, 1 + 2);
  EXPECT_FLOAT_EQ(found.at("বান্না").second, 2);
}

TEST(SearchChannel, ANarrowBeamKeepsTheBest) {
  const Channel channel = Channel::Parse(kTable);
  const WordTrie words = WordTrie::FromFrequencyList("রং\t11\nবক\t1\nকবং\t1\nঢং\t3\n");
  EXPECT_EQ(Search(channel, words, u"বং", 4).count("রং"), 1U);
}

TEST(SearchChannel, LongWordsEndSoon) {
  const Channel& channel = Channel::Embedded();
  const WordTrie words = WordTrie::FromFrequencyList("কাকা\t9\nকাকার\t8\nকাক\t7\n");
  const std::u16string read = [] {
    std::u16string all;
    for (int i = 0; i < 20; ++i) all += u"কা";
    return all;
  }();
  EXPECT_LE(Search(channel, words, read, 250).size(), 3U);
}

TEST(Channel, TheTableInsideKnowsWhatTesseractDoes) {
  const Channel& channel = Channel::Embedded();
  // A sign below read as the other one happens; as a letter of another shape, hardly ever.
  EXPECT_LT(Cost(channel, "পুর্ণ", "পূর্ণ"), Cost(channel, "পাথর", "পাঙর"));
  EXPECT_LT(Cost(channel, "ষাওয়া", "যাওয়া"), Cost(channel, "ষলম", "কলম"));
  for (const char* right : {"মানুষ", "ঘণ্টা", "চাঁদ"})
    EXPECT_FLOAT_EQ(Cost(channel, right, right), 0) << right;
}

}  // namespace
}  // namespace bnlint::ocr
