#pragma once

#include <cstdint>
#include <string_view>

#include "base/span.h"
#include "bnlint.h"

namespace bnlint {

/// Bytes of a text to code points. Remembers the last answer: ascending questions cost one pass over the text together.
/// Not thread-safe.
class OffsetCounter {
 public:
  /// `text` must outlive the counter.
  explicit OffsetCounter(std::string_view text) : text_(text) {}

  /// REQUIRES: the span lies in the text.
  Offsets At(Span span);

 private:
  uint64_t CodePointsBefore(uint64_t byte);

  std::string_view text_;
  uint64_t byte_ = 0;
  uint64_t code_points_ = 0;
};

}  // namespace bnlint
