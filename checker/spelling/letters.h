#pragma once

#include <string>
#include <string_view>

namespace bnlint {

/// A word as an array of letters, one code unit each, for work that looks at words letter by letter.
/// Code points beyond the BMP and bytes that are no UTF-8 become U+FFFD, which no word list holds.
/// Thread-safe, as its inverse is.
std::u16string ToLetters(std::string_view word);

std::string FromLetters(std::u16string_view letters);

/// A sign that a reader sees on a letter: vowel signs, hasanta, ঁ ং ঃ. Constant time.
constexpr bool IsMark(char16_t letter) {
  return (letter >= 0x09BE && letter <= 0x09CD) || (letter >= 0x0981 && letter <= 0x0983) ||
         letter == 0x09BC || letter == 0x09D7;
}

/// A letter that spells a consonant: ক…হ ড় ঢ় য়. Constant time.
constexpr bool IsConsonant(char16_t letter) {
  return (letter >= 0x0995 && letter <= 0x09B9) || letter == 0x09DC || letter == 0x09DD ||
         letter == 0x09DF;
}

}  // namespace bnlint
