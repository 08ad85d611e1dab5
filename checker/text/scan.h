#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/token.h"

namespace bnlint {

/// A set of things that a paragraph has, one bit each. The lower half is what its characters and tokens show
/// (namespace trait, below), the upper half what its words are (checks/word_traits.h).
using Traits = uint64_t;

namespace trait {
inline constexpr Traits kAll = ~Traits{0};
inline constexpr Traits kNone = 0;

inline constexpr Traits kLatin = 1U << 0U;         ///< a word in Latin letters
inline constexpr Traits kAsciiLetter = 1U << 1U;   ///< a-z, A-Z
inline constexpr Traits kBengaliDigit = 1U << 2U;  ///< in a number
inline constexpr Traits kAsciiDigit = 1U << 3U;    ///< …
inline constexpr Traits kForeignDigit = 1U << 4U;  ///< …
inline constexpr Traits kMixedNumber = 1U << 5U;   ///< Bengali and ASCII digits in one number
inline constexpr Traits kQuestion = 1U << 6U;      ///< ? or ¿
inline constexpr Traits kColon = 1U << 7U;         ///< :
inline constexpr Traits kDot = 1U << 8U;           ///< .
inline constexpr Traits kBar = 1U << 9U;           ///< |
inline constexpr Traits kHyphen = 1U << 10U;       ///< - – —
inline constexpr Traits kBracket = 1U << 11U;      ///< ( ) [ ] { }
inline constexpr Traits kQuote = 1U << 12U;        ///< " ' ` and all typographic quotation marks
inline constexpr Traits kDanda = 1U << 13U;        ///< । ॥
inline constexpr Traits kCurrency = 1U << 14U;     ///< ৲ to ৻, the annas ৷ among them
inline constexpr Traits kVisarga = 1U << 15U;      ///< ঃ
inline constexpr Traits kAssamese = 1U << 16U;     ///< ৰ ৱ
inline constexpr Traits kRa = 1U << 17U;           ///< র
inline constexpr Traits kJoiner = 1U << 18U;       ///< ZWNJ, ZWJ
inline constexpr Traits kInvisible = 1U << 19U;    ///< CharClass::kInvisible
inline constexpr Traits kTwoBytes = 1U << 20U;     ///< U+0080 to U+07FF, or a byte that is no UTF-8
inline constexpr Traits kOddSymbol =
    1U << 21U;  ///< U+2000 to U+2FFF but for U+2000 to U+203F; ‡; no UTF-8
inline constexpr Traits kGlyph = 1U << 22U;  ///< outside ASCII and Indic scripts, but for … – — ’ ”
inline constexpr Traits kEscape = 1U << 23U;       ///< & \ < % =, U+1000 to U+1FFF, or no UTF-8
inline constexpr Traits kReplacement = 1U << 24U;  ///< U+FFFD
inline constexpr Traits kLineBreak = 1U << 25U;    ///< within the text
inline constexpr Traits kWideBlank = 1U << 26U;    ///< a blank of two bytes or more
inline constexpr Traits kForeignBeside =
    1U << 27U;  ///< a Bengali word that touches a word in another script or a symbol
inline constexpr Traits kWordBehindMark =
    1U
    << 28U;  ///< … that touches what stands before it: a number, a Latin word, a mark that opens nothing
inline constexpr Traits kNumberBehindWord =
    1U << 29U;  ///< … that a number or Latin word touches from behind
inline constexpr Traits kParagraph =
    1U << 31U;  ///< what every paragraph is, so that a check that needs anything sees it
inline constexpr Traits kRepeated =
    1U << 30U;  ///< two equal Bengali words with one token between them
}  // namespace trait

/// What one pass over a text learns.
struct ScannedText {
  std::vector<Token> tokens;    ///< as Tokenize gives them
  std::vector<uint32_t> marks;  ///< indices of the tokens that are kPunctuation or kSymbol
  uint32_t bengali = 0;         ///< how many tokens are kBengali
  uint32_t latin = 0;           ///< … kLatin
  Traits traits = trait::kNone;
};

/// Cuts `text` into tokens and notes its traits, replacing what `scan` held. REQUIRES and errors as Tokenize.
/// Thread-safe.
void ScanText(std::string_view text, ScannedText& scan);

}  // namespace bnlint
