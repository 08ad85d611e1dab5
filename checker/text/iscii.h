#pragma once

#include <string>
#include <string_view>

namespace bnlint {

/// Whether a character is one under which ISCII keeps Bengali when it is read as Latin-1 or Windows-1252: letters,
/// signs, digits and the danda are the bytes A1..FA.
inline bool IsIsciiLetter(char32_t c) { return c >= 0xA1 && c <= 0xFA; }

/// ISCII-1991 (IS 13194) that was read as Latin-1, as Unicode Bengali; other characters stay. By ICU's converter.
/// Thread-safe.
std::string FromIscii(std::string_view text);

}  // namespace bnlint
