#include "text/akshara.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/utf8.h"

namespace bnlint {
namespace {

// The grammar of the catalogue, for RE2: the reference that the hand-written recogniser must equal.
std::string Grammar() {
  const std::string c = R"([\x{0995}-\x{09A8}\x{09AA}-\x{09B0}\x{09B2}\x{09B6}-\x{09B9}])";
  const std::string k =
      R"((?:[\x{09A1}\x{09A2}\x{09AF}]\x{09BC}|)" + c + R"(|[\x{09DC}\x{09DD}\x{09DF}]))";
  const std::string cl = R"((?:\x{09B0}\x{200D}\x{09CD}\x{09AF}|)" + k +
                         R"((?:\x{09CD}[\x{200C}\x{200D}]?)" + c + "){0,4})";
  const std::string m = R"([\x{09BE}-\x{09C4}\x{09C7}\x{09C8}\x{09CB}\x{09CC}])";
  const std::string d = R"(\x{0981}?[\x{0982}\x{0983}]?)";
  const std::string s = "(?:" + cl + R"((?:\x{200C}?)" + m + ")?" + d +
                        R"(|[\x{0985}\x{098F}]\x{09CD}\x{09AF}\x{09BE}?)" + d +
                        R"(|(?:\x{09B0}\x{09CD})?\x{098B})" + d +
                        R"(|[\x{0985}-\x{098A}\x{098F}\x{0990}\x{0993}\x{0994}])" + d +
                        R"(|(?:\x{09B0}\x{09CD})?\x{09CE}|\x{09BD}))";
  return "(?:" + s + "|" + cl + R"(\x{09CD}\x{200C})*(?:)" + cl + R"(\x{09CD}\x{200C}?)?)";
}

std::string Escaped(std::string_view word) {
  std::string out;
  char buffer[16];  // NOLINT(*-avoid-c-arrays): what snprintf writes to
  for (size_t at = 0; at < word.size(); at += DecodeAt(word, at).size) {
    std::snprintf(buffer, sizeof buffer, "%04X ", static_cast<unsigned>(DecodeAt(word, at).value));
    out += buffer;
  }
  return out;
}

// Weighted so that a fair part of the strings is in the grammar. No length mark 09D7, no archaic letter
// and none of ক খ গ জ ঝ ফ ভ with their nukta; ে before া is skipped below: the documented widenings.
constexpr std::array<char32_t, 48> kAlphabet = {
    0x09A4, 0x09A4, 0x09A4, 0x09A8, 0x09B0, 0x09B0, 0x09B0, 0x09AF, 0x09AF, 0x09AF, 0x09A1, 0x09A2,
    0x09B9, 0x09DC, 0x09DD, 0x09DF, 0x0985, 0x0985, 0x0986, 0x098A, 0x098B, 0x098B, 0x098F, 0x0994,
    0x09CE, 0x09BD, 0x09BE, 0x09BE, 0x09BF, 0x09C4, 0x09C7, 0x09CB, 0x0981, 0x0982, 0x0983, 0x09BC,
    0x09CD, 0x09CD, 0x09CD, 0x09CD, 0x09CD, 0x09CD, 0x200C, 0x200C, 0x200D, 0x200D, 0x09F0, 0x09F1};

TEST(FindSyllableError, EqualsTheGrammarOnRandomWords) {
  const RE2 grammar(Grammar());
  ASSERT_TRUE(grammar.ok()) << grammar.error();
  std::mt19937 random(2024);  // NOLINT(*-msc51-cpp): the same run each time
  int accepted = 0;
  int differing = 0;
  constexpr int kWords = 400'000;
  for (int i = 0; i < kWords && differing < 10; ++i) {
    // Every other word is mostly a cluster, or long ones would hardly come up.
    const bool dense = i % 2 == 1;
    std::string word;
    char32_t before = 0;
    for (size_t left = 1 + random() % 12; left > 0; --left) {
      char32_t c = kAlphabet[random() % kAlphabet.size()];
      if (dense && random() % 4 != 0) c = before == 0x09CD ? kAlphabet[random() % 12] : 0x09CD;
      if (dense && before == 0) c = 0x09B0;
      if (before == 0x09C7 && c == 0x09BE) continue;
      AppendUtf8(word, c);
      before = c;
    }
    const bool expected = RE2::FullMatch(word, grammar);
    accepted += expected ? 1 : 0;
    if (expected == !FindSyllableError(word).has_value()) continue;
    ++differing;
    ADD_FAILURE() << Escaped(word) << (expected ? "is in the grammar" : "is not in the grammar");
  }
  // Both sides must have been tried.
  EXPECT_GT(accepted, kWords / 50);
  EXPECT_LT(accepted, kWords / 2);
}

TEST(FindSyllableError, WiderThanTheGrammarOnlyAsDocumented) {
  for (const std::string_view word : {"কে\u09BE", "কে\u09D7", "মে\u09BEং", "ঌ", "ৠ", "ৡ", "কৢ", "কৣ",
                                      "জ\u09BCার", "ফ\u09BC", "ক্\u200Cত\u200Cি"}) {
    EXPECT_FALSE(FindSyllableError(word)) << Escaped(word);
  }
  for (const std::string_view word :
       {"ক\u09D7", "কি\u09BE", "কে\u09BE\u09BE", "অ\u09BE", "ম\u09BC"}) {
    EXPECT_TRUE(FindSyllableError(word)) << Escaped(word);
  }
}

TEST(FindSyllableError, NamesTheFaultAndItsPlace) {
  struct Case {
    std::string_view word;
    size_t begin;
    std::string_view fault;
  };
  const std::vector<Case> cases = {
      {"িক", 0, "orphan-mark"},    {"অা", 3, "orphan-mark"},
      {"মাাঠ", 6, "doubled-mark"}, {"কিুল", 6, "two-signs"},
      {"চঁাদ", 6, "mark-order"},    {"হংঁস", 6, "mark-order"},
      {"কা্ক", 6, "hasanta"},       {"ক্্ক", 3, "hasanta"},
      {"ক্ই", 3, "hasanta"},        {"ম়", 3, "nukta"},
      {"যা়", 6, "nukta"},          {"ক\u200Cখ", 3, "joiner"},
      {"\u200Dক", 0, "joiner"},    {"ক্ত্র্য্ল্ব", 27, "long-cluster"},
      {"ৰক", 0, "foreign-letter"}, {"কৱ", 3, "foreign-letter"},
  };
  for (const Case& c : cases) {
    const auto error = FindSyllableError(c.word);
    ASSERT_TRUE(error) << c.word;
    EXPECT_EQ(FaultName(error->fault), c.fault) << c.word;
    EXPECT_EQ(error->begin, c.begin) << c.word;
    EXPECT_EQ(error->end, error->begin + 3) << c.word;
    EXPECT_FALSE(FindSyllableError("ক", 3));
  }
  EXPECT_EQ(FindSyllableError("মাাঠকিু", 9)->begin, 18U);  // the next one, from behind the first
}

TEST(AksharaEnd, JoinsBackAndCounts) {
  const std::vector<std::pair<std::string_view, size_t>> cases = {
      {"", 0},     {"জল", 2},    {"বৃষ্টি", 2}, {"শক্তিশালী", 4}, {"উৎসব", 4},       {"র\u200D্যাম", 2},
      {"অ্যাপ", 2}, {"নৈর্ঋত", 3}, {"আঃ", 1},   {"গাড়ি", 2},     {"গাড\u09BCি", 2}, {"িক", 2},
  };
  for (const auto& [word, count] : cases) EXPECT_EQ(CountAksharas(word), count) << word;
  std::mt19937 random(5);  // NOLINT(*-msc51-cpp)
  for (int i = 0; i < 20'000; ++i) {
    std::string word;
    for (int j = 0; j < 10; ++j) AppendUtf8(word, kAlphabet[random() % kAlphabet.size()]);
    std::string joined;
    for (size_t at = 0; at < word.size();) {
      const size_t end = AksharaEnd(word, at);
      ASSERT_GT(end, at) << Escaped(word);
      ASSERT_TRUE(end == word.size() || !IsContinuation(word[end])) << Escaped(word);
      joined += word.substr(at, end - at);
      at = end;
    }
    ASSERT_EQ(joined, word);
  }
}

}  // namespace
}  // namespace bnlint
