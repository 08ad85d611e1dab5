#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <unicode/utf8.h>

namespace bnlint {

/// One decoded code point. Bytes that are not UTF-8 decode as U+FFFD with valid = false, one
/// maximal broken subsequence at a time (Unicode's recommended practice), so decoding never stalls.
struct CodePoint {
  char32_t value;
  uint32_t size;  ///< in bytes, at least 1
  bool valid;
};

/// Decodes the code point at byte `at`. REQUIRES: at < text.size() (of a block, so far below 2 GiB).
inline CodePoint DecodeAt(std::string_view text, size_t at) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  size_t next = at;
  UChar32 value = 0;
  U8_NEXT(bytes, next, text.size(), value);
  const auto size = static_cast<uint32_t>(next - at);
  return value < 0 ? CodePoint{0xFFFD, size, false}
                   : CodePoint{static_cast<char32_t>(value), size, true};
}

/// Decodes the code point that ends at byte `end`. REQUIRES: 0 < end <= text.size() < 2 GiB.
inline CodePoint DecodeBefore(std::string_view text, size_t end) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  auto start = static_cast<int32_t>(end);
  UChar32 value = 0;
  U8_PREV(bytes, 0, start, value);
  const auto size = static_cast<uint32_t>(static_cast<int32_t>(end) - start);
  return value < 0 ? CodePoint{0xFFFD, size, false}
                   : CodePoint{static_cast<char32_t>(value), size, true};
}

/// Appends `value` in UTF-8. REQUIRES: a Unicode scalar value.
inline void AppendUtf8(std::string& text, char32_t value) {
  uint8_t bytes[4];  // NOLINT(*-avoid-c-arrays): what U8_APPEND_UNSAFE writes to
  int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, static_cast<UChar32>(value));
  text.append(reinterpret_cast<const char*>(bytes), static_cast<size_t>(size));
}

/// True for a byte that continues a code point; a cut before any other byte is on a boundary.
inline bool IsContinuation(char byte) { return (static_cast<uint8_t>(byte) & 0xC0U) == 0x80U; }

/// The number of code points; every byte of an invalid sequence counts as its subsequence does.
inline uint64_t CountCodePoints(std::string_view text) {
  uint64_t count = 0;
  for (size_t at = 0; at < text.size(); at += DecodeAt(text, at).size) ++count;
  return count;
}

}  // namespace bnlint
