#include "text/codepoint_name.h"

#include <array>
#include <cstdint>
#include <string_view>

#include <fmt/format.h>
#include <unicode/uchar.h>

namespace bnlint {
namespace {

// Controls have no Unicode name, only aliases, which ICU does not hold.
std::string_view ControlName(char32_t c) {
  switch (c) {
    case 0x00: return "NULL";
    case 0x07: return "ALERT";
    case 0x08: return "BACKSPACE";
    case 0x09: return "CHARACTER TABULATION";
    case 0x0A: return "LINE FEED";
    case 0x0B: return "LINE TABULATION";
    case 0x0C: return "FORM FEED";
    case 0x0D: return "CARRIAGE RETURN";
    case 0x1B: return "ESCAPE";
    case 0x7F: return "DELETE";
    case 0x85: return "NEXT LINE";
    case 0x9B: return "CONTROL SEQUENCE INTRODUCER";
    default: return "(control)";
  }
}

std::string NameOf(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  switch (u_charType(code)) {
    case U_CONTROL_CHAR: return std::string(ControlName(c));
    case U_PRIVATE_USE_CHAR: return "(private use)";
    case U_SURROGATE: return "(surrogate)";
    default: break;
  }
  std::array<char, 128> name{};  // the longest name has 88 characters
  UErrorCode status = U_ZERO_ERROR;
  const int32_t size = u_charName(code, U_UNICODE_CHAR_NAME, name.data(),
                                  static_cast<int32_t>(name.size()), &status);
  if (U_SUCCESS(status) != 0 && size > 0) return {name.data(), static_cast<size_t>(size)};
  return U_IS_UNICODE_NONCHAR(code) ? "(noncharacter)" : "(unassigned)";
}

}  // namespace

std::string CodePointName(char32_t code_point) {
  return fmt::format("U+{:04X} {}", static_cast<uint32_t>(code_point), NameOf(code_point));
}

}  // namespace bnlint
