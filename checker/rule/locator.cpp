#include "rule/locator.h"

#include <algorithm>

#include "text/utf8.h"

namespace bnlint {
namespace {

// `at` moved left until it is on a code point boundary.
size_t BoundaryBefore(std::string_view text, size_t at) {
  for (int i = 0; i < 3 && at > 0 && at < text.size() && IsContinuation(text[at]); ++i) --at;
  return at;
}

// The place of the first word that the span touches, its box widened to the others on that line.
std::optional<PagePlace> PageOf(std::span<const PageWord> words, Span span) {
  auto word = std::lower_bound(words.begin(), words.end(), span.begin,
                               [](const PageWord& w, uint64_t at) { return w.source.end <= at; });
  if (word == words.end() || word->source.begin >= std::max(span.end, span.begin + 1))
    return std::nullopt;
  PagePlace place = word->place;
  for (++word; word != words.end() && word->source.begin < span.end; ++word) {
    if (word->place.page != place.page || word->place.line != place.line) break;
    const auto& box = word->place.box;
    place.box = {std::min(place.box[0], box[0]), std::min(place.box[1], box[1]),
                 std::max(place.box[2], box[2]), std::max(place.box[3], box[3])};
  }
  return place;
}

bool EndsLine(char c) { return c == '\n' || c == '\r'; }

// What stands around `span` in its line of `text`.
void TakeContext(std::string_view text, Span span, Place& place) {
  const size_t begin = span.begin;
  const size_t end = std::min<size_t>(span.end, begin + kMatchBytes);
  // Not the whole line: a file may be one line.
  size_t from = begin - std::min(begin, kContextBytes);
  for (size_t at = begin; at > from; --at) {
    if (EndsLine(text[at - 1])) from = at;
  }
  from = BoundaryBefore(text, from);
  size_t to = end;
  const size_t limit = std::min(text.size(), end + kContextBytes);
  while (to < limit && !EndsLine(text[to])) ++to;
  to = std::max(BoundaryBefore(text, to), end);

  place.context = text.substr(from, to - from);
  place.match_begin = static_cast<uint32_t>(begin - from);
  place.match_end = static_cast<uint32_t>(end - from);
}

}  // namespace

Locator::Locator(const Source& block) : block_(block), index_(block.bytes, block.origin) {}

Place Locator::At(Span span) {
  Place place;
  place.span = span;
  place.begin = index_.At(span.begin);
  place.end = index_.At(span.end);
  if (!page_words_.empty()) place.page = PageOf(page_words_, span);
  TakeContext(block_.bytes, {span.begin - block_.begin(), span.end - block_.begin()}, place);
  return place;
}

Place Locator::At(const Segment& segment, Span text_span) {
  const Span source = segment.ToSource(text_span);
  if (segment.paragraph == 0) return At(source);
  Place place;
  place.span = source;
  const auto position = [&](uint64_t at, uint64_t byte) {
    Position found{byte, segment.paragraph, segment.column + 1, segment.column + 1};
    const std::string_view before = segment.text.substr(0, at);
    for (size_t i = 0; i < before.size();) {
      const CodePoint c = DecodeAt(before, i);
      i += c.size;
      ++found.column;
      found.utf16 += c.value > 0xFFFF ? 2 : 1;
    }
    return found;
  };
  place.begin = position(text_span.begin, source.begin);
  place.end = position(text_span.end, source.end);
  TakeContext(segment.text, text_span, place);
  return place;
}

}  // namespace bnlint
