#include "spelling/confusion.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "embed/embed.h"
#include "spelling/fold.h"
#include "spelling/letters.h"
#include "text/akshara.h"

namespace bnlint {
namespace {

TEST(ConfusionTable, ReadsBothDirections) {
  const auto table = ConfusionTable::Parse("# comment\n\nি\tী\t0.12\t0.30\tphonetic\n", "t.tsv");
  ASSERT_TRUE(table.has_value());
  ASSERT_EQ(table->From(u'ি').size(), 1U);
  EXPECT_EQ(table->From(u'ি')[0].to, u"ী");
  EXPECT_EQ(table->From(u'ি')[0].cost, 12);
  ASSERT_EQ(table->From(u'ী').size(), 1U);
  EXPECT_EQ(table->From(u'ী')[0].cost, 30);
  EXPECT_TRUE(table->From(u'ু').empty());
  EXPECT_TRUE(table->From(u'a').empty());
}

TEST(ConfusionTable, NothingIsAnOmissionOrASurplus) {
  const auto table = ConfusionTable::Parse("∅\t্য\t0.28\t0.30\tphonetic", "t.tsv");
  ASSERT_TRUE(table.has_value());
  ASSERT_EQ(table->Omissions().size(), 1U);
  EXPECT_EQ(table->Omissions()[0].to, u"্য");
  EXPECT_EQ(table->Omissions(u'্').size(), 1U);
  EXPECT_TRUE(table->Omissions(u'য').empty());
  ASSERT_EQ(table->From(u'্').size(), 1U);
  EXPECT_EQ(table->From(u'্')[0].to, u"");
}

TEST(ConfusionTable, AnchorsAndConsonants) {
  const auto table = ConfusionTable::Parse(
      "^রি\t^হৃ\t0.35\t-\tphonetic\nত$\tতো$\t0.15\t-\tcolloquial\n"
      "{C}্{C}\t{C}\t0.22\t-\tphonetic\n{C}্য\t{C}্{C}\t0.28\t-\tphonetic\n",
      "t.tsv");
  ASSERT_TRUE(table.has_value());
  ASSERT_EQ(table->From(u'র').size(), 3U);
  EXPECT_TRUE(table->From(u'র')[0].at_start);
  EXPECT_FALSE(table->From(u'র')[0].at_end);
  EXPECT_EQ(table->From(u'র')[1].from, u"র্র");
  EXPECT_EQ(table->From(u'র')[1].to, u"র");
  EXPECT_TRUE(table->From(u'ত')[0].at_end);
  EXPECT_EQ(table->From(u'ত')[0].to, u"তো");
  // য্য is its own double.
  EXPECT_EQ(table->From(u'য').size(), 1U);
  EXPECT_EQ(table->From(u'\u09DF').size(), 2U);
}

TEST(ConfusionTable, RefusesWhatIsNoConfusion) {
  for (const char* line : {"ি", "ি\tী\t0.12\tphonetic", "ি\tী\t0.12\t-\tmagic", "ি\tী\t12\t-\tocr",
                           "ি\tী\t0.00\t-\tocr", "ি\tি\t0.12\t-\tocr", "∅\t∅\t0.12\t-\tocr",
                           "^ি\tী\t0.12\t-\tocr", "ি\tী$\t0.12\t-\tocr", "ি\tী\t0.12\tx\tocr",
                           "ি\tী\t0.12\t-\tocr\tmore", "ি\tী\t-\t0.12\tocr"}) {
    const auto table = ConfusionTable::Parse("# one\n" + std::string(line), "t.tsv");
    ASSERT_FALSE(table.has_value()) << line;
    EXPECT_EQ(table.error().path, "t.tsv") << line;
    EXPECT_EQ(table.error().line, 2U) << line;
  }
}

TEST(BuiltInConfusions, AreRead) {
  const auto parsed = ConfusionTable::Parse(Embedded("dictionaries/bn/confusions.tsv"), "built in");
  ASSERT_TRUE(parsed.has_value()) << parsed.error().ToString();
  EXPECT_GT(parsed->All().size(), 500U);
  EXPECT_EQ(ConfusionTable::BuiltIn().All().size(), parsed->All().size());
}

TEST(BuiltInConfusions, AreFoldedAndStandOnce) {
  std::set<std::tuple<std::u16string, std::u16string, bool, bool>> seen;
  for (const Confusion& c : ConfusionTable::BuiltIn().All()) {
    for (const auto& side : {c.from, c.to}) EXPECT_EQ(ToLetters(Fold(FromLetters(side))), side);
    // A pair that {C} makes may stand with a cost of its own too: জ্জ.
    if (!seen.emplace(c.from, c.to, c.at_start, c.at_end).second) {
      EXPECT_GE(c.from.size() + c.to.size(), 3U)
          << FromLetters(c.from) << " → " << FromLetters(c.to);
    }
    EXPECT_LE(c.cost, 100) << FromLetters(c.from) << " → " << FromLetters(c.to);
  }
}

}  // namespace
}  // namespace bnlint
