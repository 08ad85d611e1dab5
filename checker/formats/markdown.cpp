// md4c reports blocks, spans and texts. A text that it did not have to change points into the
// block, so its place is a subtraction; what it changed (an entity, a line break, a code span)
// becomes a piece that is not verbatim. A segment is what md4c says between two block events.

#include "formats/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formats/plain.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// Bare URLs stay in the text, where masks find them in every format: md4c's own search for them is
// quadratic, and ends one at its first Bengali letter.
constexpr unsigned kFlags =
    MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_LATEXMATHSPANS;

// md4c 0.4.8 takes minutes for some megabytes. Beyond about two seconds of estimated work nobody
// wrote the text by hand, and it is read as plain lines. Nothing here looks at a clock.
constexpr uint64_t kMaxWork = 10'000'000'000;
constexpr uint64_t kHashWork = 64;                   // of a byte, against a step over a line
constexpr uint64_t kCopyWork = 2;
constexpr uint64_t kContainerWork = 8;
constexpr uint64_t kMarkWork = 4;
constexpr uint64_t kMaxTargets = uint64_t{1} << 30;  // bytes of link targets handed out
constexpr size_t kMaxBytes = size_t{1} << 30;        // md4c counts in 32 bits

bool IsBlankByte(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool IsBlankText(std::string_view text) {
  return std::all_of(text.begin(), text.end(), IsBlankByte);
}

// How many containers the line at `at` may open: quotes, and markers of list items.
uint64_t Depth(std::string_view text, size_t at) {
  uint64_t depth = 0;
  for (; at + 1 < text.size(); ++at) {
    const char c = text[at];
    const bool marker = c == '-' || c == '*' || c == '+' || c == '.' || c == ')';
    if (c == '>' || (marker && IsBlankByte(text[at + 1]))) {
      ++depth;
    } else if (c != ' ' && c != '\t' && (c < '0' || c > '9')) {
      break;
    }
  }
  return depth;
}

// What md4c does again and again for one paragraph.
struct Effort {
  uint64_t lines = 0;
  uint64_t closers = 0;  // brackets, for each of which it walks over the lines
  uint64_t tildes = 0;   // for each pair of which it walks over the marks
  uint64_t marks = 0;

  [[nodiscard]] uint64_t Work() const { return closers * lines + kMarkWork * tildes * marks; }
};

// What stands between two brackets that match is copied and, once a link is defined, hashed, nested
// ones again and again; and each line walks over the open containers.
bool IsTooMuchWork(std::string_view text) {
  const uint64_t label_work = text.find("]:") == std::string_view::npos ? kCopyWork : kHashWork;
  std::vector<size_t> open;  // brackets of this paragraph
  Effort effort;             // of this paragraph
  uint64_t work = 0;
  uint64_t lines = 0;
  uint64_t depth = Depth(text, 0);  // of the deepest line
  bool blank = true;                // the line so far
  for (size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n' && blank) {
      work += std::exchange(effort, {}).Work();
      open.clear();
    }
    blank = c == '\n' || (blank && IsBlankByte(c));
    effort.marks += std::string_view("~*_`$&<[]!\\").find(c) != std::string_view::npos ? 1 : 0;
    effort.tildes += c == '~' ? 1 : 0;
    if (c == '\n' || c == '\r') {
      ++effort.lines;
      ++lines;
      depth = std::max(depth, Depth(text, at + 1));
    } else if (c == '[') {
      open.push_back(at);
    } else if (c == ']') {
      ++effort.closers;
      if (open.empty()) continue;
      work += label_work * (at - open.back());
      open.pop_back();
    } else if (c == '\\' && at + 1 < text.size() && (text[at + 1] == '[' || text[at + 1] == ']')) {
      ++at;
    }
  }
  return work + effort.Work() + kContainerWork * depth * lines > kMaxWork;
}

// Where a text of md4c's stands in the block; nothing when md4c made it up.
std::optional<Span> Place(std::string_view all, std::string_view text) {
  const auto begin = reinterpret_cast<uintptr_t>(all.data());
  const auto at = reinterpret_cast<uintptr_t>(text.data());
  if (at < begin || at + text.size() > begin + all.size()) return std::nullopt;
  return Span{at - begin, at - begin + text.size()};
}

