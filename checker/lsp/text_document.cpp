#include "lsp/text_document.h"

#include <algorithm>
#include <cstring>

#include "text/utf8.h"

namespace bnlint::lsp {
namespace {

constexpr size_t kLongLine = size_t{4} << 10;
constexpr size_t kMarkBytes = 1024;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

void FindLines(std::string_view text, std::vector<size_t>& starts) {
  starts.assign(1, 0);
  const auto next = [&](char c, size_t from) {
    const void* found =
        from < text.size()
            ? std::memchr(text.data() + from, static_cast<unsigned char>(c), text.size() - from)
            : nullptr;
    return found == nullptr ? text.size()
                            : static_cast<size_t>(static_cast<const char*>(found) - text.data());
  };
  size_t lf = next('\n', 0);
  size_t cr = next('\r', 0);
  while (lf < text.size() || cr < text.size()) {
    const size_t end = std::min(lf, cr);
    const size_t after = cr == end && lf == end + 1 ? end + 2 : end + 1;
    starts.push_back(after);
    if (lf < after) lf = next('\n', after);
    if (cr < after) cr = next('\r', after);
  }
}

uint64_t Units16(const CodePoint& c) { return c.value > 0xFFFF ? 2 : 1; }

}  // namespace

std::string_view Name(Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8: return "utf-8";
    case Encoding::kUtf16: return "utf-16";
    case Encoding::kUtf32: return "utf-32";
  }
  return "";
}

void TextDocument::SetText(std::string text) {
  text_ = std::move(text);
  FindLines(text_, starts_);
  marks_.clear();
  last_.reset();
}

void TextDocument::Replace(LinePlace begin, LinePlace end, std::string_view text,
                           Encoding encoding) {
  Found from = Find(begin, encoding);
  Found to = Find(end, encoding);
  if (to.byte < from.byte || (to.byte == from.byte && from.inside && !to.inside)) {
    std::swap(from, to);
  }
  std::string now(text);
  if (from.inside) now.insert(0, kReplacement);
  if (to.inside) {
    now += kReplacement;
    to.byte += DecodeAt(text_, to.byte).size;
  }
  std::string whole = std::move(text_);
  whole.replace(from.byte, to.byte - from.byte, now);
  SetText(std::move(whole));
}

Span TextDocument::Line(size_t line) const {
  const size_t begin = starts_[line];
  size_t end = line + 1 < starts_.size() ? starts_[line + 1] : text_.size();
  if (line + 1 < starts_.size()) {
    --end;
    if (end > begin && text_[end] == '\n' && text_[end - 1] == '\r') --end;
  }
  return {begin, end};
}

size_t TextDocument::OffsetAt(LinePlace place, Encoding encoding) const {
  return Find(place, encoding).byte;
}

TextDocument::Found TextDocument::Find(LinePlace place, Encoding encoding) const {
  if (place.line >= starts_.size()) return {text_.size()};
  const Span line = Line(place.line);
  if (encoding == Encoding::kUtf8) {
    size_t byte = line.begin + std::min<uint64_t>(place.character, line.size());
    while (byte > line.begin && byte < text_.size() && IsContinuation(text_[byte])) --byte;
    return {byte};
  }
  const auto units = [&](const Mark& mark) {
    return encoding == Encoding::kUtf16 ? mark.utf16 : mark.utf32;
  };
  Mark at{line.begin, 0, 0};
  if (line.size() > kLongLine) {
    // The last mark of the line that is not behind the place.
    MakeMarks();
    const Mark start = Before(line.begin);
    const auto behind = std::partition_point(marks_.begin(), marks_.end(), [&](const Mark& mark) {
      return mark.byte <= line.begin ||
             (mark.byte <= line.end && units(mark) - units(start) <= place.character);
    });
    if (behind != marks_.begin() && std::prev(behind)->byte > line.begin) {
      const Mark& mark = *std::prev(behind);
      at = {mark.byte, mark.utf16 - start.utf16, mark.utf32 - start.utf32};
    }
  }
  while (at.byte < line.end && units(at) < place.character) {
    const CodePoint c = DecodeAt(text_, at.byte);
    if (encoding == Encoding::kUtf16 && at.utf16 + Units16(c) > place.character) {
      return {at.byte, true};
    }
    at = {at.byte + c.size, at.utf16 + Units16(c), at.utf32 + 1};
  }
  return {at.byte};
}

LinePlace TextDocument::PlaceAt(size_t byte, Encoding encoding) const {
  byte = std::min(byte, text_.size());
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), byte);
  const auto line = static_cast<size_t>(next - starts_.begin()) - 1;
  const size_t begin = starts_[line];
  byte = std::min<size_t>(byte, Line(line).end);  // not between CR and LF
  if (encoding == Encoding::kUtf8) return {line, byte - begin};
  Mark at{begin, 0, 0};
  if (byte - begin > kLongLine) {
    MakeMarks();
    const Mark start = Before(begin);
    const Mark end = Before(byte);
    at = {byte, end.utf16 - start.utf16, end.utf32 - start.utf32};
  } else {
    if (last_ && last_line_ == line && last_->byte <= byte) at = *last_;
    while (at.byte < byte) {
      const CodePoint c = DecodeAt(text_, at.byte);
      if (at.byte + c.size > byte) break;
      at = {at.byte + c.size, at.utf16 + Units16(c), at.utf32 + 1};
    }
    last_ = at;
    last_line_ = line;
  }
  return {line, encoding == Encoding::kUtf16 ? at.utf16 : at.utf32};
}

// The units before `byte`, counted on from the nearest mark. REQUIRES: marks.
TextDocument::Mark TextDocument::Before(size_t byte) const {
  const auto behind = std::upper_bound(marks_.begin(), marks_.end(), byte,
                                       [](size_t b, const Mark& mark) { return b < mark.byte; });
  Mark at = *std::prev(behind);
  while (at.byte < byte) {
    const CodePoint c = DecodeAt(text_, at.byte);
    if (at.byte + c.size > byte) break;
    at = {at.byte + c.size, at.utf16 + Units16(c), at.utf32 + 1};
  }
  return at;
}

void TextDocument::MakeMarks() const {
  if (!marks_.empty()) return;
  Mark at;
  marks_.push_back(at);
  while (at.byte < text_.size()) {
    const CodePoint c = DecodeAt(text_, at.byte);
    at = {at.byte + c.size, at.utf16 + Units16(c), at.utf32 + 1};
    if (at.byte >= marks_.back().byte + kMarkBytes) marks_.push_back(at);
  }
}

}  // namespace bnlint::lsp
