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

// Runs that are less rare, in bits, are in every other paragraph.
constexpr double kLeastRarity = 12;

const CharSet& Digits() {
  static const CharSet set = [] {
    CharSet digits;
    for (char32_t i = 0; i < 10; ++i) {
      digits.set(CharBit('0' + i));
      digits.set(CharBit(0x09E6 + i));
    }
    return digits;
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
  return !runs.empty() && Rarity(runs) >= kLeastRarity &&
         std::all_of(runs.begin(), runs.end(), IsOfOneWord);
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
    Entry entry{static_cast<int>(i), 0, {}};
    for (size_t k = 0; k < entry.sets.size(); ++k) {
      if (k < sets.size()) {
        entry.sets[k] = sets[k];
      } else {
        entry.sets[k].set();
      }
    }
    if (word != nullptr) {
      entry.group = 1U << by_words_.size() % kGroups;
      AddWords(*word, entry.group);
      by_words_.push_back(std::move(entry));
    } else if ((entry.sets[0] & ~Digits()).none()) {
      of_digits_.push_back(entry.index);
    } else {
      by_characters_.push_back(std::move(entry));
    }
  }
}

void PatternSieve::AddWords(const AnyRun& runs, unsigned group) {
  if (by_pair_.empty()) by_pair_.resize(kPairs + 1);
  for (const CharRun& run : runs) {
    Letters letters{{}, group};
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

unsigned PatternSieve::WantsWord(std::string_view word) const {
  if (by_pair_.empty()) return 0;
  const auto letter = [&](size_t at) {
    if (!IsBengaliAt(word, at)) return size_t{128};
    return static_cast<size_t>((static_cast<uint8_t>(word[at + 1]) & 1U) << 6U |
                               (static_cast<uint8_t>(word[at + 2]) & 0x3FU));
  };
  unsigned wanted = 0;
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
      if (k == sets.size()) wanted |= runs_[index].group;
    }
    at += 3;
  }
  return wanted;
}

void PatternSieve::MayMatch(const CharSet& characters, unsigned wanted,
                            std::vector<int>& indices) const {
  indices.clear();
  for (const Entry& entry : by_characters_) {
    if (Holds(entry.sets, characters)) indices.push_back(entry.index);
  }
  if (wanted == 0) return;
  for (const Entry& entry : by_words_) {
    if ((entry.group & wanted) != 0 && Holds(entry.sets, characters)) {
      indices.push_back(entry.index);
    }
  }
  std::sort(indices.begin(), indices.end());
}

bool PatternSieve::DigitsMayMatch(const CharSet& characters) const {
  return !of_digits_.empty() && (characters & Digits()).any();
}

}  // namespace bnlint
