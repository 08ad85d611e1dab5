#include "text/document.h"

#include <algorithm>
#include <utility>

namespace bnlint {
namespace {

// The last piece that begins at or before `at`. REQUIRES: pieces is not empty.
const Piece& PieceAt(const std::vector<Piece>& pieces, uint64_t at) {
  const auto next =
      std::upper_bound(pieces.begin(), pieces.end(), at,
                       [](uint64_t value, const Piece& piece) { return value < piece.text_begin; });
  return next == pieces.begin() ? pieces.front() : *(next - 1);
}

bool HasBlankEdge(std::string_view text) { return text.starts_with(' ') || text.ends_with(' '); }

// Whether `at` is where the text begins or ends, or where markup stands.
bool IsAtMarkup(const std::vector<Piece>& pieces, uint64_t at) {
  const Piece& next = PieceAt(pieces, at);
  if (at == 0 || at == next.text_begin + next.text_size) return true;
  if (at != next.text_begin) return false;
  const Piece& last = PieceAt(pieces, at - 1);
  return last.source_begin + last.source_size != next.source_begin;
}

// Where in the file text is put in at `at`: rather where what follows begins than where what is before ends, so that
// it does not come between that and the markup that closes it.
std::optional<uint64_t> InsertionAt(const std::vector<Piece>& pieces, uint64_t at) {
  const Piece& next = PieceAt(pieces, at);
  if (next.verbatim) return next.source_begin + (at - next.text_begin);
  if (next.decoded && at == next.text_begin) return next.source_begin;
  const Piece& last = at == 0 ? next : PieceAt(pieces, at - 1);
  const bool ends = at == last.text_begin + last.text_size;
  if (!ends || (!last.verbatim && !last.decoded)) return std::nullopt;
  return last.source_begin + last.source_size;
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

std::optional<Replacement> Segment::Rewrite(Span text_span, std::string_view text) const {
  if (pieces.empty()) return std::nullopt;
  Span source;
  if (text_span.empty()) {
    const auto offset = InsertionAt(pieces, text_span.begin);
    if (!offset) return std::nullopt;
    source = {*offset, *offset};
  } else {
    const Piece* const first = &PieceAt(pieces, text_span.begin);
    const Piece* const last = &PieceAt(pieces, text_span.end - 1);
    if (!first->verbatim && first->text_begin != text_span.begin) return std::nullopt;
    if (!last->verbatim && last->text_begin + last->text_size != text_span.end) return std::nullopt;
    for (const Piece* piece = first; piece <= last; ++piece) {
      if (!piece->verbatim && !piece->decoded) return std::nullopt;
      if (piece != first && piece->source_begin != piece[-1].source_begin + piece[-1].source_size)
        return std::nullopt;
    }
    source = ToSource(text_span);
  }
  if (closed_edges && HasBlankEdge(text) &&
      (IsAtMarkup(pieces, text_span.begin) || IsAtMarkup(pieces, text_span.end)))
    return std::nullopt;
  auto written = Write(writing, text);
  if (!written) return std::nullopt;
  return Replacement{source, std::move(*written)};
}

}  // namespace bnlint
