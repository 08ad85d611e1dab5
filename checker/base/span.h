#pragma once

#include <cstdint>

namespace bnlint {

/// A half-open range of bytes, [begin, end). Offsets are 64-bit: a file may exceed 4 GiB.
/// Unless a comment says otherwise they count from the start of the file, not of a block of it.
struct Span {
  uint64_t begin = 0;
  uint64_t end = 0;

  [[nodiscard]] uint64_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] bool Contains(uint64_t at) const { return begin <= at && at < end; }
  /// True when the two share a byte, or when one is empty and lies inside or at an edge of the other.
  [[nodiscard]] bool Overlaps(Span other) const {
    if (empty() || other.empty()) return begin <= other.end && other.begin <= end;
    return begin < other.end && other.begin < end;
  }
  friend bool operator==(Span, Span) = default;
  friend auto operator<=>(Span, Span) = default;
};

}  // namespace bnlint
