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

  /// True when some pattern may match in a text because it holds this Bengali word (of letters and marks).
  [[nodiscard]] bool WantsWord(std::string_view word) const;

  /// Whether any pattern may match in a text of these characters, and the indices of those that may, ascending.
  /// `has_wanted_word`: WantsWord is true of one of its words.
  void MayMatch(const CharSet& characters, bool has_wanted_word, std::vector<int>& indices) const;

 private:
  // A pattern and the sets of which a text must have a character each.
  struct Entry {
    int index;
    std::array<CharSet, 3> sets;  // those that are not needed hold everything
  };
  // Letters side by side, as offsets from U+0980.
  struct Letters {
    std::vector<std::bitset<128>> sets;
  };
  void AddWords(const AnyRun& runs);

  std::vector<Entry> by_characters_;
  std::vector<Entry> by_words_;  // … if it has a wanted word
  std::vector<Letters> runs_;
  std::vector<std::vector<uint32_t>>
      by_pair_;  // indices into runs_, by the first two letters; empty when none
};

}  // namespace bnlint
