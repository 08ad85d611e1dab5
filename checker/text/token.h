#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace bnlint {

enum class TokenKind : uint8_t {
  kBengali,    ///< a Bengali word with its marks, joiners and inner apostrophes
  kLatin,      ///< a word in Latin letters
  kOtherWord,  ///< a word of another script
  kNumber,     ///< digits of any script with separators between them: ২,৩৪,৫৬৭ or 3.14
  kSpace,      ///< blanks and line breaks
  kPunctuation,  ///< one punctuation mark, the danda included
  kSymbol,       ///< one symbol, control or unknown character
};

/// What a token holds that the eye may miss.
enum TokenFlag : uint8_t {
  kHasInvisible = 1,   ///< a soft hyphen, ZWSP … inside a word
  kHasJoiner = 2,      ///< ZWNJ or ZWJ
  kBengaliDigits = 4,  ///< a number in ০..৯, at least in part
  kAsciiDigits = 8,
  kForeignDigits = 16,
  kHasApostrophe = 32,
  kHasLineBreak = 64,  ///< of a kSpace token
};

/// A piece of a segment's text. Tokens of a segment follow each other without gaps.
struct Token {
  uint32_t begin = 0;  ///< text offsets, in bytes
  uint32_t end = 0;
  TokenKind kind = TokenKind::kSymbol;
  uint8_t flags = 0;

  [[nodiscard]] std::string_view In(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
  [[nodiscard]] Span span() const { return {begin, end}; }
  [[nodiscard]] bool Is(TokenKind wanted) const { return kind == wanted; }
  [[nodiscard]] bool Has(TokenFlag flag) const { return (flags & flag) != 0; }
};

/// Cuts `text` into tokens, replacing what `tokens` held. One pass; invalid bytes become kSymbol.
/// REQUIRES: text.size() < 4 GiB (a segment is a paragraph of one block). Thread-safe.
void Tokenize(std::string_view text, std::vector<Token>& tokens);

}  // namespace bnlint
