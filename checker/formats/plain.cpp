// A group of lines without a blank line between them counts as hard-wrapped when most of its lines are
// full: the first word of the next line would not have fitted into the width of the longest. Code between lines of
// backticks is left out.

#include "formats/plain.h"

#include <algorithm>
#include <optional>

#include "formats/directive.h"
#include "text/char_class.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// Widths of hard-wrapped text, in code points: below is verse or a list, above nobody wraps.
constexpr size_t kMinWrap = 40;
constexpr size_t kMaxWrap = 120;

struct Line {
  size_t begin;  // in the block
  size_t end;    // without the line break and the blanks before it
  size_t next;   // where the next line begins
  size_t width = 0;
  size_t first_word = 0;  // its width
};

bool IsBlankByte(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

Line LineAt(std::string_view text, LineEnds& ends, size_t begin) {
  const size_t end = ends.Find(begin);
  const bool crlf = text.substr(end).starts_with("\r\n");
  Line line{begin, end, std::min(text.size(), end + (crlf ? 2 : 1))};
  while (line.end > line.begin && IsBlankByte(text[line.end - 1])) --line.end;
  while (line.begin < line.end && IsBlankByte(text[line.begin])) ++line.begin;
  return line;
}

void Measure(std::string_view text, Line& line) {
  const std::string_view words = text.substr(line.begin, line.end - line.begin);
  line.width = CountBengali(words);
  line.first_word = CountBengali(words.substr(0, words.find(' ')));
}

// Which lines of a group go on in the next one.
std::vector<bool> WrappedLines(const std::vector<Line>& group) {
  std::vector<bool> wrapped(group.size(), false);
  size_t width = 0;
  for (const Line& line : group) width = std::max(width, line.width);
  if (group.size() < 3 || width < kMinWrap || width > kMaxWrap) return wrapped;
  size_t full = 0;
  for (size_t i = 0; i + 1 < group.size(); ++i) {
    wrapped[i] = group[i].width + 1 + group[i + 1].first_word > width;
    full += wrapped[i] ? 1 : 0;
  }
  if (full * 5 < (group.size() - 1) * 3) wrapped.assign(group.size(), false);
  return wrapped;
}

// Where a paragraph that is too long may be cut: behind a blank, else at a code point.
size_t CutLong(std::string_view text) {
  const size_t space = text.substr(0, kMaxSegmentBytes).find_last_of(' ');
  if (space != std::string_view::npos && space > kMaxSegmentBytes / 2) return space + 1;
  size_t at = kMaxSegmentBytes;
  while (at > 0 && IsContinuation(text[at])) --at;
  return at == 0 ? kMaxSegmentBytes : at;
}

// A line without the mark of a comment is one only at the very top: further down a text may speak about them.
constexpr int kDirectiveLines = 5;

// Takes a line that is a comment to bnlint as a whole.
bool TakeDirective(std::string_view words, Span place, bool at_top, Document& document) {
  if (!IsMarkedDirective(words)) {
    const auto bare = DirectiveIn(words);
    if (!at_top || !bare || !(bare->starts_with("words") || bare->starts_with("ignore")))
      return false;
  }
  document.directives.emplace_back(*DirectiveIn(words), place);
  return true;
}

std::string_view WordsOf(std::string_view text, const Line& line) {
  return text.substr(line.begin, std::max(line.end, line.begin) - line.begin);
}

// Code that a text shows between lines of backticks, as Markdown does. Where it opens, a word may name its
// language; where it closes, nothing else stands. What is never closed is code only if it names a language.
class Fences {
 public:
  // Where the text goes on behind the code that `line` opens; nothing when it opens none.
  std::optional<size_t> Behind(std::string_view text, LineEnds& ends, const Line& line) {
    if (line.begin >= line.end || text[line.begin] != '`') return std::nullopt;
    const auto language = Language(WordsOf(text, line));
    if (!language) return std::nullopt;
    for (size_t at = none_closes_ ? text.size() : line.next; at < text.size();) {
      const Line next = LineAt(text, ends, at);
      at = next.next;
      if (Language(WordsOf(text, next)) == "") return at;
    }
    none_closes_ = true;
    return language->empty() ? std::nullopt : std::optional(text.size());
  }

 private:
  // What a fence names; nothing when the line is none.
  static std::optional<std::string_view> Language(std::string_view words) {
    constexpr size_t kLeast = 3;
    const size_t ticks = std::min(words.find_first_not_of('`'), words.size());
    const std::string_view language = words.substr(ticks);
    if (ticks < kLeast || language.find_first_of("` ") != std::string_view::npos) {
      return std::nullopt;
    }
    return language;
  }

  bool none_closes_ = false;  // from some line on to the end of the block
};

// Where the first and the last line break of a block stand; its size and 0 when there is none.
struct Breaks {
  size_t first;
  size_t last;
  explicit Breaks(std::string_view all)
      : first(LineEnds(all).Find(0)), last(std::max(all.rfind('\n') + 1, all.rfind('\r') + 1)) {
    if (last > 0) --last;
  }
};

void AddSegment(const Source& block, const Breaks& breaks, size_t begin, size_t end,
                Document& document) {
  const std::string_view all = block.bytes;
  for (bool first = true; begin < end; first = false) {
    const bool cut = end - begin > kMaxSegmentBytes;
    const size_t size = cut ? CutLong(all.substr(begin, end - begin)) : end - begin;
    Segment segment;
    segment.text = all.substr(begin, size);
    segment.pieces = {{0, size, block.begin() + begin, size, true}};
    segment.first_line = block.begin() + begin;
    segment.cut_before =
        !first || (!block.first && block.origin.column > 1 && breaks.first >= begin);
    segment.cut_after = cut || (!block.last && (breaks.first == all.size() || breaks.last < end));
    document.segments.push_back(std::move(segment));
    begin += size;
  }
}

}  // namespace

Document ParsePlain(const Source& block) {
  Document document;
  const std::string_view text = block.bytes;
  const Breaks breaks(text);
  std::vector<Line> group;
  const auto flush = [&] {
    const std::vector<bool> wrapped = WrappedLines(group);
    for (size_t i = 0; i < group.size(); ++i) {
      const size_t begin = group[i].begin;
      while (i + 1 < group.size() && wrapped[i]) ++i;
      AddSegment(block, breaks, begin, group[i].end, document);
    }
    group.clear();
  };
  // A byte order mark at the start of the file is no text.
  const size_t start = block.first && text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  int number = block.first ? 1 : kDirectiveLines + 1;
  Fences fences;
  LineEnds ends(text);
  for (size_t at = start; at < text.size(); ++number) {
    Line line = LineAt(text, ends, at);
    at = line.next;
    const std::string_view words = WordsOf(text, line);
    if (const auto behind = fences.Behind(text, ends, line)) {
      flush();
      at = *behind;
      continue;
    }
    if (line.begin >= line.end ||
        TakeDirective(words, {block.begin() + line.begin, block.begin() + line.end},
                      number <= kDirectiveLines, document)) {
      flush();
      continue;
    }
    Measure(text, line);
    group.push_back(line);
  }
  flush();
  return document;
}

}  // namespace bnlint
