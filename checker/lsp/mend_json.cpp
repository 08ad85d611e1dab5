#include "lsp/mend_json.h"

#include <charconv>
#include <optional>

#include "text/utf8.h"

namespace bnlint::lsp {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr size_t kEscape = 6;  // bytes of \uD83D

// The code unit of an escape that begins at `at`.
std::optional<unsigned> UnitAt(std::string_view json, size_t at) {
  const std::string_view escape = json.substr(at, kEscape);
  if (escape.size() < kEscape || !escape.starts_with("\\u")) return std::nullopt;
  unsigned unit = 0;
  const auto [end, error] = std::from_chars(escape.data() + 2, escape.data() + kEscape, unit, 16);
  if (error != std::errc{} || end != escape.data() + kEscape) return std::nullopt;
  return unit;
}

bool IsHigh(unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool IsLow(unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

std::string MendJsonText(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (size_t at = 0; at < json.size();) {
    if (json[at] != '\\') {
      const CodePoint c = DecodeAt(json, at);
      out += c.valid ? json.substr(at, c.size) : kReplacement;
      at += c.size;
      continue;
    }
    const auto unit = UnitAt(json, at);
    if (!unit) {
      out += json.substr(at, 2);  // \\ and \" are taken together
      at += 2;
    } else if (!IsHigh(*unit) && !IsLow(*unit)) {
      out += json.substr(at, kEscape);
      at += kEscape;
    } else if (const auto low = UnitAt(json, at + kEscape); IsHigh(*unit) && low && IsLow(*low)) {
      out += json.substr(at, 2 * kEscape);
      at += 2 * kEscape;
    } else {
      out += kReplacement;
      at += kEscape;
    }
  }
  return out;
}

}  // namespace bnlint::lsp
