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

bool EndsLine(char c) { return c == '\n' || c == '\r'; }

}  // namespace

Locator::Locator(const Source& block) : block_(block), index_(block.bytes, block.origin) {}

Place Locator::At(Span span) {
  Place place;
  place.span = span;
  place.begin = index_.At(span.begin);
  place.end = index_.At(span.end);

  const std::string_view text = block_.bytes;
  const size_t begin = span.begin - block_.begin();
  const size_t end = std::min<size_t>(span.end - block_.begin(), begin + kMatchBytes);
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
  return place;
}

}  // namespace bnlint
