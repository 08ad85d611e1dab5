#include "formats/rst.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "formats/blank.h"
#include "formats/directive.h"
#include "formats/flow.h"
#include "formats/html.h"
#include "formats/rst_inline.h"
#include "text/writing.h"

namespace bnlint {
namespace {

constexpr size_t kNone = std::string_view::npos;

struct Line {
  size_t begin = 0;  // of its text
  size_t end = 0;
  size_t next = 0;
  size_t indent = 0;  // columns
  [[nodiscard]] bool blank() const { return begin >= end; }
};

Line LineAt(std::string_view text, size_t at) {
  constexpr size_t kTab = 8;
  Line line;
  line.end = std::min(text.find_first_of("\r\n", at), text.size());
  line.next = std::min(text.size(), line.end + (text.substr(line.end).starts_with("\r\n") ? 2 : 1));
  line.begin = at;
  for (; line.begin < line.end && IsBlankByte(text[line.begin]); ++line.begin)
    line.indent = text[line.begin] == '\t' ? (line.indent / kTab + 1) * kTab : line.indent + 1;
  while (line.end > line.begin && IsBlankByte(text[line.end - 1])) --line.end;
  return line;
}

// ===== or -----
bool IsRuler(std::string_view text) {
  constexpr std::string_view kMarks = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  return text.size() >= 2 && kMarks.find(text[0]) != kNone &&
         text.find_first_not_of(text[0]) == kNone;
}
// === ==== or +---+---+
bool IsTableBorder(std::string_view text) {
  if (text.starts_with('+')) return text.size() > 2 && text.find_first_not_of("+-=") == kNone;
  return text.starts_with("==") && text.find_first_not_of("= ") == kNone && text.find(' ') != kNone;
}

bool HoldsText(std::string_view directive) {
  static const std::unordered_set<std::string_view> names = {
      "note",           "warning",    "tip",        "important",  "hint",    "attention",
      "caution",        "danger",     "error",      "admonition", "topic",   "sidebar",
      "epigraph",       "highlights", "pull-quote", "rubric",     "seealso", "versionadded",
      "versionchanged", "deprecated", "container",  "compound",   "figure",  "centered",
      "glossary",       "todo",       "class",      "only",       "table",   "list-table"};
  return names.contains(directive);
}
// Their argument is no text.
bool HasTextArgument(std::string_view directive) {
  static const std::unordered_set<std::string_view> without = {
      "figure", "container", "class", "only", "versionadded", "versionchanged", "deprecated"};
  return !without.contains(directive);
}

// The bytes of the marker of a list item with the blanks behind it; 0: none.
size_t BulletSize(std::string_view text) {
  size_t size = 0;
  if (text.starts_with("•") || text.starts_with("‣")) {
    size = 3;
  } else if (!text.empty() && std::string_view("-*+").find(text[0]) != kNone) {
    size = 1;
  } else {
    const bool bracket = text.starts_with('(');
    size = bracket ? 1 : 0;
    const size_t number = size;
    while (size < text.size() && size < number + 4 && text[size] >= '0' && text[size] <= '9')
      ++size;
    if (size == number && text.size() > size &&
        (text[size] == '#' || (text[size] >= 'a' && text[size] <= 'z')))
      ++size;
    if (size == number || size >= text.size()) return 0;
    if (text[size] != ')' && (bracket || text[size] != '.')) return 0;
    ++size;
  }
  if (size >= text.size() || text[size] != ' ') return 0;
  return std::min(text.find_first_not_of(' ', size), text.size());
}

// The bytes of ":name: "; 0: none.
size_t FieldNameSize(std::string_view text) {
  if (!text.starts_with(':') || text.size() < 3 || text[1] == ':' || text[1] == ' ') return 0;
  const size_t close = text.find(": ", 1);
  if (close != kNone && text.substr(0, close).find('`') == kNone) return close + 2;
  return text.ends_with(':') && text.find('`') == kNone && text.find(' ') == kNone ? text.size()
                                                                                   : 0;
}

class RstReader {
 public:
  RstReader(const Source& block, Document& document)
      : all_(block.bytes), document_(document), flow_(block, document, Writing::kRst) {}

