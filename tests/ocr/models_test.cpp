#include <cmath>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "embed/embed.h"
#include "ocr/akshara_model.h"
#include "ocr/features.h"
#include "ocr/neighbours.h"
#include "ocr/weights.h"
#include "ocr/word_reader.h"
#include "spelling/packed_word.h"

namespace bnlint::ocr {
namespace {

Neighbours::Key Key(std::string_view word) {
  return Neighbours::KeyOf(PackedWord::Of(word)->bytes());
}

TEST(Neighbours, CountsWords) {
  const Neighbours& table = Neighbours::Embedded();
  EXPECT_GT(table.Count(Key("করে")), 10000);
  EXPECT_GT(table.Count(Key("করে")), table.Count(Key("হাসপাতালে")));
  EXPECT_EQ(table.Count(Key("ক্ষঙঞণড়")), 0);
  EXPECT_EQ(table.Count(0), 0);
}

TEST(Neighbours, KeysArePackedWordsHashes) {
  EXPECT_EQ(Key("নদীর"), PackedWord::Of("নদীর")->Hash());
}

TEST(Neighbours, PairsThatBelongTogetherAttract) {
  const Neighbours& table = Neighbours::Embedded();
  const auto affinity = [&](std::string_view a, std::string_view b) {
    return table.Affinity(Key(a), table.Count(Key(a)), Key(b), table.Count(Key(b)));
  };
  EXPECT_GT(affinity("প্রধানমন্ত্রী", "শেখ"), 3);
  EXPECT_GT(affinity("করা", "হয়"), 1);
  EXPECT_LT(affinity("করা", "আমার"), affinity("করা", "হয়"));
  EXPECT_EQ(affinity("ক্ষঙঞণড়", "হয়"), 0);
}

TEST(Neighbours, RefusesWhatIsNoTable) {
  EXPECT_FALSE(Neighbours::Open("").has_value());
  EXPECT_FALSE(Neighbours::Open(std::string(64, 'x')).has_value());
  const std::string_view whole = Embedded("dictionaries/bn/neighbours.bin");
  EXPECT_TRUE(Neighbours::Open(whole).has_value());
  EXPECT_FALSE(Neighbours::Open(whole.substr(0, whole.size() - 2)).has_value());
}

TEST(AksharaModel, FindsItsOwnFormsLikely) {
  const std::vector<AksharaModel::Form> forms = {{"নদী", 3}, {"নদীর", 2}, {"নদীতে", 1}, {"নগর", 1}};
  const std::string bytes = AksharaModel::Build(forms);
  const auto model = AksharaModel::Open(bytes);
  ASSERT_TRUE(model.has_value());
  EXPECT_EQ(model->Of("নদী").aksharas, 2);
  EXPECT_LT(model->Of("নদী").mean, model->Of("দীন").mean);
  EXPECT_LT(model->Of("নদীর").mean, model->Of("নদীগর").mean);
  EXPECT_GT(model->Of("নক্ষ্মী").worst, 9);
  EXPECT_FALSE(AksharaModel::Open(bytes.substr(1)).has_value());
  EXPECT_FALSE(AksharaModel::Open("").has_value());
}

// What Witten and Bell's formula says for the first akshara of three one-akshara forms, two of them ক: three
// occurrences and two kinds after the edges, the shorter histories alike.
TEST(AksharaModel, IsWittenBell) {
  const std::vector<AksharaModel::Form> forms = {{"ক", 2}, {"খ", 1}};
  const std::string bytes = AksharaModel::Build(forms);
  const auto model = AksharaModel::Open(bytes);
  ASSERT_TRUE(model.has_value());
  // Of all six aksharas, the edge among them, of three kinds: (2 + …) / (6 + 3).
  const double one = 2.0 / 9 + 3.0 / 9 * std::exp(-10.0);
  const double two = 2.0 / 5 + 2.0 / 5 * one;
  const double three = 2.0 / 5 + 2.0 / 5 * two;
  // The edge behind ক: always, one kind.
  const double end_one = 3.0 / 9 + 3.0 / 9 * std::exp(-10.0);
  const double end_two = 2.0 / 3 + 1.0 / 3 * end_one;
  const double end_three = 2.0 / 3 + 1.0 / 3 * end_two;
  EXPECT_NEAR(model->Of("ক").mean, -(std::log(three) + std::log(end_three)) / 2, 0.07);
}

TEST(OcrConfusions, IsReadWithoutAnError) {
  EXPECT_TRUE(
      ConfusionTable::Parse(Embedded("dictionaries/bn/ocr-confusions.tsv"), "ocr-confusions.tsv")
          .has_value());
  EXPECT_GT(OcrConfusions().All().size(), 100U);
}

TEST(Weights, TheFileIsReadAndNamesEveryFeatureThatOccurs) {
  EXPECT_TRUE(
      Weights::Parse(Embedded("dictionaries/bn/ocr-weights.tsv"), "ocr-weights.tsv").has_value());
}

TEST(Weights, ErrorsNameTheLine) {
  for (const char* bad :
       {"nonsense.0\t1\t2", "kind.0\t1", "kind.0\tx\t2", "kind.0\t1\tnan", "kind.0"}) {
    const auto weights = Weights::Parse(std::string("# comment\n") + bad + "\n", "w.tsv");
    ASSERT_FALSE(weights.has_value()) << bad;
    EXPECT_EQ(weights.error().line, 2U) << bad;
  }
}

TEST(Weights, AreALogisticRegression) {
  const auto weights = Weights::Parse("kind.0\t1\t-2\nfault.0\t0\t3\nscore\t0.5\t0.5\n", "w.tsv");
  ASSERT_TRUE(weights.has_value());
  const Features features = {{static_cast<uint16_t>(FeatureIndex(kBias, 0)), 1},
                             {static_cast<uint16_t>(FeatureIndex(kFault, 0)), 0.5}};
  EXPECT_NEAR(weights->Probability(features, Weights::kFirst), 1 / (1 + std::exp(-1.0)), 1e-5);
  EXPECT_NEAR(weights->Probability(features, Weights::kSecond), 1 / (1 + std::exp(0.5)), 1e-5);
  EXPECT_NEAR(weights->Contributions(features)[static_cast<size_t>(Signal::kSyllable)], 1.5, 1e-5);
  EXPECT_NEAR(weights->WrongShare(0.25), 0.25, 1e-6);
}

TEST(Features, NamesAreUnique) {
  std::set<std::string> names;
  for (size_t i = 0; i < FeatureCount(); ++i)
    EXPECT_TRUE(names.insert(FeatureName(i)).second) << FeatureName(i);
  EXPECT_LE(FeatureCount(), kMostFeatures);
}

TEST(WordReader, SaysWhatIsKnown) {
  const auto right = WordReader::Embedded().Read("নদীর");
  EXPECT_TRUE(right->known);
  EXPECT_FALSE(right->faulty);
  EXPECT_GT(right->frequency, 5);
  const auto broken = WordReader::Embedded().Read("ম্ৃদু");
  EXPECT_TRUE(broken->faulty);
  EXPECT_FALSE(broken->known);
  EXPECT_FALSE(WordReader::Embedded().Read("abc")->is_word);
}

TEST(WordReader, OtherReadings) {
  EXPECT_EQ(WordReader::Embedded().Read("ক'রে")->other, Reading::kApostrophe);
  EXPECT_EQ(WordReader::Embedded().Read("সর্ব্বদা")->other, Reading::kOldReph);
  EXPECT_EQ(WordReader::Embedded().Read("ঝংকৃতব")->other, Reading::kNone);
}

}  // namespace
}  // namespace bnlint::ocr
