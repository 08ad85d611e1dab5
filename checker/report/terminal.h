#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bnlint {

/// `text` with nothing in it that a terminal would obey or hide: control characters become \n, \t
/// or \x1B, bytes that are not UTF-8 \xE0, invisible, bidirectional and private characters
/// <U+200B>. The joiners stay as they are, because Bengali words need them, unless `show_joiners`.
/// Thread-safe.
std::string Visible(std::string_view text, bool show_joiners = false);

/// As Visible, and blanks and joiners too can be seen: a space is ␣, any other <U+00A0>.
/// Thread-safe.
std::string VisibleBlanks(std::string_view text);

enum class Style : uint8_t { kBold, kDim, kError, kWarning, kInfo, kRemoved, kAdded, kCode };

/// Colours text when the reader's terminal can show it.
class Painter {
 public:
  explicit Painter(bool colour) : colour_(colour) {}
  [[nodiscard]] bool colour() const { return colour_; }
  [[nodiscard]] std::string operator()(Style style, std::string_view text) const;

 private:
  bool colour_;
};

}  // namespace bnlint
