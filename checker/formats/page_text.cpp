#include "formats/page_text.h"

#include <algorithm>
#include <utility>

namespace bnlint {

void PageText::BeginPage() {
  ++page_;
  line_ = 0;
}

void PageText::BeginLine() {
  ++line_;
  line_begins_ = true;
}

void PageText::BeginWord(const PageBox& box) {
  box_ = box;
  word_begins_ = true;
}

void PageText::Add(std::string_view bytes, Span source, bool verbatim) {
  if (word_begins_) {
    bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
    if (bytes.empty()) return;
    if (verbatim) source.begin = source.end - bytes.size();
    if (!draft_.text.empty()) {
      const Piece& last = draft_.pieces.back();
      draft_.Add(line_begins_ ? "\n" : " ", {last.source_begin + last.source_size, source.begin},
                 false);
    }
    line_begins_ = word_begins_ = false;
    document_.page_words.push_back(
        {{origin_ + source.begin, origin_ + source.end}, {page_, line_, box_}});
  } else if (document_.page_words.empty() || bytes.empty()) {
    return;
  }
  document_.page_words.back().source.end = origin_ + source.end;
  draft_.Add(bytes, source, verbatim);
}

void PageText::EndParagraph() {
  line_begins_ = word_begins_ = false;
  if (draft_.text.empty()) return;
  const std::string_view text = document_.storage.emplace_back(std::move(draft_.text));
  for (size_t begin = 0, size = 0; begin < text.size(); begin += size) {
    size = PartSize(text.substr(begin));
    Segment segment;
    segment.text = text.substr(begin, size);
    segment.pieces = draft_.Slice(begin, begin + size, origin_);
    segment.cut_before = begin > 0;
    segment.cut_after = begin + size < text.size();
    segment.first_line = segment.pieces[0].source_begin;
    document_.segments.push_back(std::move(segment));
  }
  draft_ = {};
}

}  // namespace bnlint
