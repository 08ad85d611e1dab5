// Which words fall into two, and which do not though they could: with bnlint's own dictionary.

#include "checks/word_seam.h"

#include <string>

#include <gtest/gtest.h>

#include "spelling/speller.h"

namespace bnlint {
namespace {

constexpr auto kProse = SeamContext::kProse;

// The word with | at its seam.
std::string Seam(const std::string& word, SeamContext context = kProse) {
  const Speller& speller = Speller::Embedded();
  EXPECT_FALSE(speller.Knows(word)) << word << " is a word: the test shows nothing";
  const size_t cut = FindSeam(speller, word, context);
  return cut == 0 ? word : word.substr(0, cut) + "|" + word.substr(cut);
}

TEST(WordSeam, BehindAFiniteVerb) {
  EXPECT_EQ(Seam("হয়েছেপ্রথম"), "হয়েছে|প্রথম");
  EXPECT_EQ(Seam("নিয়েছেনআব্দুল্লাহ"), "নিয়েছেন|আব্দুল্লাহ");
  EXPECT_EQ(Seam("হয়েছেপ\u09CDরথম"), "হয়েছে|প্রথম");
  EXPECT_EQ(Seam("নাইকোনো"), "নাই|কোনো");
}

TEST(WordSeam, BeforeAWordThatBeginsSentences) {
  EXPECT_EQ(Seam("মন্দিরএরপর"), "মন্দির|এরপর");
  EXPECT_EQ(Seam("পারেসেই"), "পারে|সেই");
  EXPECT_EQ(Seam("স্থানআমি"), "স্থান|আমি");
}

TEST(WordSeam, BehindAGenitive) {
  EXPECT_EQ(Seam("জীবনেরঅনেক"), "জীবনের|অনেক");
  EXPECT_EQ(Seam("তাদেরনামের"), "তাদের|নামের");
}

TEST(WordSeam, WhereTheContextSaysThatBlocksMeet) {
  EXPECT_EQ(Seam("আলোচট্টগ্রামের", SeamContext::kCredit), "আলো|চট্টগ্রামের");
  EXPECT_EQ(Seam("ঢাকাগ্রেপ্তার", SeamContext::kByline), "ঢাকা|গ্রেপ্তার");
  EXPECT_EQ(Seam("আলোচট্টগ্রামের"), "আলোচট্টগ্রামের");
  EXPECT_EQ(Seam("শক্তিকুমার", SeamContext::kCredit), "শক্তিকুমার") << "a name";
}

// All unknown to the dictionary, all of two known words, none of two blocks.
TEST(WordSeam, LeavesCompoundsEndingsAndDialectAlone) {
  for (const char* word : {
           "প্রেমরতন", "নির্লিপ্তস্বভাব",    // compounds
           "মৃত্যুউপত্যকা", "দেবমর্যাদা",     // … with a vowel, with what is also a verb
           "সমকামীতাকে", "সমতুল্যতাও",     // ‑তা and its cases
           "ওয়েবসাইটএর", "প্রতিভাসে",     // ‑এর, ‑সে
           "খাইছিলো", "বানাইসে",         // the spoken language
           "গিয়েছেছিলেন", "শুধুশুধু",        // slips and doubling of their own
           "করিবেনা", "পায়নাই",          // glued negations: another rule's
           "থিয়েটারবিলাসী", "ইন্টারস্কুল",  // no genitives
       }) {
    EXPECT_EQ(Seam(word), word);
  }
}

TEST(WordSeam, NeedsTwoPartsOfSomeLength) {
  for (const char* word : {"নামায়া", "খেলতারে", "ককককক", "কএই"}) EXPECT_EQ(Seam(word), word);
  std::string endless = "হয়েছে";
  while (endless.size() < 3000) endless += "হয়েছেপ্রথম";
  EXPECT_EQ(Seam(endless), endless);
}

}  // namespace
}  // namespace bnlint
