#include "formats/markdown_scan.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "formats/blank.h"
#include "text/char_class.h"
#include "text/escape.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// The line at `begin` without its end, and where the next one begins.
std::pair<std::string_view, size_t> LineAt(std::string_view text, size_t begin) {
  const size_t end = std::min(text.find('\n', begin), text.size());
  std::string_view line = text.substr(begin, end - begin);
  while (!line.empty() && IsBlankByte(line.back())) line.remove_suffix(1);
  return {line, std::min(end + 1, text.size())};
}

}  // namespace

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

std::string DecodeEntity(std::string_view entity) {
  std::string text;
  if (!entity.starts_with("&#")) {
    const Escape escape = ReadEscape(entity, 0);
    if (escape.size == entity.size()) AppendUtf8(text, escape.value);
    return text;
  }
  const bool hex = entity.size() > 2 && (entity[2] == 'x' || entity[2] == 'X');
  uint32_t value = 0;
  const auto [stop, error] = std::from_chars(entity.data() + (hex ? 3 : 2),
                                             entity.data() + entity.size(), value, hex ? 16 : 10);
  if (error != std::errc() || *stop != ';') return {};
  const bool scalar = value != 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
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

bool IsMath(std::string_view text, Span span) {
  if (text.substr(span.begin).starts_with("$$")) return true;
  if (span.size() < 3 || IsBlankByte(text[span.begin + 1]) || IsBlankByte(text[span.end - 2])) {
    return false;
  }
  return span.end == text.size() || !IsDigit(ClassOf(DecodeAt(text, span.end).value));
}

}  // namespace bnlint
