#include "spelling/trie_search.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "spelling/endings.h"
#include "spelling/letters.h"

namespace bnlint {
namespace {

const ConfusionTable& Table() {
  static const ConfusionTable table = *ConfusionTable::Parse(
      "ি\tী\t0.10\t0.10\tphonetic\nন\tণ\t0.10\t0.10\tphonetic\n∅\t্য\t0.25\t-\tphonetic\n"
      "{C}$\t{C}ো$\t0.20\t-\tphonetic\n",
      "test");
  return table;
}

// What a search in `words` visits, with scores up to `most`.
std::vector<std::pair<std::string, int>> Search(std::vector<WordTrie::Word> words,
                                                std::u16string_view typed, int most = 300) {
  const WordTrie trie(std::move(words));
  std::vector<std::pair<std::string, int>> found;
  TrieSearch(trie, NounEndings(), Table()).Run(typed, [&](const Guess& guess) {
    if (guess.score <= most) found.emplace_back(FromLetters(guess.letters), guess.score);
    return most;
  });
  return found;
}

using Found = std::vector<std::pair<std::string, int>>;

TEST(TrieSearch, ScoresAreEditsPlusRarity) {
  EXPECT_EQ(Search({{u"নদী", 10}}, u"নদি", 80), (Found{{"নদী", 10 + RarityCost(10)}}));
  EXPECT_EQ(Search({{u"কারণ", 17}}, u"কারন", 20), (Found{{"কারণ", 10}}));
  EXPECT_EQ(Search({{u"সন্ধ্যা", 17}}, u"সন্ধা", 30), (Found{{"সন্ধ্যা", 25}}));
  EXPECT_EQ(Search({{u"ভালো", 17}}, u"ভাল", 30), (Found{{"ভালো", 20}}));
  EXPECT_TRUE(Search({{u"ভালোটা", 17}}, u"ভালটা", 30).empty()) << "only at the end of the word";
}

TEST(TrieSearch, BestFirst) {
  const auto found = Search({{u"করা", 9}, {u"করি", 12}, {u"কড়ি", 3}, {u"ঘর", 8}}, u"করী");
  ASSERT_GE(found.size(), 3U);
  EXPECT_EQ(found[0].first, "করি");
  for (size_t i = 1; i < found.size(); ++i) EXPECT_LE(found[i - 1].second, found[i].second);
}

TEST(TrieSearch, LettersThatNothingExplains) {
  const std::vector<WordTrie::Word> words = {{u"পিশাচ", 17}};
  for (const auto* typed :
       {u"পিচাশ", u"পিাশচ", u"পিশচ", u"পিশাাাাচ", u"পিশাচছ", u"পিলাচ", u"শিশাচ"}) {
    const auto found = Search(words, typed);
    ASSERT_FALSE(found.empty()) << FromLetters(typed);
    EXPECT_EQ(found[0].first, "পিশাচ");
  }
  EXPECT_TRUE(Search(words, u"রাজধানী").empty());
  EXPECT_TRUE(Search(words, u"প").empty());
}

TEST(TrieSearch, EndingsThatTheListDoesNotShow) {
  const auto found = Search({{u"মরীচিকা", 8}}, u"মরিচীকাগুলোর", 130);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].first, "মরীচিকাগুলোর");
  EXPECT_EQ(found[0].second, 20 + RarityCost(0));
  // A stem that is hardly a word itself carries none.
  EXPECT_TRUE(Search({{u"মরীচিকা", 1}}, u"মরিচীকাগুলোর", 130).empty());
}

TEST(TrieSearch, NoWords) { EXPECT_TRUE(Search({}, u"করি").empty()); }

}  // namespace
}  // namespace bnlint
