// Walks outwards from a span, code point by code point, so that nothing is ever cut inside one.

#include "report/excerpt.h"

#include <algorithm>

#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr size_t kExcerptLimit = 80;

CharClass KindAt(std::string_view text, size_t at) { return ClassOf(DecodeAt(text, at).value); }
CharClass KindBefore(std::string_view text, size_t at) {
  return ClassOf(DecodeBefore(text, at).value);
}
bool IsBlankAt(std::string_view text, size_t at) { return IsBlank(KindAt(text, at)); }
bool IsBlankBefore(std::string_view text, size_t at) { return IsBlank(KindBefore(text, at)); }

// True for a joiner beside a hasanta, which it only shapes; a stray one is a thing of its own.
bool JoinsAt(std::string_view text, size_t joiner, CharClass before) {
  const size_t next = joiner + DecodeAt(text, joiner).size;
  return before == CharClass::kBnHasanta ||
         (next < text.size() && KindAt(text, next) == CharClass::kBnHasanta);
}

// The start of the word that ends at `at`; with `across` the blanks at `at` are skipped first.
size_t WordStart(std::string_view text, size_t at, size_t reach, bool across) {
  for (; at > 0 && reach > 0; --reach) {
    const bool blank = IsBlankBefore(text, at);
    if (blank && !across) break;
    across = across && blank;
    at -= DecodeBefore(text, at).size;
  }
  return at;
}

size_t WordEnd(std::string_view text, size_t at, size_t reach, bool across) {
  for (; at < text.size() && reach > 0; --reach) {
    const bool blank = IsBlankAt(text, at);
    if (blank && !across) break;
    across = across && blank;
    at += DecodeAt(text, at).size;
  }
  return at;
}

// Where `count` code points of `text` end.
size_t Prefix(std::string_view text, size_t count) {
  size_t at = 0;
  while (at < text.size() && count-- > 0) at += DecodeAt(text, at).size;
  return at;
}

size_t Suffix(std::string_view text, size_t count) {
  size_t at = text.size();
  while (at > 0 && count-- > 0) at -= DecodeBefore(text, at).size;
  return at;
}

bool HasWord(std::string_view text) {
  for (size_t at = 0; at < text.size(); at += DecodeAt(text, at).size) {
    if (IsWordLike(KindAt(text, at))) return true;
  }
  return false;
}

std::string_view Part(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

}  // namespace

Span MatchSpan(const Place& place) {
  const uint64_t end = std::min<uint64_t>(place.match_end, place.context.size());
  return {std::min<uint64_t>(place.match_begin, end), end};
}

Span WordsAround(std::string_view text, Span part, size_t reach) {
  const bool empty = part.empty();
  const bool blank_first = !empty && IsBlankAt(text, part.begin);
  const bool blank_last = !empty && IsBlankBefore(text, part.end);
  Span words = {WordStart(text, part.begin, reach, blank_first),
                WordEnd(text, part.end, reach, blank_last)};
  // A lone mark between blanks, or an insertion there, says nothing without the word it belongs to.
  if (!HasWord(Part(text, words))) {
    words.begin = WordStart(text, words.begin, reach, true);
    if (!HasWord(Part(text, words))) words.end = WordEnd(text, words.end, reach, true);
  }
  return words;
}

Span Surroundings(std::string_view text, Span part, size_t reach) {
  Span shown = {Suffix(text.substr(0, part.begin), reach),
                part.end + Prefix(text.substr(part.end), reach)};
  if (shown.begin > 0) {
    size_t at = shown.begin;
    while (at < part.begin && !IsBlankBefore(text, at)) at += DecodeAt(text, at).size;
    if (at < part.begin) shown.begin = at;
  }
  if (shown.end < text.size()) {
    size_t at = shown.end;
    while (at > part.end && !IsBlankAt(text, at)) at -= DecodeBefore(text, at).size;
    if (at > part.end) shown.end = at;
  }
  return shown;
}

Span WithWholeLetters(std::string_view text, Span part) {
  if (part.empty() || IsBengaliMark(KindAt(text, part.begin))) return part;
  CharClass last = KindBefore(text, part.end);
  if (!IsBengali(last)) return part;
  while (part.end < text.size()) {
    const CharClass kind = KindAt(text, part.end);
    const bool joins = last == CharClass::kBnHasanta || last == CharClass::kJoiner;
    const bool belongs = IsBengaliMark(kind) || (joins && kind == CharClass::kBnConsonant) ||
                         (kind == CharClass::kJoiner && JoinsAt(text, part.end, last));
    if (!belongs) break;
    part.end += DecodeAt(text, part.end).size;
    last = kind;
  }
  return part;
}

std::string Excerpt(const Place& place) {
  const std::string_view text = place.context;
  const Span match = MatchSpan(place);
  const uint64_t size = CountCodePoints(Part(text, match));
  if (size >= kExcerptLimit) {
    return std::string(text.substr(match.begin, Prefix(Part(text, match), kExcerptLimit)));
  }
  return std::string(Part(text, WordsAround(text, match, (kExcerptLimit - size) / 2)));
}

std::string Elide(std::string_view text, size_t limit, bool goes_on) {
  if (goes_on) return std::string(text.substr(0, Prefix(text, limit))) + "…";
  if (CountCodePoints(text) <= limit) return std::string(text);
  size_t tail = Suffix(text, limit / 3);
  // A mark cannot stand behind the ellipsis.
  while (tail < text.size() && IsBengaliMark(KindAt(text, tail))) {
    tail += DecodeAt(text, tail).size;
  }
  return std::string(text.substr(0, Prefix(text, limit - limit / 3))) + "…" +
         std::string(text.substr(tail));
}

bool HoldsNothingVisible(std::string_view text) {
  for (size_t at = 0; at < text.size(); at += DecodeAt(text, at).size) {
    const CharClass kind = KindAt(text, at);
    if (kind != CharClass::kJoiner && kind != CharClass::kInvisible && !IsBlank(kind)) return false;
  }
  return true;
}

bool IsCutBefore(const Place& place) {
  return CountCodePoints(std::string_view(place.context).substr(0, MatchSpan(place).begin)) + 1 <
         place.begin.column;
}

std::optional<Span> InContext(const Place& place, Span source_span) {
  const uint64_t match = MatchSpan(place).begin;
  if (source_span.end < source_span.begin || source_span.begin + match < place.span.begin)
    return {};
  const uint64_t begin = source_span.begin + match - place.span.begin;
  const uint64_t end = begin + source_span.size();
  if (end > place.context.size()) return {};
  return Span{begin, end};
}

std::optional<Position> PositionInContext(const Place& place, uint64_t offset) {
  const std::string_view text = place.context;
  const Span match = MatchSpan(place);
  if (offset > text.size()) return {};
  Position position = place.begin;
  if (offset < match.begin) {
    const uint64_t back = CountCodePoints(text.substr(offset, match.begin - offset));
    if (back >= position.column) return {};
    position.column -= back;
    position.byte_column -= match.begin - offset;
  } else if (offset < match.end || IsMatchCut(place)) {
    const std::string_view passed = text.substr(match.begin, offset - match.begin);
    if (passed.find_first_of("\r\n") != std::string_view::npos) return {};
    position.column += CountCodePoints(passed);
    position.byte_column += passed.size();
  } else {
    position = place.end;
    position.column += CountCodePoints(text.substr(match.end, offset - match.end));
    position.byte_column += offset - match.end;
  }
  position.byte = place.span.begin - match.begin + offset;
  return position;
}

}  // namespace bnlint
