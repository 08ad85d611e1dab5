#include "checks/latin_likeness.h"

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "embed/embed.h"
#include "text/bijoy.h"

namespace bnlint {
namespace {

constexpr size_t kEdge = 52;  // a word's beginning and end
constexpr size_t kLetters = 53;

size_t Index(char c) {
  if (c >= 'a' && c <= 'z') return static_cast<size_t>(c - 'a');
  return c >= 'A' && c <= 'Z' ? 26 + static_cast<size_t>(c - 'A') : kEdge;
}

class Bigrams {
 public:
  void Learn(std::string_view word) {
    ForPairs(word, [&](size_t a, size_t b) {
      ++pair_[a][b];
      ++first_[a];
    });
  }
  [[nodiscard]] double Likelihood(std::string_view word) const {
    constexpr double kUnseen = 0.3;  // added to every count
    double sum = 0;
    ForPairs(word, [&](size_t a, size_t b) {
      sum += std::log((pair_[a][b] + kUnseen) / (first_[a] + kUnseen * kLetters));
    });
    return sum;
  }

 private:
  template <typename See>
  static void ForPairs(std::string_view word, const See& see) {
    size_t before = kEdge;
    for (const char c : word) {
      see(before, Index(c));
      before = Index(c);
    }
    see(before, kEdge);
  }

  std::array<std::array<double, kLetters>, kLetters> pair_{};
  std::array<double, kLetters> first_{};
};

template <typename See>
void ForLines(std::string_view name, const See& see) {
  std::string_view rest = Embedded(name);
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (!line.empty() && line[0] != '#') see(line);
  }
}

char Upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

// As they are, with a capital, and short ones as abbreviations.
Bigrams LearnLatin() {
  constexpr size_t kAbbreviation = 4;
  Bigrams bigrams;
  ForLines("dictionaries/bn/latin-words.txt", [&](std::string_view line) {
    std::string word(line);
    bigrams.Learn(word);
    word[0] = Upper(word[0]);
    bigrams.Learn(word);
    if (word.size() > kAbbreviation) return;
    for (char& c : word) c = Upper(c);
    bigrams.Learn(word);
  });
  return bigrams;
}

// One form in eight is enough, and soon done.
Bigrams LearnBengali() {
  constexpr size_t kStep = 8;
  Bigrams bigrams;
  size_t count = 0;
  ForLines("dictionaries/bn/frequency.tsv", [&](std::string_view line) {
    if (count++ % kStep != 0) return;
    const std::vector<std::string> letters = LatinOf(line.substr(0, line.find('\t')));
    if (!letters.empty()) bigrams.Learn(letters.front());
  });
  return bigrams;
}

}  // namespace

double LatinLikeness(std::string_view letters) {
  static const Bigrams latin = LearnLatin();
  static const Bigrams bengali = LearnBengali();
  return latin.Likelihood(letters) - bengali.Likelihood(letters);
}

}  // namespace bnlint
