#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "rule/pattern.h"
#include "rule/required.h"
#include "text/char_set.h"

namespace bnlint {

/// Tells from what a text is made of which of many patterns may match in it: most need characters or letters side by
/// side that most texts have not. Immutable once made; thread-safe.
class PatternSieve {
 public:
  explicit PatternSieve(std::span<const Pattern* const> patterns);

  static constexpr unsigned kGroups = 8;

  /// The groups of patterns, a bit each, of which one may match in a text because it holds this Bengali word.
  [[nodiscard]] unsigned WantsWord(std::string_view word) const;

  /// The indices of the patterns that may match in a text of these characters, ascending. `wanted`: WantsWord of all
  /// of its words together.
  void MayMatch(const CharSet& characters, unsigned wanted, std::vector<int>& indices) const;
  /// Indices, ascending, of the patterns that need a digit; where there is one it is faster to ask them together.
  [[nodiscard]] std::span<const int> OfDigits() const { return of_digits_; }
  /// Whether one of those may match.
  [[nodiscard]] bool DigitsMayMatch(const CharSet& characters) const;

 private:
  // A pattern and the sets of which a text must have a character each.
  struct Entry {
    int index;
    unsigned group = 0;           // a bit, of those by words
    std::array<CharSet, 3> sets;  // those that are not needed hold everything
  };
  // Letters side by side, as offsets from U+0980.
  struct Letters {
    std::vector<std::bitset<128>> sets;
    unsigned group;  // a bit
  };
  void AddWords(const AnyRun& runs, unsigned group);

  std::vector<Entry> by_characters_;
  std::vector<Entry> by_words_;  // … if it has a wanted word
  std::vector<int> of_digits_;
  std::vector<Letters> runs_;
  std::vector<std::vector<uint32_t>>
      by_pair_;  // indices into runs_, by the first two letters; empty when none
};

}  // namespace bnlint
