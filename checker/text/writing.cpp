#include "text/writing.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/document.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// Each byte by `escape`, which gives "" for one that stands as it is and nothing for one that cannot be written.
template <typename Escape>
std::optional<std::string> EncodeBytes(std::string_view text, const Escape& escape) {
  if (text.find(kObject) != std::string_view::npos) return std::nullopt;
  std::string out;
  for (const char c : text) {
    const std::optional<std::string_view> escaped = escape(c);
    if (!escaped) return std::nullopt;
    if (escaped->empty()) {
      out += c;
    } else {
      out += *escaped;
    }
  }
  return out;
}

using Escaped = std::optional<std::string_view>;
constexpr std::string_view kAsItIs{};

Escaped XmlEscape(char c) {
  if (c == '&') return "&amp;";
  if (c == '<') return "&lt;";
  return kAsItIs;
}

// For formats in which some bytes cannot be told from markup.
std::optional<std::string> EncodeWithout(std::string_view refused, std::string_view text) {
  return EncodeBytes(text, [&](char c) -> Escaped {
    if (refused.find(c) != std::string_view::npos) return std::nullopt;
    return kAsItIs;
  });
}

std::string JsonUnit(uint32_t unit) { return fmt::format("\\u{:04x}", unit); }

std::optional<std::string> Json(std::string_view text, bool ascii) {
  if (text.find(kObject) != std::string_view::npos) return std::nullopt;
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (c.value == '"' || c.value == '\\') {
      out += '\\';
      out += static_cast<char>(c.value);
    } else if (c.value == '\n') {
      out += "\\n";
    } else if (c.value < 0x20) {
      out += JsonUnit(c.value);
    } else if (!ascii || c.value < 0x80) {
      out.append(text, at, c.size);
    } else if (c.value <= 0xFFFF) {
      out += JsonUnit(c.value);
    } else {
      out += JsonUnit(0xD7C0 + (c.value >> 10U)) + JsonUnit(0xDC00 + (c.value & 0x3FFU));
    }
    at += c.size;
  }
  return out;
}

std::optional<std::string> Latex(std::string_view text) {
  return EncodeBytes(text, [](char c) -> Escaped {
    switch (c) {
      case '&': return "\\&";
      case '%': return "\\%";
      case '$': return "\\$";
      case '#': return "\\#";
      case '_': return "\\_";
      case '{': return "\\{";
      case '}': return "\\}";
      case '\\':
      case '^':
      case '~':
      case '\n':
      case '\r': return std::nullopt;
      default: return kAsItIs;
    }
  });
}

Escaped PoEscape(char c) {
  if (c == '"') return "\\\"";
  if (c == '\\') return "\\\\";
  if (c == '\n') return "\\n";
  if (c == '\t') return "\\t";
  if (static_cast<unsigned char>(c) < 0x20) return std::nullopt;
  return kAsItIs;
}

Escaped AndroidEscape(char c) {
  if (c == '"') return "\\\"";
  if (c == '\'') return "\\'";
  if (c == '\\') return "\\\\";
  if (c == '\n') return "\\n";
  if (c == '@' || c == '?') return c == '@' ? "\\@" : "\\?";
  return XmlEscape(c);
}

}  // namespace

std::optional<std::string> Write(Writing writing, std::string_view text) {
  switch (writing) {
    case Writing::kAsItIs: return EncodeWithout("", text);
    case Writing::kXml: return EncodeBytes(text, XmlEscape);
    case Writing::kPlain: return EncodeWithout("&<>\"'\\\r\n", text);
    case Writing::kJson: return Json(text, false);
    case Writing::kJsonAscii: return Json(text, true);
    case Writing::kCsvQuoted:
      return EncodeBytes(text, [](char c) -> Escaped { return c == '"' ? "\"\"" : kAsItIs; });
    case Writing::kCsvBare: return EncodeWithout(",;\t|\"\r\n", text);
    case Writing::kPo: return EncodeBytes(text, PoEscape);
    case Writing::kAndroid: return EncodeBytes(text, AndroidEscape);
    case Writing::kLatex: return Latex(text);
    case Writing::kRst: return EncodeWithout("*`|\\_<>\r\n", text);
    case Writing::kVtt:
      if (text.find_first_of("\r\n") != std::string_view::npos) return std::nullopt;
      return EncodeBytes(text, XmlEscape);
    case Writing::kSrt: return EncodeWithout("<>{}\r\n", text);
    case Writing::kNever: break;
  }
  return std::nullopt;
}

}  // namespace bnlint
