#pragma once

#include <algorithm>
#include <string_view>

namespace bnlint {

/// The blanks of Markdown and HTML.
inline bool IsBlankByte(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
inline bool IsBlankText(std::string_view text) {
  return std::all_of(text.begin(), text.end(), IsBlankByte);
}

}  // namespace bnlint
