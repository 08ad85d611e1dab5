// Findings become marks on whole letters; each line is cut where a mark begins or ends, so that findings
// which overlap need no elements within each other.

#include "report/html_text.h"

#include <algorithm>

#include "report/excerpt.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr uint64_t kReach = 600;  // bytes shown on each side of a finding in a long text

// A finding with what of the text it is shown on.
struct Mark {
  Span span;
  size_t finding;
};

bool EndsLine(char c) { return c == '\n' || c == '\r'; }

// True when no cut may be made at `at`: a mark would lose its letter, or a conjunct its half.
bool InsideLetter(std::string_view text, uint64_t at) {
  if (at == 0 || at >= text.size()) return false;
  const CharClass here = ClassOf(DecodeAt(text, at).value);
  const CodePoint last = DecodeBefore(text, at);
  const CharClass before = ClassOf(last.value);
  if (IsBlank(before) || before == CharClass::kControl) return false;
  if (IsBengaliMark(here) || here == CharClass::kOtherMark) return true;
  const auto next_is = [&](CharClass kind) {
    const uint64_t next = at + DecodeAt(text, at).size;
    return next < text.size() && ClassOf(DecodeAt(text, next).value) == kind;
  };
  if (here == CharClass::kJoiner) {
    return before == CharClass::kBnHasanta || next_is(CharClass::kBnHasanta);
  }
  if (here != CharClass::kBnConsonant) return false;
  if (before == CharClass::kBnHasanta) return true;
  return before == CharClass::kJoiner && at > last.size &&
         ClassOf(DecodeBefore(text, at - last.size).value) == CharClass::kBnHasanta;
}

Span OnWholeLetters(std::string_view text, Span span) {
  while (InsideLetter(text, span.begin)) span.begin -= DecodeBefore(text, span.begin).size;
  while (InsideLetter(text, span.end)) span.end += DecodeAt(text, span.end).size;
  return span;
}

