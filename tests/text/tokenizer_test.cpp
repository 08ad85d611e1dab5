#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "text/token.h"

namespace bnlint {
namespace {

// "B:কথা/1" for each token: a letter for the kind, the text, and the flags when there are any.
std::vector<std::string> Describe(std::string_view text) {
  static constexpr std::string_view kLetters = "BLONSPY";  // in the order of TokenKind
  std::vector<Token> tokens;
  Tokenize(text, tokens);
  std::vector<std::string> out;
  for (const Token& token : tokens) {
    out.push_back(std::string(1, kLetters[static_cast<size_t>(token.kind)]) + ":" +
                  std::string(token.In(text)));
    if (token.flags != 0) out.back() += "/" + std::to_string(token.flags);
  }
  return out;
}

struct Case {
  std::string_view text;
  std::vector<std::string> tokens;
};

TEST(Tokenize, CutsAsAReaderWould) {
  const std::vector<Case> cases = {
      {"", {}},
      {"নদী বয়।", {"B:নদী", "S: ", "B:বয়", "P:।"}},
      {"২০১১সালে", {"N:২০১১/4", "B:সালে"}},
      {"২,৩৪,৫৬৭ জন", {"N:২,৩৪,৫৬৭/4", "S: ", "B:জন"}},
      {"3.14", {"N:3.14/8"}},
      {"3.", {"N:3/8", "P:."}},
      {"৩,,৪", {"N:৩/4", "P:,", "P:,", "N:৪/4"}},
      {"১।২", {"N:১/4", "P:।", "N:২/4"}},
      {"২০1১", {"N:২০1১/12"}},
      {"५", {"N:५/16"}},
      {"ক’রে", {"B:ক’রে/32"}},
      {"ব'লে", {"B:ব'লে/32"}},
      {"‘কথা’ ", {"P:‘", "B:কথা", "P:’", "S: "}},
      {"হাট\u200Cবার", {"B:হাট\u200Cবার/2"}},
      {"র\u200D্যাক", {"B:র\u200D্যাক/2"}},
      {"বাং\u200Bলা", {"B:বাং\u200Bলা/1"}},
      {"বই\u200B ", {"B:বই", "Y:\u200B", "S: "}},
      {"\u200Bবই", {"B:\u200Bবই/1"}},
      {"don't stop", {"L:don't", "S: ", "L:stop"}},
      {"café-ক", {"L:café", "P:-", "B:ক"}},
      {"привет", {"O:привет"}},
      {"हिन्दी", {"O:हिन्दी"}},
      {"ক\r\n খ", {"B:ক", "S:\r\n /64", "B:খ"}},
      {"ক\u00A0খ", {"B:ক", "S:\u00A0", "B:খ"}},
      {"৳৫০", {"Y:৳", "N:৫০/4"}},
      {"ক\xFFখ", {"B:ক", "Y:\xFF", "B:খ"}},
      {"\xE0\xA6", {"Y:\xE0\xA6"}},
      {"😀ও", {"Y:😀", "B:ও"}},
      {"?!", {"P:?", "P:!"}},
      {"ি", {"B:ি"}},
  };
  for (const Case& c : cases) EXPECT_EQ(Describe(c.text), c.tokens) << c.text;
}

TEST(Tokenize, ReplacesWhatTheVectorHeld) {
  std::vector<Token> tokens(5);
  Tokenize("ঢেউ", tokens);
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens[0].span(), (Span{0, 9}));
  Tokenize("", tokens);
  EXPECT_TRUE(tokens.empty());
}

// Whatever the bytes, tokens follow each other without gaps and are never empty.
TEST(Tokenize, CoversAnyBytes) {
  static constexpr std::array<std::string_view, 20> kPieces = {
      "ক", "ি",  "্",  "’", "\u200B", "\u200C", "৫",    "5",        ",",    ".",
      " ", "\n", "।", "a", "é",      "😀",      "\xFF", "\xE0\xA6", "\xE0", "я"};
  std::mt19937 random(11);  // NOLINT(*-msc51-cpp): the same run each time
  std::vector<Token> tokens;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    const size_t length = random() % 24;
    for (size_t i = 0; i < length; ++i) {
      if (round % 2 == 0) {
        text += kPieces[random() % kPieces.size()];
      } else {
        text += static_cast<char>(random() & 0xFFU);
      }
    }
    Tokenize(text, tokens);
    uint32_t end = 0;
    for (const Token& token : tokens) {
      ASSERT_EQ(token.begin, end) << testing::PrintToString(text);
      ASSERT_LT(token.begin, token.end) << testing::PrintToString(text);
      end = token.end;
    }
    ASSERT_EQ(end, text.size()) << testing::PrintToString(text);
  }
}

}  // namespace
}  // namespace bnlint
