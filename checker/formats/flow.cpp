#include "formats/flow.h"

#include <algorithm>
#include <utility>

#include "formats/blank.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// Blanks between which no word ends in HTML: a no-break space is a character like others.
bool IsFlowBlank(char c) { return IsBlankByte(c) || c == '\f'; }

}  // namespace

void Flow::AddText(Span place) {
  for (uint64_t at = place.begin; at < place.end;) {
    uint64_t end = at;
    const bool blank = IsFlowBlank(all_[at]);
    while (end < place.end && IsFlowBlank(all_[end]) == blank) ++end;
    const bool line_end = all_.substr(at, end - at).find_first_of("\r\n") != std::string_view::npos;
    if (blank && (!keeps_ || line_end || draft_.text.empty())) {
      Blank({at, end}, true);
    } else {
      Add(all_.substr(at, end - at), {at, end}, true, false);
    }
    at = end;
  }
}

void Flow::AddDecoded(std::string_view text, Span place) {
  if (text.size() == 1 && IsFlowBlank(text[0])) return Blank(place, true);
  Add(text, place, false, true);
}

void Flow::AddFixed(std::string_view text, Span place) { Add(text, place, false, false); }

void Flow::AddBreak(Span place) {
  blank_.reset();
  if (draft_.text.empty() || draft_.text.ends_with('\n')) return;
  draft_.Add("\n", place, false);
}

void Flow::Blank(Span place, bool plain) {
  if (draft_.EndsBlank()) return;
  if (!blank_) {
    blank_ = place;
    blank_plain_ = plain;
    return;
  }
  blank_plain_ = blank_plain_ && plain && blank_->end == place.begin;
  blank_->end = place.end;
}

void Flow::CloseBlank() {
  if (!blank_) return;
  const bool verbatim = blank_->size() == 1 && all_[blank_->begin] == ' ';
  draft_.Add(" ", *blank_, verbatim, !verbatim && blank_plain_);
  blank_.reset();
}

void Flow::Add(std::string_view text, Span place, bool verbatim, bool decoded) {
  if (text.empty()) return;
  CloseBlank();
  draft_.Add(text, place, verbatim, decoded);
  draft_.prose = draft_.prose || (text != kObject && text != "\u00A0" && !IsBlankText(text));
}

void Flow::Suspend() {
  CloseBlank();
  suspended_.push_back(std::exchange(draft_, {}));
}

void Flow::Resume(SegmentKind kind_of_inner) {
  End(kind_of_inner);
  if (suspended_.empty()) return;
  draft_ = std::move(suspended_.back());
  suspended_.pop_back();
}

uint64_t Flow::LineStart(uint64_t at) {
  for (; scanned_ < at; ++scanned_) {
    if (all_[scanned_] == '\n' || all_[scanned_] == '\r') line_start_ = scanned_ + 1;
  }
  return line_start_;
}

void Flow::End(SegmentKind kind) {
  blank_.reset();
  while (draft_.EndsBlank() && !draft_.text.empty()) draft_.text.pop_back();
  if (draft_.prose) {
    const Writing writing = paragraph_writing_.value_or(writing_);
    const uint64_t line = origin_ + LineStart(draft_.pieces[0].source_begin);
    const size_t first = document_.segments.size();
    EmitDraft(all_, origin_, draft_, kind, writing, line, document_);
    uint32_t column = 0;
    for (size_t i = first; i < document_.segments.size(); ++i) {
      Segment& segment = document_.segments[i];
      segment.closed_edges = closed_edges_;
      segment.paragraph = paragraph_;
      segment.column = column;
      if (paragraph_ != 0) column += static_cast<uint32_t>(CountCodePoints(segment.text));
    }
  }
  draft_ = {};
  paragraph_writing_.reset();
  closed_edges_ = false;
}

void EmitDraft(std::string_view all, uint64_t origin, Draft& draft, SegmentKind kind,
               Writing writing, uint64_t line, Document& document) {
  std::string_view text = all.substr(draft.pieces[0].source_begin, draft.text.size());
  if (draft.pieces.size() > 1 || !draft.pieces[0].verbatim) {
    text = document.storage.emplace_back(std::move(draft.text));
  }
  for (size_t begin = 0, size = 0; begin < text.size(); begin += size) {
    size = PartSize(text.substr(begin));
    Segment segment;
    segment.kind = kind;
    segment.text = text.substr(begin, size);
    segment.pieces = draft.Slice(begin, begin + size, origin);
    segment.cut_before = begin > 0;
    segment.cut_after = begin + size < text.size();
    segment.first_line = line;
    segment.writing = writing;
    document.segments.push_back(std::move(segment));
  }
}

}  // namespace bnlint
