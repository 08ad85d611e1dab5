#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/token.h"

namespace bnlint::ocr {

/// What a unit mostly is.
enum class UnitKind : uint8_t {
  kWord,    ///< a Bengali word, or several with hyphens or other marks between them
  kLetter,  ///< one Bengali letter without a sign
  kNumber,
  kLatin,  ///< a word of another script
  kMixed,  ///< letters of two scripts, or letters and digits (but for endings behind a number: ৫ই)
  kMarks,  ///< punctuation, symbols, signs without a letter
};
inline constexpr size_t kUnitKinds = 6;

/// What stands between two blanks: what an OCR engine takes for a word.
struct Unit {
  uint32_t begin = 0;  ///< text offsets, in bytes
  uint32_t end = 0;
  uint32_t first = 0;  ///< index of its first token
  uint32_t last = 0;   ///< … behind its last
  UnitKind kind = UnitKind::kMarks;
  bool begins_line = false;
  bool ends_line = false;
};

/// The units of a paragraph, replacing what `units` held. Addresses, code and what stands for an object (document.h)
/// are none. Thread-safe.
void FindUnits(std::string_view text, std::span<const Token> tokens, std::vector<Unit>& units);

}  // namespace bnlint::ocr
