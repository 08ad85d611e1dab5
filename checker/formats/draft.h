#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "formats/blank.h"
#include "text/document.h"

namespace bnlint {

/// The text of a segment in the making, for formats whose text is not a stretch of the source. Its pieces
/// count bytes from the start of the block.
struct Draft {
  std::string text;
  std::vector<Piece> pieces;
  bool prose = false;  // holds more than blanks, objects and the descriptions of images

  [[nodiscard]] bool EndsBlank() const { return text.empty() || IsBlankByte(text.back()); }

  /// Appends `bytes`, which stand for `source`; verbatim: they are the bytes there; decoded: an escape of them is.
  void Add(std::string_view bytes, Span source, bool verbatim, bool decoded = false);

  /// The pieces of [begin, end) of the text, for a block that begins at `origin` in the source.
  [[nodiscard]] std::vector<Piece> Slice(size_t begin, size_t end, uint64_t origin) const;
};

/// How much of a text makes one segment when it is longer than kMaxSegmentBytes: up to a blank, or else to
/// the end of a code point.
size_t PartSize(std::string_view text);

}  // namespace bnlint
