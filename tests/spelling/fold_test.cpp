#include "spelling/fold.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace bnlint {
namespace {

struct Case {
  std::string_view text;
  std::string_view folded;     // by Fold
  std::string_view canonical;  // by FoldCanonical
};

TEST(Fold, MakesEqualSpellingsOne) {
  const std::vector<Case> cases = {
      {"", "", ""},
      {"নদী", "নদী", "নদী"},
      {"গা\u09A1\u09BCি", "গা\u09DCি", "গা\u09DCি"},
      {"গা\u09DCি", "গা\u09DCি", "গা\u09DCি"},
      {"আষা\u09A2\u09BC", "আষা\u09DD", "আষা\u09DD"},
      {"হ\u09AF\u09BC", "হ\u09DF", "হ\u09DF"},
      {"আল\u09C7\u09BE", "আল\u09CB", "আল\u09CB"},
      {"ম\u09C7\u09D7", "ম\u09CC", "ম\u09CC"},
      {"হঠা\u09A4\u09CD\u200D", "হঠা\u09CE", "হঠা\u09A4\u09CD\u200D"},
      {"ক\u09BC", "ক\u09BC", "ক\u09BC"},                 // no precomposed letter for it
      {"\u09BE\u09C7", "\u09BE\u09C7", "\u09BE\u09C7"},  // the wrong way round
      {"হাট\u200Cবার", "হাটবার", "হাট\u200Cবার"},
      {"ক্\u200Dষ", "ক্ষ", "ক্\u200Dষ"},
      {"র\u200D\u09CD\u09AFাক", "র\u200D\u09CD\u09AFাক", "র\u200D\u09CD\u09AFাক"},
      {"র\u200C\u09CD\u09AFাক", "র\u09CD\u09AFাক", "র\u200C\u09CD\u09AFাক"},
      {"বাং\u200Bলা\uFEFF", "বাংলা", "বাং\u200Bলা\uFEFF"},
      {"আ\u00ADকাশ", "আকাশ", "আ\u00ADকাশ"},
      {"ক’রে", "ক'রে", "ক’রে"},
      {"ক\u02BCরে", "ক'রে", "ক\u02BCরে"},
      {"\u09A1\xFF\u09BC", "\u09A1\xFF\u09BC", "\u09A1\xFF\u09BC"},
      {"\xE0\xA6", "\xE0\xA6", "\xE0\xA6"},
      {"SFX A Y 1", "SFX A Y 1", "SFX A Y 1"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Fold(c.text), c.folded) << c.text;
    EXPECT_EQ(FoldCanonical(c.text), c.canonical) << c.text;
  }
}

// A folded text stays as it is, and canonical equality comes first.
TEST(Fold, IsStable) {
  static constexpr std::array<std::string_view, 14> kPieces = {
      "ক",      "র",      "\u09A1", "\u09AF", "\u09BC", "\u09C7", "\u09BE",
      "\u09D7", "\u09CD", "’",      "\xFF",   "a",      "\u09DF", " "};
  std::mt19937 random(13);  // NOLINT(*-msc51-cpp): the same run each time
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (size_t left = random() % 10; left > 0; --left) text += kPieces[random() % kPieces.size()];
    const std::string folded = Fold(text);
    ASSERT_EQ(Fold(folded), folded) << testing::PrintToString(text);
    ASSERT_EQ(Fold(FoldCanonical(text)), folded) << testing::PrintToString(text);
    ASSERT_EQ(FoldCanonical(FoldCanonical(text)), FoldCanonical(text))
        << testing::PrintToString(text);
  }
}

}  // namespace
}  // namespace bnlint
