#include "ocr/page_reader.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "ocr/guesses.h"
#include "text/token.h"

namespace bnlint::ocr {
namespace {

// The page reader over one paragraph, closed.
class Page {
 public:
  explicit Page(std::string text) : text_(std::move(text)) {
    std::vector<Token> tokens;
    Tokenize(text_, tokens);
    reader_.Begin();
    reader_.Add(text_, tokens);
    reader_.Close();
  }
  [[nodiscard]] const JudgedUnit& At(std::string_view unit) const {
    for (const JudgedUnit& one : reader_.Paragraph(0)) {
      if (text_.substr(one.unit.begin, one.unit.end - one.unit.begin) == unit) return one;
    }
    throw std::runtime_error("no such unit");
  }
  [[nodiscard]] float Wrong(std::string_view unit) const { return At(unit).probability; }
  [[nodiscard]] const PageReader& reader() const { return reader_; }

 private:
  std::string text_;
  PageReader reader_;
};

const std::string kClean =
    "গ্রামের পাশ দিয়ে বয়ে গেছে একটি ছোট নদী। বর্ষায় তার জল বাড়ে, তখন নৌকা ছাড়া ওপারে যাওয়া যায় না। "
    "স্কুলের ছেলেমেয়েরা সকালে নৌকায় করে নদী পার হয়, বিকেলে আবার ফিরে আসে।";
// The same, as a bad scan might be read.
const std::string kSpoiled =
    "গ্রামের পাশ দিযে বযে গেছে এক্টি ছোট নদী৷ বর্ধায় তার জল বাড়ে, তখন নৌকা হাড়া ওপরে যাওযা যায় না। _ "
    "স্কূলের ছেলেমেযেরা সকালে নৌকায় করে নদী পার হয, বিকেলে আবার ফিয়ে আসে |";

TEST(PageReader, TellsACleanPageFromASpoiledOne) {
  EXPECT_GE(Page(kClean).reader().quality().Score(), 0.97);
  EXPECT_LE(Page(kSpoiled).reader().quality().Score(), 0.80);
  EXPECT_GE(Page(kSpoiled).reader().quality().Score(), 0.30);
}

TEST(PageReader, FindsBrokenWordsAndLetsTheRestStand) {
  const Page page(kSpoiled);
  for (const char* wrong : {"দিযে", "বযে", "বর্ধায়", "যাওযা", "স্কূলের", "ছেলেমেযেরা", "_", "|"}) {
    EXPECT_GT(page.Wrong(wrong), 0.5F) << wrong;
  }
  for (const char* right : {"গ্রামের", "পাশ", "নৌকা", "সকালে", "বিকেলে"})
    EXPECT_LT(page.Wrong(right), 0.5F) << right;
}

TEST(PageReader, TheSameOddWordIsSuspectOnABadPageOnly) {
  const std::string name = " ঝুমকোলতা ";
  const float among_clean = Page(kClean + name + kClean).Wrong("ঝুমকোলতা");
  const float among_spoiled = Page(kSpoiled + name + kSpoiled).Wrong("ঝুমকোলতা");
  EXPECT_LT(among_clean, among_spoiled);
}

TEST(PageReader, ProbabilitiesAreProbabilitiesWhateverTheText) {
  for (const std::string text :
       {"", " ", "a", "৷", "\xE0\xA6", "ক", "্্্্্", "৳ ৳ ৳", "ab১২ক", "((((((((", "\u200C \u200D"}) {
    const Page page(text);
    for (const JudgedUnit& unit : page.reader().Paragraph(0)) {
      EXPECT_GE(unit.probability, 0) << text;
      EXPECT_LE(unit.probability, 1) << text;
    }
    EXPECT_GE(page.reader().quality().Score(), 0) << text;
    EXPECT_LE(page.reader().quality().Score(), 1) << text;
  }
}

TEST(PageReader, AddressesAndCodeAreNoUnits) {
  const Page page("দেখুন https://example.org/a_b?c=1 আর `x = y|z` ঠিকানায়।");
  EXPECT_EQ(page.reader().quality().units, 3U);
}

TEST(PageReader, QualityAddsUpOverBlocks) {
  PageReader reader;
  std::vector<Token> tokens;
  Tokenize(kClean, tokens);
  for (int i = 0; i < 3; ++i) {
    reader.Begin();
    reader.Add(kClean, tokens);
    reader.Close();
  }
  EXPECT_EQ(reader.quality().units, 3 * Page(kClean).reader().quality().units);
  EXPECT_EQ(reader.block().units, Page(kClean).reader().quality().units);
}

TEST(PageReader, AnEmptyDocumentIsPerfect) { EXPECT_EQ(Quality().Score(), 1); }

TEST(Guesses, UndoOneMistakeAndAsTheNeighboursDo) {
  const Page page("মন্ত্রী বিকেলে তাষণ দেন।");
  const JudgedUnit& unit = page.At("তাষণ");
  const auto guesses = Guesses("তাষণ", unit.facts, 3, false);
  ASSERT_FALSE(guesses.empty());
  EXPECT_EQ(guesses[0], "ভাষণ");
}

TEST(Guesses, UndoSeveralMistakesWhenThorough) {
  const Page page("তিনি হাসপাতালে চিকিংসাধীন আছেন।");
  const auto guesses = Guesses("চিকিংসাধীন", page.At("চিকিংসাধীন").facts, 3, true);
  EXPECT_NE(std::find(guesses.begin(), guesses.end(), "চিকিৎসাধীন"), guesses.end());
}

}  // namespace
}  // namespace bnlint::ocr
