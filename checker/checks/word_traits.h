#pragma once

#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "spelling/speller.h"
#include "text/scan.h"

namespace bnlint {

/// What a Bengali word by itself is, one bit each, as far as some check asks for it: the upper half of Traits. The bits
/// only spare questions: where one is not set the check that owns it has nothing to say, where it is set the
/// check looks for itself.
namespace trait {
inline constexpr Traits Word(unsigned bit) { return Traits{1} << (32U + bit); }

inline constexpr Traits kUnknown = Word(0);  ///< the dictionary does not know it, or there is none
inline constexpr Traits kFault = Word(1);    ///< outside the syllable grammar (syllables.h)
inline constexpr Traits kName = Word(2);     ///< may be a name spelled in two ways (name-variant)
inline constexpr Traits kReph = Word(3);     ///< unknown with a reph, or a reph alone
inline constexpr Traits kRaYa = Word(4);  ///< র্য that may lack its joiner, or a wrong joiner
inline constexpr Traits kTaHasanta = Word(5);    ///< ত্ that may be ৎ
inline constexpr Traits kOddConjunct = Word(6);  ///< unknown, with a conjunct that no word has
inline constexpr Traits kEdgeHasanta = Word(7);  ///< begins or ends with a hasanta
inline constexpr Traits kDoubledUnderReph = Word(8);
inline constexpr Traits kHriHuu = Word(9);  ///< unknown with হৃ or হূ
inline constexpr Traits kGlued = Word(10);  ///< may be two words (glued-words)
inline constexpr Traits kSplitVowel = Word(11);
inline constexpr Traits kNukta = Word(12);  ///< ড় ঢ় য় in one code point or two
inline constexpr Traits kFewSigns =
    Word(13);  ///< unseen, may be Latin read as Bijoy (bijoy-residue)
inline constexpr Traits kConverted =
    Word(14);  ///< unknown, may be bent by a converter (converted_word.h)
inline constexpr Traits kEndsInReph = Word(15);
inline constexpr Traits kSadhu = Word(16);        ///< on the list of sadhu forms
inline constexpr Traits kProgram = Word(17);      ///< a word of programmers (empty-value)
inline constexpr Traits kEnding = Word(18);       ///< an ending that may stand apart from its word
inline constexpr Traits kLongUnknown = Word(19);  ///< unknown, of five letters or more
inline constexpr Traits kFirstPerson = Word(20);  ///< I and we (quote-lost)
inline constexpr Traits kHour = Word(21);         ///< begins with ওটা
}  // namespace trait

/// The traits of words, remembered: a table that a collision overwrites, so it never grows. What it says depends on
/// nothing but the word and the speller. Not thread-safe; one a document.
class WordTraits {
 public:
  /// `speller` must outlive it.
  explicit WordTraits(const Speller& speller);

  /// Of a token that is kBengali, `word` being its text.
  Traits Of(std::string_view word, const Token& token);

 private:
  static constexpr size_t kLongest =
      59;  // bytes of a word that is remembered; longer ones are rare
  // 4 MiB, of which a short text touches little; one in a hundred words of a long one is not found.
  static constexpr size_t kSets = 32768;
  struct Slot {
    uint32_t traits;  // the upper half
    uint8_t size;     // 0: free
    std::array<char, kLongest> word;
  };
  struct Set {
    std::array<Slot, 2> slots;  // the later one first
  };
  struct Free {
    void operator()(Set* sets) const { std::free(sets); }
  };

  [[nodiscard]] Traits Find(std::string_view word, const Token& token) const;

  const Speller& speller_;
  std::unique_ptr<Set, Free> sets_;  // kSets
};

}  // namespace bnlint
