// Anyone with Hunspell can use our dictionary, and gets our verdicts: those of the hunspell program are compared
// for frequent forms, for corruptions of them, and for the other spellings of the same letters.

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "embed/embed.h"
#include "spelling/speller.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

namespace fs = std::filesystem;

constexpr size_t kForms = 2500;

// Frequent forms evenly from the whole list.
std::vector<std::string> SomeForms() {
  std::vector<std::string> all;
  for (std::string_view rest = Embedded("dictionaries/bn/frequency.tsv"); !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (!line.empty() && line[0] != '#') all.emplace_back(line.substr(0, line.find('\t')));
  }
  std::vector<std::string> some;
  for (size_t i = 0; i < kForms; ++i) some.push_back(all[i * all.size() / kForms]);
  return some;
}

std::vector<std::string> Letters(std::string_view word) {
  std::vector<std::string> letters;
  for (size_t at = 0; at < word.size(); at += letters.back().size()) {
    letters.emplace_back(word.substr(at, DecodeAt(word, at).size));
  }
  return letters;
}

std::string Join(const std::vector<std::string>& letters) {
  std::string word;
  for (const std::string& letter : letters) word += letter;
  return word;
}

// The word with one letter gone, doubled, swapped or replaced; which, the number decides.
std::string Corrupt(std::string_view word, size_t number) {
  static const std::vector<std::string> kOthers = {"ি", "ী", "ু", "ূ", "স", "শ", "ণ", "ন", "া", "র"};
  std::vector<std::string> letters = Letters(word);
  if (letters.empty()) return {};
  const size_t at = number * 7 % letters.size();
  const auto place = letters.begin() + static_cast<std::ptrdiff_t>(at);
  switch (number % 4) {
    case 0: letters.erase(place); break;
    case 1: letters.insert(place, letters[at]); break;
    case 2: std::swap(letters[at], letters[(at + 1) % letters.size()]); break;
    default: letters[at] = kOthers[number % kOthers.size()];
  }
  return Join(letters);
}

// ড় as ড and ়, ো as ে and া, ৎ as it was before Unicode 4.1.
std::string Decomposed(const std::string& word) {
  std::string out;
  for (const std::string& letter : Letters(word)) {
    if (letter == "\u09DC") {
      out += "\u09A1\u09BC";
    } else if (letter == "\u09DD") {
      out += "\u09A2\u09BC";
    } else if (letter == "\u09DF") {
      out += "\u09AF\u09BC";
    } else if (letter == "\u09CB") {
      out += "\u09C7\u09BE";
    } else if (letter == "\u09CC") {
      out += "\u09C7\u09D7";
    } else if (letter == "\u09CE") {
      out += "\u09A4\u09CD\u200D";
    } else {
      out += letter;
    }
  }
  return out;
}

std::vector<std::string> Questions() {
  std::vector<std::string> words;
  const auto forms = SomeForms();
  for (size_t i = 0; i < forms.size(); ++i) {
    words.push_back(forms[i]);
    words.push_back(Decomposed(forms[i]));
    words.push_back(Corrupt(forms[i], i));
    words.push_back(Corrupt(Corrupt(forms[i], i), i + 1));
    if (i % 10 == 0) words.push_back(forms[i].substr(0, 3) + "\u200C" + forms[i].substr(3));
  }
  std::erase(words, "");
  return words;
}

// The words that `hunspell -d` lists as misspelled.
std::set<std::string> Refused(const fs::path& folder, const std::vector<std::string>& words) {
  std::ofstream(folder / "bn.aff") << Embedded("dictionaries/bn.aff");
  std::ofstream(folder / "bn.dic") << Embedded("dictionaries/bn.dic");
  std::ofstream list(folder / "words");
  // In front of a tab: taken as it is, not cut into words.
  for (const std::string& word : words) list << word << "\t\n";
  list.close();
  const std::string command = "cd '" + folder.string() +
                              "' && LC_ALL=C.UTF-8 hunspell -i utf-8 -d ./bn -1 -l <words >refused";
  EXPECT_EQ(std::system(command.c_str()), 0);  // NOLINT(cert-env33-c,concurrency-mt-unsafe)
  std::set<std::string> refused;
  std::ifstream in(folder / "refused");
  for (std::string line; std::getline(in, line);) refused.insert(line);
  return refused;
}

TEST(HunspellProgram, HasOurVerdicts) {
  // NOLINTNEXTLINE(cert-env33-c,concurrency-mt-unsafe)
  if (std::system("hunspell --version >/dev/null 2>&1") != 0) {
    GTEST_SKIP() << "no hunspell program here";
  }
  const fs::path folder =
      fs::temp_directory_path() / ("bnlint-hunspell-" + std::to_string(getpid()));
  fs::create_directories(folder);
  const auto words = Questions();
  const auto refused = Refused(folder, words);
  size_t unknown = 0;
  size_t differ = 0;
  for (const std::string& word : words) {
    const bool known = Speller::Embedded().Knows(word);
    unknown += known ? 0 : 1;
    if (known == refused.contains(word) && ++differ <= 20) {
      ADD_FAILURE() << word << (known ? ": known to the library only" : ": … the program only");
    }
  }
  EXPECT_EQ(differ, 0U);
  EXPECT_GT(unknown, words.size() / 20);  // or nothing was compared
  EXPECT_LT(unknown, words.size() / 20 * 19);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace bnlint
