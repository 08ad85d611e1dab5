#include "formats/draft.h"

#include <algorithm>

#include "formats/plain.h"
#include "text/utf8.h"

namespace bnlint {

void Draft::Add(std::string_view bytes, Span source, bool verbatim, bool decoded) {
  if (verbatim && !pieces.empty() && pieces.back().verbatim &&
      pieces.back().source_begin + pieces.back().source_size == source.begin) {
    pieces.back().text_size += bytes.size();
    pieces.back().source_size += bytes.size();
  } else {
    pieces.push_back({text.size(), bytes.size(), source.begin, source.size(), verbatim, decoded});
  }
  text += bytes;
}

std::vector<Piece> Draft::Slice(size_t begin, size_t end, uint64_t origin) const {
  std::vector<Piece> slice;
  auto next = std::upper_bound(
      pieces.begin(), pieces.end(), begin,
      [](uint64_t at, const Piece& piece) { return at < piece.text_begin + piece.text_size; });
  for (; next != pieces.end() && next->text_begin < end; ++next) {
    Piece piece = *next;
    const uint64_t from = std::max<uint64_t>(piece.text_begin, begin);
    const uint64_t to = std::min<uint64_t>(piece.text_begin + piece.text_size, end);
    if (from >= to) continue;
    if (piece.verbatim) piece.source_begin += from - piece.text_begin;
    if (piece.verbatim) piece.source_size = to - from;
    slice.push_back({from - begin, to - from, piece.source_begin + origin, piece.source_size,
                     piece.verbatim, piece.decoded && to - from == piece.text_size});
  }
  return slice;
}

size_t PartSize(std::string_view text) {
  if (text.size() <= kMaxSegmentBytes) return text.size();
  const size_t blank = text.substr(0, kMaxSegmentBytes).find_last_of(" \n");
  if (blank != std::string_view::npos && blank > kMaxSegmentBytes / 2) return blank + 1;
  size_t size = kMaxSegmentBytes;
  for (int back = 0; back < 4 && IsContinuation(text[size]); ++back) --size;
  return size;
}

}  // namespace bnlint
