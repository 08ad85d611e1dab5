#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/code_page.h"

namespace bnlint {

/// A character of which a byte got lost on the way.
struct Hole {
  size_t offset = 0;  ///< of the U+FFFD that marks it in Mojibake::text
  /// The Bengali characters that the bytes which are left allow, likeliest first; empty when that says nothing.
  std::u32string candidates;
};

/// A stretch of text whose UTF-8 was read as a code page and written again, once or up to three times
/// over: "à¦•" for ক. It begins and ends with a damaged character; ASCII between two words is unharmed.
struct Mojibake {
  Span span;                ///< text offsets
  std::string text;         ///< what was written
  std::vector<Hole> holes;  ///< ascending; a lost character without a mark in the text has none
  bool exact =
      false;  ///< every byte is there: misreading `text` gives the stretch again, but for no-break
              ///< spaces that turned into blanks where only they can have stood
  CodePage page = CodePage::kWindows1252;  ///< as what it was read the last time
  int times = 1;
};

/// The stretches of a text, in order. Each gives Bengali, or at least the punctuation that it uses: “ — … Reads the
/// text once when nothing in it looks like a misread byte, and some dozen times when it is full of them: linear.
/// Thread-safe.
std::vector<Mojibake> FindMojibake(std::string_view text);

/// The same, when all of `text` is known to be raw bytes written as characters: "à¦•" gives ক; else `text`.
std::string UndoMojibake(const std::string& text);

}  // namespace bnlint
