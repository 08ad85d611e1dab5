#include "api/offsets.h"

#include "text/utf8.h"

namespace bnlint {

Offsets OffsetCounter::At(Span span) {
  const uint64_t begin = CodePointsBefore(span.begin);
  return {span.begin, span.end, begin, CodePointsBefore(span.end)};
}

uint64_t OffsetCounter::CodePointsBefore(uint64_t byte) {
  if (byte < byte_) {
    // Findings are sorted, so this is a short step back: to the begin of one that overlaps the last, or to an edit.
    if (byte_ - byte < byte) {
      code_points_ -= CountCodePoints(text_.substr(byte, byte_ - byte));
      byte_ = byte;
      return code_points_;
    }
    byte_ = 0;
    code_points_ = 0;
  }
  code_points_ += CountCodePoints(text_.substr(byte_, byte - byte_));
  byte_ = byte;
  return code_points_;
}

}  // namespace bnlint
