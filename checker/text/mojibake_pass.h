#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "text/code_page.h"

namespace bnlint {

/// A character of a text that is being restored, and the bytes of the text that it came from.
struct Glyph {
  char32_t c = 0;
  uint32_t begin = 0;
  uint32_t end = 0;
  uint8_t times = 0;  ///< misreadings undone; 0 for a character that stands in the text
  bool sure = true;   ///< no byte of it was lost
  bool exact =
      true;  ///< sure, and no blank was taken for a no-break space but where that is certain
  CodePage page = CodePage::kWindows1252;  ///< of the first one undone
  std::u32string candidates = {};  ///< of a lost character (c is U+FFFD): what it may have been
};
using Glyphs = std::vector<Glyph>;

/// What undoing one misreading made of a text.
struct Pass {
  Glyphs glyphs;
  CodePage page = CodePage::kWindows1252;
  size_t sure = 0;     ///< characters made of all their bytes
  size_t unsure = 0;   ///< … of which a byte is lost
  size_t bengali = 0;  ///< of the sure ones
};

/// Takes the characters of `in` for bytes as `page` reads them, and these for UTF-8. What is no UTF-8 stays; so do
/// characters with a lost byte unless whole ones stand near them, between characters that the page does not have.
Pass UndoMisreading(const Glyphs& in, CodePage page);

}  // namespace bnlint