// The line at `begin` without its end, and where the next one begins.
std::pair<std::string_view, size_t> LineAt(std::string_view text, size_t begin) {
  const size_t end = std::min(text.find('\n', begin), text.size());
  std::string_view line = text.substr(begin, end - begin);
  while (!line.empty() && IsBlankByte(line.back())) line.remove_suffix(1);
  return {line, std::min(end + 1, text.size())};
}

// Where the Markdown begins in a file: behind a byte order mark and front matter. As in Pandoc, a
// blank line behind `---` makes it a thematic break.
size_t BodyBegin(std::string_view text) {
  const size_t start = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const auto [fence, second] = LineAt(text, start);
  if (fence != "---" && fence != "+++") return start;
  for (size_t at = second; at < text.size();) {
    const auto [line, next] = LineAt(text, at);
    if (line == fence || (line == "..." && fence == "---")) return next;
    if (at == second && line.empty()) return start;
    at = next;
  }
  return start;
}

// What a character reference stands for; empty when it is unknown.
std::string DecodeEntity(std::string_view entity) {
  using Name = std::pair<std::string_view, std::string_view>;
  static constexpr std::array<Name, 9> kNames = {
      {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"},
       {"&nbsp;", "\u00A0"}, {"&zwnj;", "\u200C"}, {"&zwj;", "\u200D"}, {"&ndash;", "–"}}};
  for (const auto& [name, value] : kNames) {
    if (entity == name) return std::string(value);
  }
  if (!entity.starts_with("&#")) return {};
  const bool hex = entity.size() > 2 && (entity[2] == 'x' || entity[2] == 'X');
  uint32_t value = 0;
  const auto [stop, error] = std::from_chars(entity.data() + (hex ? 3 : 2),
                                             entity.data() + entity.size(), value, hex ? 16 : 10);
  if (error != std::errc() || *stop != ';') return {};
  const bool scalar = value != 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  std::string text;
  AppendUtf8(text, scalar ? value : 0xFFFD);
  return text;
}

bool IsTag(std::string_view html, std::string_view name) {
  if (html.size() < name.size() + 2) return false;
  const char next = html[name.size() + 1];
  return std::equal(name.begin(), name.end(), html.begin() + 1,
                    [](char want, char c) { return want == (c | 0x20); }) &&
         (next == '>' || next == '/' || IsBlankByte(next));
}

// `$` stands for money as well: with Pandoc, mathematics touches its dollars, and no digit follows.
bool IsMath(std::string_view text, Span span) {
  if (text.substr(span.begin).starts_with("$$")) return true;
  if (span.size() < 3 || IsBlankByte(text[span.begin + 1]) || IsBlankByte(text[span.end - 2])) {
    return false;
  }
  return span.end == text.size() || !IsDigit(ClassOf(DecodeAt(text, span.end).value));
}

// The text of a segment in the making. Its pieces count from the start of the block.
struct Draft {
  std::string text;
  std::vector<Piece> pieces;
  bool prose = false;  // holds more than blanks, objects and the descriptions of images

  [[nodiscard]] bool EndsBlank() const { return text.empty() || IsBlankByte(text.back()); }

  void Add(std::string_view bytes, Span source, bool verbatim) {
    if (verbatim && !pieces.empty() && pieces.back().verbatim &&
        pieces.back().source_begin + pieces.back().source_size == source.begin) {
      pieces.back().text_size += bytes.size();
      pieces.back().source_size += bytes.size();
    } else {
      pieces.push_back({text.size(), bytes.size(), source.begin, source.size(), verbatim});
    }
    text += bytes;
  }

  // The pieces of [begin, end) of the text, for a block that begins at `origin`.
  [[nodiscard]] std::vector<Piece> Slice(size_t begin, size_t end, uint64_t origin) const {
    std::vector<Piece> slice;
    for (Piece piece : pieces) {
      const uint64_t from = std::max<uint64_t>(piece.text_begin, begin);
      const uint64_t to = std::min<uint64_t>(piece.text_begin + piece.text_size, end);
      if (from >= to) continue;
      if (piece.verbatim) piece.source_begin += from - piece.text_begin;
      if (piece.verbatim) piece.source_size = to - from;
      slice.push_back({from - begin, to - from, piece.source_begin + origin, piece.source_size,
                       piece.verbatim});
    }
    return slice;
  }
};