  void Read() {
    size_t at = all_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (at < all_.size()) {
      line_ = LineAt(all_, at);
      at = line_.next;
      if (line_.blank()) {
        End();
        kind_ = line_.indent > 0 ? kind_ : SegmentKind::kParagraph;
        continue;
      }
      if (skip_above_ && line_.indent > *skip_above_) continue;
      skip_above_.reset();
      at = Take(at);
    }
    End();
  }

 private:
  [[nodiscard]] std::string_view Text(const Line& line) const {
    return all_.substr(line.begin, line.end - line.begin);
  }

  void End() {
    flow_.End(kind_);
    // Lines that are indented more than this one are literal.
    if (literal_) skip_above_ = literal_;
    literal_.reset();
    in_paragraph_ = false;
  }

  // Takes the line; where the next one is.
  size_t Take(size_t at) {
    const std::string_view text = Text(line_);
    if (table_ && !text.starts_with('|') && !IsTableBorder(text) && text.find("  ") == kNone)
      table_ = false;
    if (IsTableBorder(text)) {
      End();
      table_ = true;
      grid_ = text[0] == '+';
      return at;
    }
    if (table_ && (!grid_ || text.starts_with('|'))) return Cells(at);
    table_ = false;
    if (!in_paragraph_) {
      if (text.starts_with(".. ") || text == "..") return Explicit(at);
      if (text.starts_with("__ ")) return at;
      if (text.starts_with(">>>")) {
        while (at < all_.size() && !LineAt(all_, at).blank()) at = LineAt(all_, at).next;
        return at;
      }
      if (IsRuler(text)) return Overlined(at);
      if (Underlined(at)) {
        Heading(line_);
        return LineAt(all_, at).next;
      }
    }
    Paragraph();
    return at;
  }

  [[nodiscard]] bool Underlined(size_t at) const {
    const Line under = LineAt(all_, at);
    return line_.indent == 0 && under.indent == 0 && under.begin < under.end &&
           IsRuler(Text(under)) && Text(under) != "::" && Text(under) != "..";
  }

  void Heading(const Line& line) {
    AddRstLine(all_, {line.begin, line.end}, flow_);
    flow_.SetWriting(Writing::kNever);
    flow_.End(SegmentKind::kHeading);
    kind_ = SegmentKind::kParagraph;
  }

  // A title between two rulers; a ruler alone parts sections. "::" alone announces a literal block.
  size_t Overlined(size_t at) {
    if (Text(line_) == "::") {
      literal_ = line_.indent;
      return at;
    }
    const Line title = LineAt(all_, at);
    const Line under = LineAt(all_, title.next);
    if (title.blank() || !IsRuler(Text(under)) || Text(under)[0] != Text(line_)[0]) return at;
    Heading(title);
    return under.next;
  }

  void Paragraph() {
    size_t begin = line_.begin;
    std::string_view text = Text(line_);
    size_t marker = BulletSize(text);
    // Within a paragraph a bullet is a dash or a number of the text.
    if (in_paragraph_ && line_.indent != indent_) {
      if (marker > 0 && kind_ != SegmentKind::kListItem) marker = 0;
      if (line_.indent < indent_) End();
    }
    if (in_paragraph_ && marker > 0 && kind_ != SegmentKind::kListItem) marker = 0;
    if (marker == 0) marker = FieldNameSize(text);
    if (marker > 0) {
      End();
      kind_ = SegmentKind::kListItem;
      begin += marker;
    } else if (text.starts_with("| ")) {
      End();
      kind_ = SegmentKind::kQuote;
      begin += 2;
    } else if (!in_paragraph_ && line_.indent == 0) {
      kind_ = SegmentKind::kParagraph;
    } else if (!in_paragraph_ && kind_ != SegmentKind::kListItem) {
      kind_ = SegmentKind::kQuote;
    }
    size_t end = line_.end;
    text = all_.substr(begin, end > begin ? end - begin : 0);
    literal_.reset();
    if (text.ends_with("::")) {
      literal_ = line_.indent;
      end -= text.size() == 2 || IsBlankByte(text[text.size() - 3]) ? 2 : 1;
    }
    // The end of the line before is a blank.
    if (in_paragraph_ && !flow_.empty()) flow_.AddText({text_end_, line_.begin});
    if (end > begin) AddRstLine(all_, {begin, end}, flow_);
    text_end_ = line_.end;
    in_paragraph_ = true;
    indent_ = line_.indent;
  }

