#pragma once

#include <string>

namespace bnlint {

/// "U+200B ZERO WIDTH SPACE": what to call a code point that the eye cannot tell. One without a
/// name says what it is instead: "U+E000 (private use)". Any value is allowed. Thread-safe.
std::string CodePointName(char32_t code_point);

}  // namespace bnlint
