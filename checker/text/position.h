#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace bnlint {

/// A place in a file in every unit that a reader of diagnostics may ask for.
/// Lines end with LF, CRLF or a lone CR, as in the Language Server Protocol; U+2028 and U+2029 do
/// not end one. Lines and columns count from 1, bytes from 0. A byte that is not UTF-8 counts as one
/// code point for each maximal broken subsequence. A byte order mark is the first code point.
struct Position {
  uint64_t byte = 0;  ///< from the start of the file
  uint64_t line = 1;
  uint64_t column = 1;       ///< in code points
  uint64_t utf16 = 1;        ///< in UTF-16 code units
  uint64_t byte_column = 1;  ///< in bytes of UTF-8, of the code point's start
  friend bool operator==(const Position&, const Position&) = default;
};

/// The one home of conversions from bytes to positions, for one block of a file.
///
/// Not thread-safe: it remembers the last answer, so that asking in ascending order costs one pass
/// over the block, however long its lines are. Use one a thread.
class PositionIndex {
 public:
  PositionIndex() = default;
  /// `origin` is the position of the first byte of `bytes`, which must outlive the index.
  PositionIndex(std::string_view bytes, Position origin);

  /// REQUIRES: origin.byte <= byte <= origin.byte + bytes.size(). A byte inside a code point gives
  /// the position of that code point's start, with the byte as asked.
  Position At(uint64_t byte);

  /// Column in user-perceived characters (extended grapheme clusters, UAX 29 by ICU), from 1.
  /// A grapheme that began in an earlier block of the same line is counted there.
  /// `at` is a byte offset into `line`, a line without its terminator.
  static uint64_t GraphemeColumn(std::string_view line, uint64_t at);

  /// The line that holds `byte`, without its terminator, as far as it lies in this block.
  [[nodiscard]] std::string_view LineAt(uint64_t byte) const;

 private:
  [[nodiscard]] size_t LineOf(uint64_t offset) const;

  std::string_view bytes_;
  Position origin_;
  std::vector<uint64_t> line_starts_;  // offsets into bytes_; the first is 0
  Position last_;                      // the cursor
};

}  // namespace bnlint
