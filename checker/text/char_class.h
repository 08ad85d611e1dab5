#pragma once

#include <cstdint>

namespace bnlint {

/// What a code point is to a Bengali linter. The Bengali classes follow the Unicode chart
/// U+0980..U+09FF and the roles of the syllable grammar in akshara.h.
enum class CharClass : uint8_t {
  kSpace,        ///< blank within a line, no-break space included
  kNewline,      ///< LF, VT, FF, CR, NEL, U+2028, U+2029
  kControl,      ///< other C0 and C1 controls
  kInvisible,    ///< soft hyphen, ZWSP, word joiner, BOM, bidi controls
  kJoiner,       ///< ZWNJ, ZWJ: meaningful inside Bengali words
  kBnConsonant,  ///< ক..হ, ড় ঢ় য়
  kBnVowel,      ///< independent vowel
  kBnKhandaTa,   ///< ৎ
  kBnSign,       ///< vowel sign, the length mark U+09D7 included
  kBnHasanta,    ///< ্
  kBnNukta,      ///< ়
  kBnModifier,   ///< ঁ ং ঃ
  kBnDigit,      ///< ০..৯
  kBnOther,      ///< the rest of the block that is a letter: ঽ ৰ ৱ …
  kBnSymbol,     ///< ৳ and the other signs of the block that are no letters
  kDanda,        ///< । ॥
  kLatin,
  kAsciiDigit,
  kOtherDigit,   ///< a decimal digit of another script, fullwidth forms included
  kOtherLetter,  ///< a letter of another script
  kOtherMark,    ///< a combining mark of another script
  kPunctuation,
  kSymbol,
  kUnknown,  ///< unassigned, private use, surrogate, noncharacter, or an invalid byte
};

/// The class of a code point. Constant time; thread-safe.
CharClass ClassOf(char32_t code_point);

inline bool IsBengaliMark(CharClass c) {
  return c == CharClass::kBnSign || c == CharClass::kBnHasanta || c == CharClass::kBnNukta ||
         c == CharClass::kBnModifier;
}
inline bool IsBengaliLetter(CharClass c) {
  return c == CharClass::kBnConsonant || c == CharClass::kBnVowel || c == CharClass::kBnKhandaTa ||
         c == CharClass::kBnOther;
}
/// A letter or a mark: what a Bengali word is made of.
inline bool IsBengali(CharClass c) { return IsBengaliLetter(c) || IsBengaliMark(c); }
inline bool IsDigit(CharClass c) {
  return c == CharClass::kBnDigit || c == CharClass::kAsciiDigit || c == CharClass::kOtherDigit;
}
inline bool IsBlank(CharClass c) { return c == CharClass::kSpace || c == CharClass::kNewline; }
/// Can stand inside a word or number of any script, so that no word edge lies beside it.
inline bool IsWordLike(CharClass c) {
  return IsBengali(c) || IsDigit(c) || c == CharClass::kJoiner || c == CharClass::kLatin ||
         c == CharClass::kOtherLetter || c == CharClass::kOtherMark;
}

/// The value 0..9 of a decimal digit of any script, or -1.
int DigitValue(char32_t code_point);

}  // namespace bnlint
