#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>

namespace bnlint {

/// A set of code points, exact for ASCII, the Bengali block and general punctuation; of the rest 64 share a bit.
using CharSet = std::bitset<384>;

inline constexpr size_t kBengaliBits = 128;
inline constexpr size_t kPunctuationBits = 256;
inline constexpr size_t kSharedBits = 320;

/// The bit of a code point.
inline size_t CharBit(char32_t c) {
  if (c < 0x80) return c;
  if (c >= 0x0980 && c < 0x0A00) return kBengaliBits + (c - 0x0980);
  if (c >= 0x2000 && c < 0x2040) return kPunctuationBits + (c - 0x2000);
  // The dandas are common, and so have a bit that little else has.
  if (c == 0x0964 || c == 0x0965) return kSharedBits;
  return kSharedBits + 1 + c % 63;
}

}  // namespace bnlint
