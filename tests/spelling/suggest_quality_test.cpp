// Suggestions from the list inside the binary for common misspellings: a floor below which no change of
// costs may fall. bench/suggest_eval.cpp measures more.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "embed/embed.h"
#include "spelling/letters.h"
#include "spelling/suggest.h"
#include "spelling/word_trie.h"

namespace bnlint {
namespace {

std::vector<std::pair<std::string, std::string>> ReadPairs() {
  std::vector<std::pair<std::string, std::string>> pairs;
  std::ifstream in(BNLINT_SOURCE_DIR "/tests/data/misspellings.tsv");
  for (std::string line; std::getline(in, line);) {
    const size_t tab = line.find('\t');
    if (line[0] != '#') pairs.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  }
  return pairs;
}

TEST(SuggestQuality, CommonMisspellings) {
  const std::string_view list = Embedded("dictionaries/bn/frequency.tsv");
  if (list.empty()) GTEST_SKIP() << "no frequency list in the binary";
  const auto pairs = ReadPairs();
  const WordTrie words = WordTrie::FromFrequencyList(list);
  const auto frequency = [&](std::string_view word) { return words.Frequency(ToLetters(word)); };
  const auto knows = [&](std::string_view word) {
    return frequency(word) >= 0 && std::none_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
             return pair.first == word;
           });
  };
  const Suggester suggester({.knows = knows, .frequency = frequency, .fallback = {}});
  int count = 0;
  int first = 0;
  int among = 0;
  for (const auto& [wrong, right] : pairs) {
    if (!knows(right)) continue;
    const auto found = suggester.Suggest(wrong, 5);
    const auto place = std::find(found.begin(), found.end(), right);
    ++count;
    first += place == found.begin() && !found.empty() ? 1 : 0;
    among += place != found.end() ? 1 : 0;
  }
  EXPECT_GT(count, 200);
  EXPECT_GE(100 * first, 85 * count) << first << " of " << count << " first";
  EXPECT_GE(100 * among, 96 * count) << among << " of " << count << " among five";
}

}  // namespace
}  // namespace bnlint
