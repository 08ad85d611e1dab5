#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"
#include "rule/diagnostic.h"
#include "text/position.h"

namespace bnlint {

/// What to show of the text around a finding. Offsets are into the context that a Place carries,
/// and every span of a result lies on code point boundaries. All of these are thread-safe.

/// The span of the finding in place.context, however broken the place is.
Span MatchSpan(const Place& place);

/// True when the match was so long that the context holds its beginning only.
inline bool IsMatchCut(const Place& place) { return MatchSpan(place).size() < place.span.size(); }

/// `part` and the words it touches, at most `reach` code points to each side: blank-separated runs,
/// and beyond the blank at an edge of `part` also the neighbour word.
Span WordsAround(std::string_view text, Span part, size_t reach);

/// `part` and at most `reach` code points to each side, cut between words where there is a blank.
Span Surroundings(std::string_view text, Span part, size_t reach);

/// `part` with the marks and conjuncts that belong to its last letter, so that a quote behind it
/// does not tear the letter apart. A part that begins with a mark stays as it is: there the mark is
/// meant.
Span WithWholeLetters(std::string_view text, Span part);

/// The words that a finding touches, at most 80 code points of them.
std::string Excerpt(const Place& place);

/// `text`, its middle replaced by … when it has more than `limit` code points. Of a text that
/// `goes_on` the end is not known: its beginning is followed by ….
std::string Elide(std::string_view text, size_t limit, bool goes_on = false);

/// True for a text of blanks, joiners and other invisible characters only, the empty one too.
bool HoldsNothingVisible(std::string_view text);

/// True when the line goes on to the left of the context.
bool IsCutBefore(const Place& place);

/// The edit's span in place.context, if it lies there whole.
std::optional<Span> InContext(const Place& place, Span source_span);

/// The position of an offset into place.context, if the context tells; utf16 is not filled in.
std::optional<Position> PositionInContext(const Place& place, uint64_t offset);

}  // namespace bnlint
