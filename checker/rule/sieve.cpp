#include "rule/sieve.h"

#include <algorithm>

#include "text/char_class.h"
#include "text/lines.h"

namespace bnlint {
namespace {

constexpr size_t kPairs = size_t{128} * 128;
constexpr size_t kNoPair = kPairs;  // an empty list
// Two letters of sets larger than this would stand under too many pairs.
constexpr size_t kMostPairs = 200;

// Letters and marks, which always stand in one token when they touch.
const CharSet& WordLetters() {
  static const CharSet set = [] {
    CharSet letters;
    for (char32_t c = 0x0980; c < 0x0A00; ++c) {
      if (IsBengali(ClassOf(c))) letters.set(CharBit(c));
    }
    return letters;
  }();
  return set;
}

// Two letters at least, all inside one word.
bool IsOfOneWord(const CharRun& run) {
  return run.size() >= 2 &&
         std::all_of(run.begin(), run.end(),
                     [](const CharSet& set) { return (set & ~WordLetters()).none(); }) &&
         run[0].count() * run[1].count() <= kMostPairs;
}

bool IsOfWords(const AnyRun& runs) {
  return !runs.empty() && std::all_of(runs.begin(), runs.end(), IsOfOneWord);
}

// The characters of which a text that holds one of the runs has one: of each run the rarest set.
CharSet Rarest(const AnyRun& runs) {
  CharSet any;
  for (const CharRun& run : runs) {
    any |= *std::max_element(run.begin(), run.end(), [](const CharSet& a, const CharSet& b) {
      return Rarity(CharRun{a}) < Rarity(CharRun{b});
    });
  }
  return any;
}

bool Holds(const std::array<CharSet, 3>& sets, const CharSet& characters) {
  return std::all_of(sets.begin(), sets.end(),
                     [&](const CharSet& set) { return (set & characters).any(); });
}

}  // namespace

PatternSieve::PatternSieve(std::span<const Pattern* const> patterns) {
  for (size_t i = 0; i < patterns.size(); ++i) {
    const std::vector<AnyRun> required = RequiredRuns(patterns[i]->expanded());
    std::vector<CharSet> sets;
    const AnyRun* word = nullptr;
    for (const AnyRun& runs : required) {
      sets.push_back(Rarest(runs));
      if (IsOfWords(runs) && (word == nullptr || Rarity(*word) < Rarity(runs))) word = &runs;
    }
    std::sort(sets.begin(), sets.end(), [](const CharSet& a, const CharSet& b) {
      return Rarity(CharRun{a}) > Rarity(CharRun{b});
    });
    Entry entry{static_cast<int>(i), {}};
    for (size_t k = 0; k < entry.sets.size(); ++k) {
      if (k < sets.size()) {
        entry.sets[k] = sets[k];
      } else {
        entry.sets[k].set();
      }
    }
    if (word == nullptr) {
      by_characters_.push_back(std::move(entry));
    } else {
      AddWords(*word);
      by_words_.push_back(std::move(entry));
    }
  }
}

void PatternSieve::AddWords(const AnyRun& runs) {
  if (by_pair_.empty()) by_pair_.resize(kPairs + 1);
  for (const CharRun& run : runs) {
    Letters letters;
    for (const CharSet& set : run) {
      std::bitset<128> block;
      for (size_t i = 0; i < block.size(); ++i) block[i] = set[kBengaliBits + i];
      letters.sets.push_back(block);
    }
    const auto index = static_cast<uint32_t>(runs_.size());
    for (size_t a = 0; a < 128; ++a) {
      for (size_t b = 0; letters.sets[0][a] && b < 128; ++b) {
        if (letters.sets[1][b]) by_pair_[a * 128 + b].push_back(index);
      }
    }
    runs_.push_back(std::move(letters));
  }
}

bool PatternSieve::WantsWord(std::string_view word) const {
  if (by_pair_.empty()) return false;
  const auto letter = [&](size_t at) {
    return IsBengaliAt(word, at)
               ? static_cast<size_t>((static_cast<uint8_t>(word[at + 1]) & 1U) << 6U |
                                     (static_cast<uint8_t>(word[at + 2]) & 0x3FU))
               : size_t{128};
  };
  for (size_t at = 0; at + 3 < word.size();) {
    const size_t first = letter(at);
    if (first == 128) {
      ++at;
      continue;
    }
    const size_t second = letter(at + 3);
    for (const uint32_t index : by_pair_[second == 128 ? kNoPair : first * 128 + second]) {
      const auto& sets = runs_[index].sets;
      size_t k = 2;
      while (k < sets.size() && at + 3 * k < word.size() && letter(at + 3 * k) < 128 &&
             sets[k][letter(at + 3 * k)]) {
        ++k;
      }
      if (k == sets.size()) return true;
    }
    at += 3;
  }
  return false;
}

void PatternSieve::MayMatch(const CharSet& characters, bool has_wanted_word,
                            std::vector<int>& indices) const {
  indices.clear();
  for (const Entry& entry : by_characters_) {
    if (Holds(entry.sets, characters)) indices.push_back(entry.index);
  }
  if (!has_wanted_word) return;
  for (const Entry& entry : by_words_) {
    if (Holds(entry.sets, characters)) indices.push_back(entry.index);
  }
  std::sort(indices.begin(), indices.end());
}

}  // namespace bnlint
