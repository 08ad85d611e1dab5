#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace bnlint {

enum class ByteOrder : uint8_t { kLittle, kBig };

/// The byte order of bytes that are UTF-16 and no UTF-8: they begin with its byte order mark, or most pairs of the
/// first few hundred have the high byte of Bengali or ASCII on the same side. Reads no further. Thread-safe.
std::optional<ByteOrder> LooksLikeUtf16(std::string_view bytes);

/// A stretch in which the bytes of Bengali in UTF-16 were read one by one (U+0995, 95 09, as • and a tab), or those of
/// UTF-8 two by two (as ꛠ and the like).
struct Utf16Misread {
  Span span;         ///< in bytes of the text
  std::string text;  ///< what was written; empty when its bytes are lost
  bool two_by_two = false;
  bool exact = false;  ///< misreading `text` gives the stretch again
};

/// The stretches of a text, over line breaks, in order. Linear; two searches when there is none. Thread-safe.
std::vector<Utf16Misread> FindUtf16Misread(std::string_view text);

}  // namespace bnlint
