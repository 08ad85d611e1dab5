#include "formats/placeholder.h"

#include <algorithm>

namespace bnlint {
namespace {

size_t SkipWhile(std::string_view text, size_t at, std::string_view set) {
  return std::min(text.find_first_not_of(set, at), text.size());
}

}  // namespace

size_t PlaceholderSize(std::string_view text, size_t at) {
  constexpr std::string_view kDigits = "0123456789";
  constexpr size_t kLongest = 64;
  text = text.substr(0, std::min(text.size(), at + kLongest));
  if (text[at] == '{') {
    const size_t open = text.substr(at).starts_with("{{") ? 2 : 1;
    const size_t end = text.find_first_of("{}", at + open);
    if (end == std::string_view::npos || text[end] == '{') return 0;
    const std::string_view name = text.substr(at + open, end - at - open);
    const bool ascii = std::all_of(name.begin(), name.end(), [](char c) {
      return static_cast<unsigned char>(c) < 0x80 && c != '\n';
    });
    if (!ascii) return 0;
    if (open == 1) return end + 1 - at;
    return text.substr(end).starts_with("}}") ? end + 2 - at : 0;
  }
  if (text[at] != '%') return 0;
  size_t next = at + 1;
  if (text.substr(next).starts_with('(')) {
    const size_t close = text.find(')', next);
    if (close == std::string_view::npos) return 0;
    next = close + 1;
  }
  if (const size_t digits = SkipWhile(text, next, kDigits);
      digits > next && text.substr(digits).starts_with('$')) {
    next = digits + 1;
  }
  next = SkipWhile(text, next, "-+#0,'");
  next = SkipWhile(text, next, kDigits);
  if (text.substr(next).starts_with('.')) next = SkipWhile(text, next + 1, kDigits);
  next = SkipWhile(text, next, "hlqjzt");
  if (next >= text.size()) return 0;
  return std::string_view("sdioxXufFeEgGcpn@%").find(text[next]) != std::string_view::npos
             ? next + 1 - at
             : 0;
}

}  // namespace bnlint
