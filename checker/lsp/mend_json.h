#pragma once

#include <string>
#include <string_view>

namespace bnlint::lsp {

/// The same JSON with U+FFFD for what no text can hold: bytes that are not UTF-8, and escapes of half a surrogate pair.
/// Each half becomes one U+FFFD, so that positions in UTF-16 stay true.
std::string MendJsonText(std::string_view json);

}  // namespace bnlint::lsp
