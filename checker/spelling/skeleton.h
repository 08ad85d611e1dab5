#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bnlint {

/// Sets of Bengali marks that programs lose together, from the smallest to the largest.
enum class MarkSet : uint8_t {
  kCombining,  ///< ্ and the nukta: those with a combining class, all that Python's unicodedata.combining() sees
  kNonspacing,  ///< … and ঁ ু ূ ৃ: the general category Mn, as accent strippers drop it
  kSpacing,  ///< া ি ী ে ৈ ো ৌ ং ঃ: the general category Mc, which some \w do not know
  kAll,  ///< all of them: what is left are letters
};

/// A bit for each group of marks that some set holds and another does not.
enum MarkGroup : uint8_t {
  kCombiningMarks = 1,
  kSignsBelow = 2,  ///< the other nonspacing ones; ঁ too, though it stands above
  kSpacingMarks = 4,
};

/// The groups that make up a set.
uint8_t GroupsOf(MarkSet set);

/// What a Bengali word is made of. ড় ঢ় য় are letters however they are written, so a nukta does not count.
struct WordMarks {
  size_t letters = 0;
  uint8_t groups = 0;  ///< MarkGroups that occur
};
/// Thread-safe.
WordMarks MarksOf(std::string_view word);

/// `word` without the marks of a set and without joiners, ড় ঢ় য় losing their nukta with the others. REQUIRES: `word`
/// is folded (fold.h). Thread-safe.
std::string Skeleton(std::string_view word, MarkSet set);

/// True when `bare`, which holds no mark of the set, is what is left of a frequent form when it loses them. Of fewer
/// than three code points nothing is said: always false. The first question about a set builds its table (some
/// milliseconds, 8 bytes a form). Thread-safe.
bool IsSkeletonOfWord(std::string_view bare, MarkSet set);

}  // namespace bnlint