// How much of a text that is too long makes one segment, as in plain text.
size_t PartSize(std::string_view text) {
  if (text.size() <= kMaxSegmentBytes) return text.size();
  const size_t blank = text.substr(0, kMaxSegmentBytes).find_last_of(" \n");
  if (blank != std::string_view::npos && blank > kMaxSegmentBytes / 2) return blank + 1;
  size_t size = kMaxSegmentBytes;
  for (int back = 0; back < 4 && IsContinuation(text[size]); ++back) --size;
  return size;
}

// md4c copies the target of a link definition for each of its uses.
uint64_t TargetSize(MD_SPANTYPE type, const void* detail) {
  if (type == MD_SPAN_A) {
    const auto* link = static_cast<const MD_SPAN_A_DETAIL*>(detail);
    return link->href.size + link->title.size;
  }
  if (type != MD_SPAN_IMG) return 0;
  const auto* image = static_cast<const MD_SPAN_IMG_DETAIL*>(detail);
  return image->src.size + image->title.size;
}

// Makes segments of what md4c reports. Offsets count from the start of the block.
class Builder {
 public:
  /// `origin` is the source offset of the first byte of `all`.
  Builder(std::string_view all, uint64_t origin) : all_(all), origin_(origin) {}

  // Parses what is behind `begin`. False when md4c gave up; what was built is no use then.
  bool Parse(size_t begin);
  Document& document() { return document_; }
  // Behind the last blank line at which only the document, or a list in it, is open; else 0. md4c
  // says which lines begin a block, so that no second opinion on fences and containers is needed.
  [[nodiscard]] size_t cut() const { return cut_; }

 private:
  static constexpr size_t kMaxGap = 16;

  static Builder& Of(void* user) { return *static_cast<Builder*>(user); }

  void EnterBlock(MD_BLOCKTYPE type) {
    Flush();
    blocks_.push_back(type);
    // The first block is the document itself.
    if (blocks_.size() == 2 || (blocks_.size() == 3 && type == MD_BLOCK_LI)) {
      fresh_ = type != MD_BLOCK_CODE && type != MD_BLOCK_HTML;
    }
  }

  void LeaveBlock() {
    Flush();
    blocks_.pop_back();
  }

  static bool IsRaw(MD_SPANTYPE type) {
    return type == MD_SPAN_CODE || type == MD_SPAN_LATEXMATH || type == MD_SPAN_LATEXMATH_DISPLAY;
  }

  void EnterSpan(MD_SPANTYPE type, const void* detail) {
    targets_ += TargetSize(type, detail);
    if (type == MD_SPAN_IMG && images_++ == 0) image_begin_ = draft_.text.size();
    if (IsRaw(type) && raw_spans_++ == 0) raw_.clear();
  }

  void LeaveSpan(MD_SPANTYPE type) {
    // md4c may leave a formula that it has not entered: `![]($)$`.
    if (IsRaw(type) && raw_spans_ > 0 && --raw_spans_ == 0) AddRaw(type != MD_SPAN_CODE);
    if (type != MD_SPAN_IMG || images_ == 0 || --images_ > 0 || raw_spans_ > 0) return;
    if (draft_.text.size() == image_begin_) AddGap(kObject);
  }

