#pragma once

#include <cstddef>
#include <string>

#include "text/utf8.h"

namespace bnlint {

/// The beginning of a restored text, as much as fits into a message.
inline std::string Excerpt(const std::string& text) {
  constexpr size_t kShown = 40;  // code points
  size_t at = 0;
  for (size_t count = 0; at < text.size() && count < kShown; ++count) at += DecodeAt(text, at).size;
  return at == text.size() ? text : text.substr(0, at) + "…";
}

}  // namespace bnlint
