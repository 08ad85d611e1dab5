#include "report/xml.h"

#include <fmt/format.h>

#include "text/utf8.h"

namespace bnlint {
namespace {

bool IsXmlChar(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

}  // namespace

std::string XmlEscaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    switch (c.value) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      // Else a parser would make blanks of them.
      case '\t':
      case '\n':
      case '\r': out += fmt::format("&#{};", static_cast<uint32_t>(c.value)); break;
      default: AppendUtf8(out, IsXmlChar(c.value) ? c.value : 0xFFFD); break;
    }
    at += c.size;
  }
  return out;
}

}  // namespace bnlint
