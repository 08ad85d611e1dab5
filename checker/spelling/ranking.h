#pragma once

#include <algorithm>
#include <string>

namespace bnlint {

/// How good a suggestion is, lower is better: the cost of the edits (confusion.h) plus what its rarity
/// costs. A word twice as frequent makes up for a twentieth of an unexplained edit.
struct Guess {
  std::u16string letters;
  int score;
};

/// The frequency from which a word costs nothing for rarity, a log2 class: ~130,000 occurrences.
inline constexpr int kTopFrequency = 17;
inline constexpr int kRarityCost = 5;

/// `frequency` is a log2 class, -1 for a form that no corpus showed.
constexpr int RarityCost(int frequency) {
  return kRarityCost * (kTopFrequency - std::min(frequency, kTopFrequency));
}

}  // namespace bnlint
