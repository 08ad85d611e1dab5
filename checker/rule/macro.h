#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bnlint {

/// A {{name}} of the rule language: a class of characters, or a sequence of them.
struct Macro {
  std::string_view name;
  std::string_view ranges;    ///< what goes between [ and ]; empty for a sequence
  std::string_view sequence;  ///< an RE2 expression; empty for a class
  std::string_view meaning;   ///< one line, for the documentation
};

/// All macros, in the order of the documentation. Thread-safe.
const std::vector<Macro>& Macros();

/// Replaces every {{name}}: a class becomes [ranges], or bare ranges inside brackets. Refuses unknown
/// names, sequences inside brackets, RE2's ASCII-only \b \w \d \s (and capitals) with the macro to use
/// instead, and bounded repeats above kMaxRepeat. The error's column is a code point of `pattern`, from 1.
Result<std::string> ExpandMacros(std::string_view pattern);

/// x{1,n} unrolls into n copies: larger ones make automata that no budget of memory holds.
inline constexpr int kMaxRepeat = 64;

}  // namespace bnlint
