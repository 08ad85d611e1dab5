#include "formats/value.h"

#include <algorithm>
#include <array>
#include <utility>

#include "formats/plain.h"

namespace bnlint {
namespace {

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool HasEndMark(std::string_view text) {
  constexpr std::array<std::string_view, 4> kMarks = {"।", "?", "!", "৷"};
  return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) {
    return text.find(mark) != std::string_view::npos;
  });
}

}  // namespace

void Value::End(Writing writing, bool named) {
  Draft draft = std::exchange(draft_, {});
  if (draft.text.empty() || (!named && IsAscii(draft.text))) return;
  const bool as_it_stands = draft.pieces.size() == 1 && draft.pieces[0].verbatim;
  // As a later block of a file: no comments to bnlint, no byte order mark.
  const Source inner{{}, std::move(draft.text), {}, false, true, nullptr};
  const Document paragraphs = ParsePlain(inner);
  if (paragraphs.segments.empty()) return;
  const std::string_view text = as_it_stands
                                    ? all_.substr(draft.pieces[0].source_begin, inner.bytes.size())
                                    : document_.storage.emplace_back(inner.bytes);
  const bool heading = paragraphs.segments.size() == 1 && !HasEndMark(text);
  for (const Segment& paragraph : paragraphs.segments) {
    const size_t begin = paragraph.pieces[0].source_begin;
    const size_t size = paragraph.text.size();
    Segment segment;
    segment.kind = heading ? SegmentKind::kHeading : paragraph.kind;
    segment.text = text.substr(begin, size);
    segment.pieces = draft.Slice(begin, begin + size, origin_);
    segment.cut_before = paragraph.cut_before;
    segment.cut_after = paragraph.cut_after;
    segment.first_line = segment.pieces[0].source_begin;
    segment.writing = writing;
    document_.segments.push_back(std::move(segment));
  }
}

}  // namespace bnlint