  void Text(MD_TEXTTYPE type, std::string_view text) {
    const auto place = Place(all_, text);
    if (place && fresh_) NoteCut(place->begin);
    if (blocks_.back() == MD_BLOCK_CODE || blocks_.back() == MD_BLOCK_HTML) return;
    if (raw_spans_ > 0) {  // md4c lets links stand in a formula
      if (place) raw_.push_back(*place);
      return;
    }
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) return AddGap("\n");
    if (type == MD_TEXT_NULLCHAR) return AddNul();
    if (!place || place->begin < end_) return;
    if (type == MD_TEXT_HTML) return AddTag(*place);
    if (type == MD_TEXT_ENTITY) return AddEntity(*place);
    if (place->begin > 0 && all_[place->begin - 1] == '<' && all_.substr(place->end, 1) == ">") {
      return AddDecoded(kObject, {place->begin - 1, place->end + 1});  // <https://…>
    }
    AddVerbatim(*place);
  }

  // Something without a place of its own: it stands for the bytes between its neighbours.
  void AddGap(std::string_view what) {
    if (!gap_.ends_with(what) && gap_.size() < kMaxGap) gap_ += what;
  }

  void CloseGap(uint64_t next) {
    if (gap_.starts_with('\n') && draft_.EndsBlank()) gap_.erase(0, 1);
    if (gap_.empty()) return;
    // What comes first in a paragraph must not reach back into the one before.
    const Span place{draft_.text.empty() ? next : end_, next};
    draft_.Add(gap_, place, all_.substr(place.begin, place.size()) == gap_);
    gap_.clear();
  }

  void AddVerbatim(Span place) {
    CloseGap(place.begin);
    end_ = place.end;
    // The blanks on both sides of a comment are one.
    const bool strip = draft_.text.empty() || (after_tag_ && draft_.EndsBlank());
    while (strip && !place.empty() && IsBlankByte(all_[place.begin])) ++place.begin;
    if (place.empty()) return;
    after_tag_ = false;
    const std::string_view text = all_.substr(place.begin, place.size());
    draft_.Add(text, place, true);
    draft_.prose = draft_.prose || (images_ == 0 && !IsBlankText(text));
  }

  void AddDecoded(std::string_view text, Span place) {
    CloseGap(place.begin);
    draft_.Add(text, place, false);
    end_ = place.end;
    after_tag_ = false;
  }

  void AddEntity(Span place) {
    const std::string text = DecodeEntity(all_.substr(place.begin, place.size()));
    if (text.empty()) return AddVerbatim(place);
    AddDecoded(text, place);
    // A paragraph of &nbsp; alone is a spacer.
    draft_.prose = draft_.prose || (images_ == 0 && text != "\u00A0" && !IsBlankText(text));
  }

  void AddNul() {  // md4c does not say where
    const size_t at = all_.find('\0', end_);
    if (at != std::string_view::npos) AddVerbatim({at, at + 1});
  }

  // A tag leaves nothing in the text, unless it stands for something itself.
  void AddTag(Span place) {
    const std::string_view tag = all_.substr(place.begin, place.size());
    CloseGap(place.begin);
    if (IsTag(tag, "br") && !draft_.EndsBlank()) AddDecoded("\n", place);
    if (IsTag(tag, "img")) AddDecoded(kObject, place);
    end_ = place.end;
    after_tag_ = true;
  }

  // A code span or a formula is one object, its delimiters included.
  void AddRaw(bool math) {
    if (raw_.empty()) return AddGap(kObject);
    const char mark = math ? '$' : '`';
    Span whole{raw_.front().begin, raw_.back().end};
    // md4c strips one blank at both ends of code.
    if (whole.begin > end_ && IsBlankByte(all_[whole.begin - 1]) && whole.end < all_.size() &&
        IsBlankByte(all_[whole.end])) {
      whole = {whole.begin - 1, whole.end + 1};
    }
    while (whole.begin > end_ && all_[whole.begin - 1] == mark) --whole.begin;
    while (whole.end < all_.size() && all_[whole.end] == mark) ++whole.end;
    if (!math || IsMath(all_, whole)) return AddDecoded(kObject, whole);
    raw_.front().begin = whole.begin;
    raw_.back().end = whole.end;
    for (const Span line : raw_) {
      if (line.begin != whole.begin) AddGap("\n");
      AddVerbatim(line);
    }
  }

  [[nodiscard]] SegmentKind Kind() const {
    for (size_t i = blocks_.size(); i-- > 0;) {  // the innermost says it
      const MD_BLOCKTYPE block = blocks_[i];
      if (block == MD_BLOCK_H) return SegmentKind::kHeading;
      if (block == MD_BLOCK_TH || block == MD_BLOCK_TD) return SegmentKind::kTableCell;
      if (block == MD_BLOCK_LI) return SegmentKind::kListItem;
      if (block == MD_BLOCK_QUOTE) return SegmentKind::kQuote;
    }
    return SegmentKind::kParagraph;
  }

  // Asked in ascending order, so that a long line is scanned once.
  uint64_t LineStart(uint64_t at) {
    for (; scanned_ < at; ++scanned_) {
      if (all_[scanned_] == '\n' || all_[scanned_] == '\r') line_start_ = scanned_ + 1;
    }
    return line_start_;
  }

  void Flush() {
    while (draft_.EndsBlank() && !draft_.text.empty()) draft_.text.pop_back();
    if (draft_.prose) Emit();
    draft_ = {};
    gap_.clear();
    after_tag_ = false;
    images_ = raw_spans_ = 0;
  }

  // Text of a block stands at `at`. It may be below the block's first line; then no blank line is
  // above it, or it is indented. No cut behind a lone CR, which may be half of a CRLF.
  void NoteCut(uint64_t at) {
    fresh_ = false;
    const size_t line = all_.substr(0, at).find_last_of("\r\n") + 1;
    if (line == 0 || all_[line - 1] != '\n' || IsBlankByte(all_[line])) return;
    std::string_view above = all_.substr(0, line - 1);
    if (above.ends_with('\r')) above.remove_suffix(1);
    if (IsBlankText(above.substr(above.find_last_of("\r\n") + 1))) cut_ = line;
  }

  void Emit() {
    std::string_view text = all_.substr(draft_.pieces[0].source_begin, draft_.text.size());
    if (draft_.pieces.size() > 1 || !draft_.pieces[0].verbatim) {
      text = document_.storage.emplace_back(std::move(draft_.text));
    }
    for (size_t begin = 0, size = 0; begin < text.size(); begin += size) {
      size = PartSize(text.substr(begin));
      Segment segment;
      segment.kind = Kind();
      segment.text = text.substr(begin, size);
      segment.pieces = draft_.Slice(begin, begin + size, origin_);
      segment.cut_before = begin > 0;
      segment.cut_after = begin + size < text.size();
      segment.first_line = origin_ + LineStart(segment.pieces[0].source_begin - origin_);
      document_.segments.push_back(std::move(segment));
    }
  }

  std::string_view all_;
  uint64_t origin_;
  Document document_;
  std::vector<MD_BLOCKTYPE> blocks_;  // open ones
  Draft draft_;
  std::string gap_;          // not yet in the draft
  std::vector<Span> raw_;    // the lines of a code span or formula
  uint64_t end_ = 0;         // of the last place seen
  size_t image_begin_ = 0;   // of its description, in the draft
  int images_ = 0;           // open ones
  int raw_spans_ = 0;        // open ones
  bool after_tag_ = false;
  uint64_t line_start_ = 0;  // of the line that holds scanned_
  uint64_t scanned_ = 0;
  uint64_t targets_ = 0;  // bytes
  bool fresh_ = false;    // no text of a block that may be cut off was seen yet
  size_t cut_ = 0;
};

