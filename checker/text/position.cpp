#include "text/position.h"

#include <algorithm>
#include <cassert>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include "text/lines.h"
#include "text/utf8.h"

namespace bnlint {

namespace {

// Bengali letters and ASCII need no decoder.
CodePoint Next(std::string_view bytes, size_t at) {
  const auto byte = static_cast<uint8_t>(bytes[at]);
  if (byte < 0x80) return {byte, 1, true};
  return IsBengaliAt(bytes, at) ? CodePoint{0x0980, 3, true} : DecodeAt(bytes, at);
}

}  // namespace

PositionIndex::PositionIndex(std::string_view bytes, Position origin)
    : bytes_(bytes), origin_(origin), line_starts_{0}, last_(origin) {
  LineEnds ends(bytes);
  for (size_t at = ends.Find(0); at < bytes.size(); at = ends.Find(at)) {
    const bool crlf = bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n';
    at += crlf ? 2 : 1;
    line_starts_.push_back(at);
  }
}

size_t PositionIndex::LineOf(uint64_t offset) const {
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<size_t>(next - line_starts_.begin()) - 1;
}

Position PositionIndex::At(uint64_t byte) {
  assert(origin_.byte <= byte && byte <= origin_.byte + bytes_.size());
  const uint64_t offset = byte - origin_.byte;
  const size_t line = LineOf(offset);

  Position start = origin_;
  if (line > 0) start = {origin_.byte + line_starts_[line], origin_.line + line, 1, 1, 1};
  if (last_.line == start.line && start.byte <= last_.byte && last_.byte <= byte) start = last_;

  while (start.byte < byte) {
    const CodePoint c = Next(bytes_, start.byte - origin_.byte);
    if (start.byte + c.size > byte) break;
    start.byte += c.size;
    ++start.column;
    start.utf16 += c.value > 0xFFFF ? 2 : 1;
    start.byte_column += c.size;
  }
  last_ = start;
  start.byte = byte;
  return start;
}

uint64_t PositionIndex::GraphemeColumn(std::string_view line, uint64_t at) {
  const auto prefix_units =
      icu::UnicodeString::fromUTF8({line.data(), static_cast<int32_t>(at)}).length();
  const auto text = icu::UnicodeString::fromUTF8({line.data(), static_cast<int32_t>(line.size())});
  // Making one takes far longer than using it.
  thread_local const std::unique_ptr<icu::BreakIterator> breaks = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) made.reset();
    return made;
  }();
  if (breaks == nullptr) return static_cast<uint64_t>(prefix_units) + 1;
  breaks->setText(text);
  uint64_t column = 1;
  for (int32_t end = breaks->next(); end != icu::BreakIterator::DONE && end <= prefix_units;
       end = breaks->next()) {
    ++column;
  }
  return column;
}

std::string_view PositionIndex::LineAt(uint64_t byte) const {
  const size_t line = LineOf(byte - origin_.byte);
  const uint64_t begin = line_starts_[line];
  const uint64_t end = line + 1 < line_starts_.size() ? line_starts_[line + 1] : bytes_.size();
  std::string_view text = bytes_.substr(begin, end - begin);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

}  // namespace bnlint
