#include "text/document.h"

#include <algorithm>

namespace bnlint {
namespace {

// The last piece that begins at or before `at`. REQUIRES: pieces is not empty.
const Piece& PieceAt(const std::vector<Piece>& pieces, uint64_t at) {
  const auto next =
      std::upper_bound(pieces.begin(), pieces.end(), at,
                       [](uint64_t value, const Piece& piece) { return value < piece.text_begin; });
  return next == pieces.begin() ? pieces.front() : *(next - 1);
}

}  // namespace

Span Segment::ToSource(Span text_span) const {
  if (pieces.empty()) return {};
  const Piece& first = PieceAt(pieces, text_span.begin);
  // The end belongs to the piece of the last byte, not to the one that starts after it.
  const Piece& last = text_span.empty() ? first : PieceAt(pieces, text_span.end - 1);
  const uint64_t begin = first.verbatim ? first.source_begin + (text_span.begin - first.text_begin)
                                        : first.source_begin;
  const uint64_t end = last.verbatim ? last.source_begin + (text_span.end - last.text_begin)
                                     : last.source_begin + last.source_size;
  return {begin, std::max(begin, end)};
}

bool Segment::IsVerbatim(Span text_span) const {
  if (pieces.empty()) return false;
  const Piece& piece = PieceAt(pieces, text_span.begin);
  return piece.verbatim && text_span.end <= piece.text_begin + piece.text_size;
}

}  // namespace bnlint
