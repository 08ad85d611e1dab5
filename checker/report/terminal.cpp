#include "report/terminal.h"

#include <fmt/format.h>

#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

std::string Hex(std::string_view bytes) {
  std::string out;
  for (const char byte : bytes) out += fmt::format("\\x{:02X}", static_cast<uint8_t>(byte));
  return out;
}

std::string EscapedControl(char32_t c, std::string_view bytes) {
  switch (c) {
    case '\t': return "\\t";
    case '\n': return "\\n";
    case '\r': return "\\r";
    default: break;
  }
  return c < 0x80 ? Hex(bytes) : fmt::format("<U+{:04X}>", static_cast<uint32_t>(c));
}

bool MustBeEscaped(char32_t c, bool show_joiners) {
  switch (ClassOf(c)) {
    case CharClass::kControl:
    case CharClass::kNewline:
    case CharClass::kInvisible:
    case CharClass::kUnknown: return true;
    case CharClass::kJoiner: return show_joiners;
    default: return c == '\t';
  }
}

std::string_view Code(Style style) {
  switch (style) {
    case Style::kBold: return "1";
    case Style::kDim: return "2";
    case Style::kError: return "1;31";
    case Style::kWarning: return "1;33";
    case Style::kInfo: return "1;36";
    case Style::kRemoved: return "31";
    case Style::kAdded: return "32";
    case Style::kCode: return "36";
  }
  return "0";
}

}  // namespace

std::string Visible(std::string_view text, bool show_joiners) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    const std::string_view bytes = text.substr(at, c.size);
    at += c.size;
    if (!c.valid) {
      out += Hex(bytes);
    } else if (MustBeEscaped(c.value, show_joiners)) {
      out += EscapedControl(c.value, bytes);
    } else {
      out += bytes;
    }
  }
  return out;
}

std::string VisibleBlanks(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    const std::string_view bytes = text.substr(at, c.size);
    at += c.size;
    if (c.value == ' ') {
      out += "␣";
    } else if (c.value >= 0x80 && IsBlank(ClassOf(c.value))) {
      out += EscapedControl(c.value, bytes);
    } else {
      out += Visible(bytes, true);
    }
  }
  return out;
}

std::string Painter::operator()(Style style, std::string_view text) const {
  if (!colour_) return std::string(text);
  return fmt::format("\x1B[{}m{}\x1B[0m", Code(style), text);
}

}  // namespace bnlint