  // What begins with "..": a directive, a target, a note, or a comment.
  size_t Explicit(size_t at) {
    std::string_view text = Text(line_).substr(2);
    size_t begin = line_.begin + 2;
    while (!text.empty() && text[0] == ' ') {
      text.remove_prefix(1);
      ++begin;
    }
    skip_above_ = line_.indent;
    if (const auto directive = DirectiveIn(text)) {
      document_.directives.emplace_back(*directive);
      return at;
    }
    if (text.starts_with('[')) {
      const size_t close = text.find("] ");
      if (close != kNone) return Body(begin + close + 2, at, SegmentKind::kListItem);
    }
    const size_t colons = text.find("::");
    if (colons == kNone || text.starts_with('_') || text.starts_with('|')) return at;
    const std::string_view name = text.substr(0, colons);
    if (name.find(' ') != kNone || !HoldsText(name)) return at;
    kind_ = SegmentKind::kParagraph;
    skip_above_.reset();
    const size_t argument = std::min(begin + colons + 2, line_.end);
    size_t next = at;
    // Options follow at once.
    while (next < all_.size()) {
      const Line line = LineAt(all_, next);
      if (line.blank() || line.indent <= line_.indent || FieldNameSize(Text(line)) == 0) break;
      next = line.next;
    }
    if (HasTextArgument(name)) return Body(argument, next, SegmentKind::kParagraph);
    return next;
  }

  // Text that begins in the line of its mark and goes on below.
  size_t Body(size_t begin, size_t next, SegmentKind kind) {
    skip_above_.reset();
    if (begin >= line_.end) return next;
    AddRstLine(all_, {begin, line_.end}, flow_);
    text_end_ = line_.end;
    kind_ = kind;
    in_paragraph_ = true;
    indent_ = 0;
    return next;
  }

  size_t Cells(size_t at) {
    const std::string_view text = Text(line_);
    const std::string_view edge = grid_ ? "|" : "  ";
    for (size_t begin = 0; begin < text.size();) {
      const size_t end = std::min(text.find(edge, begin), text.size());
      if (end > begin) {
        AddRstLine(all_, {line_.begin + begin, line_.begin + end}, flow_);
        flow_.SetWriting(Writing::kNever);
        flow_.End(SegmentKind::kTableCell);
      }
      begin = end + edge.size();
    }
    return at;
  }

  std::string_view all_;
  Document& document_;
  Flow flow_;
  Line line_;
  SegmentKind kind_ = SegmentKind::kParagraph;
  bool in_paragraph_ = false;
  size_t indent_ = 0;                 // of the last line of the paragraph
  size_t text_end_ = 0;               // … and its end
  std::optional<size_t> literal_;     // the paragraph announces a literal block
  std::optional<size_t> skip_above_;  // lines indented more are no prose
  bool table_ = false;
  bool grid_ = false;
};

}  // namespace

Document ParseRst(const Source& block) {
  if (auto refused = RefusePart(block)) return std::move(*refused);
  Document document;
  RstReader(block, document).Read();
  return document;
}

}  // namespace bnlint
