#include "lint/comment_place.h"

#include <algorithm>
#include <string_view>

namespace bnlint {
namespace {

constexpr std::string_view kLineBlanks = " \t>";  // > of a quotation in Markdown
constexpr std::string_view kBlanks = " \t>\r\n";
constexpr size_t kNone = std::string_view::npos;

// A comment's lines: offsets into the block.
struct Lines {
  size_t begin;  // of the first line
  size_t end;    // of the last one, without its end
  size_t next;   // of the line behind
};

Lines LinesOf(std::string_view all, size_t begin, size_t end) {
  const size_t before = begin == 0 ? kNone : all.find_last_of("\r\n", begin - 1);
  Lines lines{before == kNone ? 0 : before + 1,
              std::min(all.find_first_of("\r\n", end), all.size()), 0};
  const size_t size = all.substr(lines.end).starts_with("\r\n") ? 2 : 1;
  lines.next = std::min(all.size(), lines.end + size);
  return lines;
}

bool IsBlank(std::string_view text) { return text.find_first_not_of(kLineBlanks) == kNone; }

// True when the line that ends before `at` (the begin of a line) is blank or there is none.
bool BlankBefore(std::string_view all, size_t at) {
  if (at == 0) return true;
  size_t end = at - 1;
  if (all[end] == '\n' && end > 0 && all[end - 1] == '\r') --end;
  const size_t begin = end == 0 ? kNone : all.find_last_of("\r\n", end - 1);
  return IsBlank(
      all.substr(begin == kNone ? 0 : begin + 1, begin == kNone ? end : end - begin - 1));
}

// The edit for a comment alone on its lines. Between two lines of text a comment of HTML parts paragraphs, and a blank
// line does so in its stead.
Span RemovalOfLines(std::string_view all, size_t begin, size_t end, const Lines& lines) {
  const bool blank_before = BlankBefore(all, lines.begin);
  const size_t next_end = std::min(all.find_first_of("\r\n", lines.next), all.size());
  const bool blank_next = IsBlank(all.substr(lines.next, next_end - lines.next));
  if (!blank_before && !blank_next && all.substr(begin).starts_with("<!--")) return {begin, end};
  if (!blank_before || !blank_next || next_end == all.size()) return {lines.begin, lines.next};
  // Of two blank lines one is enough.
  return {lines.begin, LinesOf(all, lines.next, lines.next).next};
}

// … for one within a line.
Span RemovalInLine(std::string_view all, size_t begin, size_t end, const Lines& lines) {
  const auto is_blank = [&](size_t at) { return all[at] == ' ' || all[at] == '\t'; };
  if (end == lines.end) {
    while (begin > lines.begin && is_blank(begin - 1)) --begin;
  } else if ((begin == lines.begin || is_blank(begin - 1)) && is_blank(end)) {
    ++end;
  }
  return {begin, end};
}

Span NamesIn(std::string_view comment, size_t begin) {
  const size_t name = comment.find("bnlint:");
  const size_t open = name == kNone ? kNone : comment.find('[', name);
  const size_t close = open == kNone ? kNone : comment.find(']', open);
  if (close == kNone) return {};
  return {begin + open + 1, begin + close};
}

// Where each segment begins, ascending, as offsets into the block.
std::vector<size_t> SegmentBegins(const Document& document, const Source& block) {
  std::vector<size_t> begins;
  for (const Segment& segment : document.segments) {
    if (segment.text.empty()) continue;
    begins.push_back(segment.ToSource({0, 0}).begin - block.begin());
  }
  std::sort(begins.begin(), begins.end());
  return begins;
}

// What a comment above `text` speaks of: that line, unless what stands there is no prose and the next prose follows
// without a blank line: msgid and then msgstr, the time of a subtitle and then its words, <p> and then a paragraph.
size_t ProseFrom(std::string_view all, size_t text, const std::vector<size_t>& begins) {
  const size_t line_end = std::min(all.find_first_of("\r\n", text), all.size());
  const auto next = std::lower_bound(begins.begin(), begins.end(), text);
  // So far, or a comment above much that is no prose would cost much.
  constexpr size_t kNear = 4096;
  if (next == begins.end() || *next <= line_end || *next - line_end > kNear) return text;
  const std::string_view between = all.substr(line_end, *next - line_end);
  const bool parted = between.find("\n\n") != kNone || between.find("\n\r\n") != kNone;
  return parted ? text : *next;
}

}  // namespace

std::vector<CommentPlace> LayOutComments(const Document& document, const Source& block) {
  const std::string_view all = block.bytes;
  const uint64_t origin = block.begin();
  std::vector<CommentPlace> places;
  std::vector<size_t> line_ends;
  for (const Directive& directive : document.directives) {
    if (directive.comment.empty()) continue;
    const size_t begin = directive.comment.begin - origin;
    const size_t end = directive.comment.end - origin;
    const Lines lines = LinesOf(all, begin, end);
    CommentPlace place{&directive, false, {}, {}, {}};
    place.alone = IsBlank(all.substr(lines.begin, begin - lines.begin)) &&
                  IsBlank(all.substr(end, lines.end - end));
    Span removal = place.alone ? RemovalOfLines(all, begin, end, lines)
                               : RemovalInLine(all, begin, end, lines);
    place.removal.span = {removal.begin + origin, removal.end + origin};
    place.names = NamesIn(all.substr(begin, end - begin), directive.comment.begin);
    places.push_back(place);
    line_ends.push_back(lines.end);
  }
  const std::vector<size_t> begins =
      places.empty() ? std::vector<size_t>() : SegmentBegins(document, block);
  for (size_t i = places.size(); i-- > 0;) {
    const size_t text = all.find_first_not_of(kBlanks, line_ends[i]);
    if (text == kNone) continue;
    const bool comment = i + 1 < places.size() && places[i + 1].alone &&
                         places[i + 1].directive->comment.begin == text + origin;
    places[i].next = comment ? places[i + 1].next : ProseFrom(all, text, begins) + origin;
  }
  return places;
}

std::optional<uint64_t> FirstText(const std::vector<CommentPlace>& comments, const Source& block) {
  const size_t text = block.bytes.find_first_not_of(kBlanks);
  if (text == kNone) return std::nullopt;
  const uint64_t at = block.begin() + text;
  const bool comment =
      !comments.empty() && comments[0].alone && comments[0].directive->comment.begin == at;
  return comment ? comments[0].next : at;
}

}  // namespace bnlint
