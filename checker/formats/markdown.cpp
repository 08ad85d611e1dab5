// md4c reports blocks, spans and texts. A text that it did not have to change points into the
// block, so its place is a subtraction; what it changed (an entity, a line break, a code span)
// becomes a piece that is not verbatim. A segment is what md4c says between two block events.

#include "formats/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formats/blank.h"
#include "formats/directive.h"
#include "formats/draft.h"
#include "formats/markdown_scan.h"
#include "formats/markdown_work.h"
#include "formats/plain.h"

namespace bnlint {
namespace {

// Bare URLs stay in the text, where masks find them in every format: md4c's own search for them is
// quadratic, and ends one at its first Bengali letter.
constexpr unsigned kFlags =
    MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_LATEXMATHSPANS;

constexpr uint64_t kMaxTargets = uint64_t{1} << 30;  // bytes of link targets handed out
constexpr size_t kMaxBytes = size_t{1} << 30;        // md4c counts in 32 bits

// Where a text of md4c's stands in the block; nothing when md4c made it up.
std::optional<Span> Place(std::string_view all, std::string_view text) {
  const auto begin = reinterpret_cast<uintptr_t>(all.data());
  const auto at = reinterpret_cast<uintptr_t>(text.data());
  if (at < begin || at + text.size() > begin + all.size()) return std::nullopt;
  return Span{at - begin, at - begin + text.size()};
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
    if (!html_.empty())
      NoteHtmlDirectives(html_, document_, [&](size_t at) { return HtmlPlace(at); });
    html_.clear();
    html_places_.clear();
    blocks_.pop_back();
  }

  // The source offset of a byte of html_: what md4c hands out in pieces is verbatim.
  [[nodiscard]] uint64_t HtmlPlace(size_t at) const {
    auto piece = std::partition_point(html_places_.begin(), html_places_.end(),
                                      [&](const auto& p) { return p.first <= at; });
    if (piece == html_places_.begin()) return origin_;
    --piece;
    return origin_ + piece->second + (at - piece->first);
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
    if (blocks_.back() == MD_BLOCK_HTML) {
      if (place) html_places_.emplace_back(html_.size(), place->begin);
      html_ += text;
    }
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
    NoteHtmlDirectives(tag, document_, [&](size_t at) { return origin_ + place.begin + at; });
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
  std::string gap_;                                       // not yet in the draft
  std::string html_;                                      // of the block of HTML that is open
  std::vector<std::pair<size_t, uint64_t>> html_places_;  // where its pieces begin: there, in all_
  std::vector<Span> raw_;                                 // the lines of a code span or formula
  uint64_t end_ = 0;                                      // of the last place seen
  size_t image_begin_ = 0;                                // of its description, in the draft
  int images_ = 0;                                        // open ones
  int raw_spans_ = 0;                                     // open ones
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
