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

// The grammar of the catalogue as an expression for RE2: the reference that the table must equal. `wide` with
// the points in which the table is wider, as akshara.h lists them.
std::string Grammar(bool wide) {
  const std::string plain = R"([\x{0995}-\x{09A8}\x{09AA}-\x{09B0}\x{09B2}\x{09B6}-\x{09B9}])";
  const std::string c =
      wide
          ? "(?:" + plain +
                R"(|[\x{09F0}\x{09F1}]|[\x{0995}-\x{0997}\x{099C}\x{099D}\x{09AB}\x{09AD}]\x{09BC}))"
          : plain;
  const std::string k =
      R"((?:[\x{09A1}\x{09A2}\x{09AF}]\x{09BC}|)" + c + R"(|[\x{09DC}\x{09DD}\x{09DF}]))";
  const std::string cl = R"((?:\x{09B0}\x{200D}\x{09CD}\x{09AF}|)" + k +
                         R"((?:\x{09CD}[\x{200C}\x{200D}]?)" + c + "){0,4})";
  const std::string signs = R"(\x{09BE}-\x{09C4}\x{09C7}\x{09C8}\x{09CB}\x{09CC})";
  const std::string m = wide ? "(?:[" + signs + R"(\x{09E2}\x{09E3}]|\x{09C7}[\x{09BE}\x{09D7}]))"
                             : "[" + signs + "]";
  const std::string d = R"(\x{0981}?[\x{0982}\x{0983}]?)";
  const std::string v = R"(\x{0985}-\x{098A}\x{098F}\x{0990}\x{0993}\x{0994})";
  const std::string s = "(?:" + cl + R"((?:\x{200C}?)" + m + ")?" + d +
                        R"(|[\x{0985}\x{098F}]\x{09CD}\x{09AF}\x{09BE}?)" + d +
                        R"(|(?:\x{09B0}\x{09CD})?\x{098B})" + d + "|[" + v +
                        (wide ? R"(\x{098C}\x{09E0}\x{09E1})" : "") + "]" + d +
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

// One code point, or two, of each class that the grammar tells apart, but for those in which it is wider.
constexpr std::array<char32_t, 20> kClasses = {
    0x09A4, 0x099C, 0x09A1, 0x09AF, 0x09B0, 0x09DF, 0x0986, 0x0985, 0x098B, 0x09CE,
    0x09BD, 0x09BF, 0x09C7, 0x0981, 0x0982, 0x09BC, 0x09CD, 0x200C, 0x200D, 0x09BE};
// Those, and the rest.
constexpr std::array<char32_t, 27> kAllClasses = {
    0x09A4, 0x099C, 0x09A1, 0x09AF, 0x09B0, 0x09DF, 0x0986, 0x0985, 0x098F,
    0x098B, 0x09CE, 0x09BD, 0x09BF, 0x09C7, 0x09BE, 0x09D7, 0x0981, 0x0982,
    0x0983, 0x09BC, 0x09CD, 0x200C, 0x200D, 0x09F0, 0x09E1, 0x09E3, 0x09F9};

class Reference {
 public:
  explicit Reference(bool wide) : grammar_(Grammar(wide)) {
    EXPECT_TRUE(grammar_.ok()) << grammar_.error();
  }
  // False, and a failure, when the table and the grammar differ on `word`.
  bool Agrees(std::string_view word) {
    const bool expected = RE2::FullMatch(word, grammar_);
    accepted_ += expected ? 1 : 0;
    ++tried_;
    if (expected == !FindSyllableError(word).has_value()) return true;
    ADD_FAILURE() << Escaped(word) << (expected ? "is in the grammar" : "is not in the grammar");
    return false;
  }
  // Both sides must have been tried.
  void ExpectBothTried(int share) const {
    EXPECT_GT(accepted_, tried_ / share);
    EXPECT_LT(accepted_, tried_ * 2 / 3);
  }

 private:
  RE2 grammar_;
  int accepted_ = 0;
  int tried_ = 0;
};

template <size_t N>
std::string Word(const std::array<char32_t, N>& classes, size_t number) {
  std::string word;
  for (; number > 0; number = (number - 1) / N) AppendUtf8(word, classes[(number - 1) % N]);
  return word;
}

TEST(SyllableReader, EqualsTheCatalogueOnAllShortWords) {
  Reference reference(false);
  int differing = 0;
  constexpr size_t kWords = 20 + 20 * 20 + 20 * 20 * 20 + 20 * 20 * 20 * 20;  // up to four letters
  for (size_t i = 0; i <= kWords && differing < 10; ++i) {
    const std::string word = Word(kClasses, i);
    // In these points the table is wider.
    if (word.find("\u09C7\u09BE") != std::string::npos ||
        word.find("জ\u09BC") != std::string::npos) {
      continue;
    }
    differing += reference.Agrees(word) ? 0 : 1;
  }
  reference.ExpectBothTried(50);
}

TEST(SyllableReader, EqualsTheWideGrammarOnAllShortWords) {
  Reference reference(true);
  int differing = 0;
  constexpr size_t kWords = 27 + 27 * 27 + 27 * 27 * 27;
  for (size_t i = 0; i <= kWords && differing < 10; ++i) {
    differing += reference.Agrees(Word(kAllClasses, i)) ? 0 : 1;
  }
  reference.ExpectBothTried(50);
}

TEST(SyllableReader, EqualsTheWideGrammarOnRandomWords) {
  Reference reference(true);
  std::mt19937 random(2024);  // NOLINT(*-msc51-cpp): the same run each time
  int differing = 0;
  for (int i = 0; i < 300'000 && differing < 10; ++i) {
    // Every other word is mostly a cluster, or long ones would hardly come up.
    const bool dense = i % 2 == 1;
    std::string word;
    char32_t before = 0;
    for (size_t left = 1 + random() % 12; left > 0; --left) {
      char32_t c = kAllClasses[random() % kAllClasses.size()];
      if (random() % 2 == 0) c = kAllClasses[random() % 5];
      if (dense && random() % 4 != 0) c = before == 0x09CD ? kAllClasses[random() % 5] : 0x09CD;
      if (dense && before == 0) c = 0x09B0;
      AppendUtf8(word, c);
      before = c;
    }
    differing += reference.Agrees(word) ? 0 : 1;
  }
  reference.ExpectBothTried(50);
}

TEST(SyllableReader, EveryLetterOfTheBlockHasItsClass) {
  Reference reference(true);
  for (char32_t c = 0x0980; c <= 0x09FF; ++c) {
    for (const std::string_view before : {"", "ক", "ক্", "কা"}) {
      std::string word(before);
      AppendUtf8(word, c);
      reference.Agrees(word);
    }
  }
}

TEST(SyllableReader, NamesTheFaultAndItsPlace) {
  struct Case {
    std::string_view word;
    size_t begin;
    std::string_view fault;
  };
  const std::vector<Case> cases = {
      {"িক", 0, "orphan-mark"},
      {"ৎি", 3, "orphan-mark"},
      {"অা", 3, "sign-after-vowel"},
      {"মাাঠ", 6, "doubled-mark"},
      {"চাঁঁদ", 9, "doubled-mark"},
      {"\u09DF\u09BC", 3, "nukta"},
      {"য\u09BC\u09BC", 6, "doubled-mark"},
      {"কিুল", 6, "two-signs"},
      {"হাঁেস", 9, "two-signs"},
      {"চঁাদ", 6, "mark-order"},
      {"হংঁস", 6, "two-modifiers"},
      {"রাজন\u09D7তি", 12, "half-sign"},
      {"কা্ক", 6, "hasanta"},
      {"ক্্ক", 6, "hasanta"},
      {"আ্যা", 3, "hasanta"},
      {"ক্ই", 3, "hasanta-before-vowel"},
      {"ক্ে", 3, "hasanta-joins-nothing"},
      {"ক্\u09DF", 3, "hasanta-joins-nothing"},
      {"ক্য\u09BC", 9, "nukta"},
      {"ম\u09BC", 3, "nukta"},
      {"যা\u09BC", 6, "nukta"},
      {"ক\u200Cখ", 3, "joiner"},
      {"\u200Dক", 0, "joiner"},
      {"র\u200D্ক", 3, "joiner"},
      {"ক্ত্র্য্ল্ব", 27, "long-cluster"},
      {"ক\u09FC", 3, "foreign-letter"},
  };
  for (const Case& c : cases) {
    const auto error = FindSyllableError(c.word);
    ASSERT_TRUE(error) << c.word;
    EXPECT_EQ(FaultName(error->fault), c.fault) << c.word;
    EXPECT_EQ(error->begin, c.begin) << c.word;
    EXPECT_EQ(error->end, error->begin + 3) << c.word;
  }
}

TEST(SyllableReader, OneSlipIsOneFault) {
  const std::vector<std::pair<std::string_view, std::vector<size_t>>> cases = {
      {"সেখানে্ই", {18}},               // a hasanta after a sign
      {"সিদ্ধান্েত", {21}},              // a hasanta before one
      {"মাাঁঠ", {6}},                   // what follows the doubled sign is in order
      {"আাঁকা", {3}},                   // … or the sign on a vowel
      {"বাংলাদ\u200Cেশ\u200C", {27}},  // only at the end: before a sign it is in the grammar
      {"মাাঠকিু", {6, 18}},
      {"র\u200D\u09CDক", {3}},
  };
  for (const auto& [word, begins] : cases) {
    std::vector<size_t> found;
    SyllableReader reader(word);
    while (const auto error = reader.Next()) found.push_back(error->begin);
    EXPECT_EQ(found, begins) << word;
  }
}

TEST(AksharaEnd, JoinsBackAndCounts) {
  const std::vector<std::pair<std::string_view, size_t>> cases = {
      {"", 0},           {"জল", 2},   {"বৃষ্টি", 2},  {"শক্তিশালী", 4}, {"উৎসব", 4},
      {"র\u200D্যাম", 2}, {"অ্যাপ", 2}, {"নৈর্ঋত", 3}, {"আঃ", 1},       {"গাড়ি", 2},
      {"গাড\u09BCি", 2}, {"িক", 2},   {"ক্ই", 2},    {"কিু", 1},
  };
  for (const auto& [word, count] : cases) EXPECT_EQ(CountAksharas(word), count) << word;
  std::mt19937 random(5);  // NOLINT(*-msc51-cpp)
  for (int i = 0; i < 20'000; ++i) {
    std::string word;
    for (int j = 0; j < 10; ++j) AppendUtf8(word, kAllClasses[random() % kAllClasses.size()]);
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