// Cuts `row` of `text` at the edges of the marks, which are sorted and lie within it.
std::vector<HtmlPiece> PiecesOf(std::string_view text, Span row, const std::vector<Mark>& marks) {
  std::vector<uint64_t> cuts = {row.begin, row.end};
  for (const Mark& mark : marks) cuts.insert(cuts.end(), {mark.span.begin, mark.span.end});
  std::ranges::sort(cuts);
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  std::vector<HtmlPiece> pieces;
  std::vector<Mark> open;
  auto next = marks.begin();
  for (size_t i = 0; i < cuts.size(); ++i) {
    std::erase_if(open, [&](const Mark& mark) { return mark.span.end <= cuts[i]; });
    std::vector<size_t> missing;
    for (; next != marks.end() && next->span.begin == cuts[i]; ++next) {
      if (next->span.empty()) {
        missing.push_back(next->finding);
      } else {
        open.push_back(*next);
      }
    }
    if (!missing.empty()) pieces.push_back({text.substr(cuts[i], 0), std::move(missing)});
    if (i + 1 == cuts.size()) break;
    HtmlPiece piece{text.substr(cuts[i], cuts[i + 1] - cuts[i]), {}};
    for (const Mark& mark : open) piece.findings.push_back(mark.finding);
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

uint64_t LineEnd(std::string_view text, uint64_t at) {
  return std::min<uint64_t>(text.find_first_of("\r\n", at), text.size());
}

// Behind the line end at `at`.
uint64_t PastLineEnd(std::string_view text, uint64_t at) {
  if (at >= text.size()) return text.size();
  return at + (text.substr(at, 2) == "\r\n" ? 2 : 1);
}

uint64_t CountLineEnds(std::string_view text, Span part) {
  uint64_t count = 0;
  for (uint64_t at = LineEnd(text, part.begin); at < part.end; at = LineEnd(text, at)) {
    ++count;
    at = PastLineEnd(text, at);
  }
  return count;
}

// The beginning of the line, or a place between words some way before `at`.
uint64_t Backwards(std::string_view text, uint64_t at) {
  const uint64_t limit = at - std::min(at, kReach);
  uint64_t from = at;
  while (from > limit && !EndsLine(text[from - 1])) --from;
  if (from > limit || from == 0) return from;
  while (from < at && text[from] != ' ') ++from;
  while (from < at && IsContinuation(text[from])) ++from;
  return from;
}

uint64_t Forwards(std::string_view text, uint64_t at) {
  const uint64_t limit = std::min<uint64_t>(text.size(), at + kReach);
  uint64_t to = at;
  while (to < limit && !EndsLine(text[to])) ++to;
  if (to < limit || to == text.size()) return to;
  while (to > at && text[to] != ' ') --to;
  while (to > at && IsContinuation(text[to])) --to;
  return to;
}

// What is shown around a finding: its line and the ones beside it.
Span Around(std::string_view text, Span span) {
  uint64_t begin = Backwards(text, span.begin);
  if (begin > 0 && EndsLine(text[begin - 1])) {
    --begin;
    if (begin > 0 && text.substr(begin - 1, 2) == "\r\n") --begin;
    begin = Backwards(text, begin);
  }
  uint64_t end = Forwards(text, span.end);
  if (end < text.size() && EndsLine(text[end])) end = Forwards(text, PastLineEnd(text, end));
  return {begin, end};
}

std::vector<Span> Shown(std::string_view text, const std::vector<Mark>& marks, bool whole) {
  if (whole) return {{0, text.size()}};
  std::vector<Span> shown;
  for (const Mark& mark : marks) {
    const Span around = Around(text, mark.span);
    if (!shown.empty() && around.begin <= PastLineEnd(text, shown.back().end)) {
      shown.back().end = std::max(shown.back().end, around.end);
    } else {
      shown.push_back(around);
    }
  }
  return shown;
}

// Hands out the marks of one line after the other.
class MarksByLine {
 public:
  explicit MarksByLine(const std::vector<Mark>& marks) : marks_(marks) {}

  std::vector<Mark> In(Span row) {
    std::erase_if(open_, [&](const Mark& mark) { return mark.span.end <= row.begin; });
    const size_t carried = open_.size();
    for (; next_ < marks_.size() && marks_[next_].span.begin <= row.end; ++next_) {
      open_.push_back(marks_[next_]);
    }
    std::vector<Mark> in;
    for (size_t i = 0; i < open_.size(); ++i) {
      const Span span = open_[i].span;
      const Span clipped = {std::max(span.begin, row.begin), std::min(span.end, row.end)};
      if (clipped.empty() && i < carried) continue;  // a blank line within a longer finding
      in.push_back({{clipped.begin, std::max(clipped.begin, clipped.end)}, open_[i].finding});
    }
    std::ranges::stable_sort(in, {}, [](const Mark& mark) { return mark.span.begin; });
    return in;
  }

 private:
  const std::vector<Mark>& marks_;
  std::vector<Mark> open_;
  size_t next_ = 0;
};

}  // namespace

bool HoldsFindings(std::string_view text, const std::vector<Diagnostic>& findings) {
  return std::ranges::all_of(findings, [&](const Diagnostic& diagnostic) {
    const Place& place = diagnostic.place;
    const std::string_view match = place.Match();
    return place.span.begin <= place.span.end && place.span.end <= text.size() &&
           text.substr(place.span.begin, match.size()) == match;
  });
}

std::vector<HtmlRow> RowsOfText(std::string_view text, const std::vector<Diagnostic>& findings,
                                bool whole) {
  std::vector<Mark> marks;
  for (size_t i = 0; i < findings.size(); ++i) {
    marks.push_back({OnWholeLetters(text, findings[i].place.span), i});
  }
  std::ranges::stable_sort(marks, {}, [](const Mark& mark) { return mark.span.begin; });
  std::vector<HtmlRow> rows;
  MarksByLine by_line(marks);
  uint64_t line = 1;
  uint64_t done = 0;
  const auto leave_out = [&](uint64_t end) {
    const uint64_t ends = CountLineEnds(text, {done, end});
    line += ends;
    if (done < end)
      rows.push_back({0, ends - std::min<uint64_t>(ends, done > 0 ? 1 : 0), false, false, {}});
  };
  for (const Span shown : Shown(text, marks, whole)) {
    leave_out(shown.begin);
    for (uint64_t at = shown.begin;;) {
      const uint64_t end = LineEnd(text, at);
      const Span row = {at, std::min(end, shown.end)};
      rows.push_back({line, 0, at > 0 && !EndsLine(text[at - 1]), end > shown.end,
                      PiecesOf(text, row, by_line.In(row))});
      done = row.end;
      if (end >= shown.end || end >= text.size()) break;
      at = PastLineEnd(text, end);
      ++line;
      // A line end at the end of the text begins no line of its own.
      if (at >= shown.end && at >= text.size()) break;
    }
  }
  if (done < text.size() && PastLineEnd(text, done) < text.size()) {
    leave_out(text.size());
    if (!EndsLine(text.back())) ++rows.back().skipped;  // its last line has no end
  }
  return rows;
}

std::vector<HtmlRow> RowsOfContexts(const std::vector<Diagnostic>& findings) {
  std::vector<HtmlRow> rows;
  for (size_t i = 0; i < findings.size(); ++i) {
    const Place& place = findings[i].place;
    const Span row = {0, place.context.size()};
    const std::vector<Mark> marks = {{OnWholeLetters(place.context, MatchSpan(place)), i}};
    rows.push_back(
        {place.begin.line, 0, IsCutBefore(place), false, PiecesOf(place.context, row, marks)});
  }
  return rows;
}

}  // namespace bnlint
