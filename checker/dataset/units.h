#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/token.h"

namespace bnlint::dataset {

/// A word or a mark of a text (signals.h says what that is).
struct Unit {
  uint64_t hash = 0;   ///< of its bytes
  uint32_t begin = 0;  ///< in bytes
  uint32_t end = 0;
  uint32_t length = 0;  ///< in code points
  bool word = false;    ///< no mark
  bool alpha = false;   ///< a word with a letter
};

/// The units of a text whose tokens these are, in order. Thread-safe.
std::vector<Unit> UnitsOf(std::string_view text, std::span<const Token> tokens);

/// A hash of bytes. 64 bits, the same on every machine and in every run.
uint64_t HashBytes(std::string_view bytes);

}  // namespace bnlint::dataset
