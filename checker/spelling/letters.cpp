#include "spelling/letters.h"

#include "text/utf8.h"

namespace bnlint {

std::u16string ToLetters(std::string_view word) {
  std::u16string letters;
  letters.reserve(word.size() / 3 + 1);
  for (size_t at = 0; at < word.size();) {
    const CodePoint c = DecodeAt(word, at);
    letters += c.value <= 0xFFFF ? static_cast<char16_t>(c.value) : char16_t{0xFFFD};
    at += c.size;
  }
  return letters;
}

std::string FromLetters(std::u16string_view letters) {
  std::string word;
  word.reserve(letters.size() * 3);
  for (const char16_t letter : letters) AppendUtf8(word, letter);
  return word;
}

}  // namespace bnlint