bool Builder::Parse(size_t begin) {
  const std::string_view text = all_.substr(begin);
  if (text.size() > kMaxBytes || IsTooMuchWork(text)) return false;
  MD_PARSER parser{};
  parser.flags = kFlags;
  parser.enter_block = [](MD_BLOCKTYPE type, void*, void* user) {
    return Of(user).EnterBlock(type), 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE, void*, void* user) { return Of(user).LeaveBlock(), 0; };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    Of(user).EnterSpan(type, detail);
    return Of(user).targets_ > kMaxTargets ? -1 : 0;  // md4c swallows a positive value
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
    return Of(user).LeaveSpan(type), 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* bytes, MD_SIZE size, void* user) {
    return Of(user).Text(type, {bytes, size}), 0;
  };
  return md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, this) == 0;
}

}  // namespace

Document ParseMarkdown(const Source& block) {
  const std::string_view all = block.bytes;
  Builder builder(all, block.begin());
  if (!builder.Parse(block.first ? BodyBegin(all) : 0)) return ParsePlain(block);
  Document document = std::move(builder.document());
  if (document.segments.empty()) return document;
  // A block that does not end with a blank line may have been cut inside a paragraph.
  const std::string_view tail = all.substr(all.find_last_not_of(" \t\r\n") + 1);
  if (!block.last && std::count(tail.begin(), tail.end(), '\n') < 2) {
    document.segments.back().cut_after = true;
  }
  if (!block.first && block.origin.column > 1) document.segments.front().cut_before = true;
  return document;
}

size_t CutMarkdown(std::string_view bytes) {
  Builder builder(bytes, 0);
  return builder.Parse(BodyBegin(bytes)) ? builder.cut() : 0;
}

}  // namespace bnlint
