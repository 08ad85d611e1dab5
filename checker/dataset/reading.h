#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dataset/units.h"
#include "text/char_class.h"
#include "text/token.h"

namespace bnlint::dataset {

/// A line of a text without its LF, in bytes and in code points.
struct Line {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t first_point = 0;
  uint32_t last_point = 0;  ///< behind it
  bool blank = true;        ///< holds nothing but blanks

  [[nodiscard]] uint32_t length() const { return last_point - first_point; }
};

/// A text decoded, cut into lines, tokens and units: what every signal is computed from. `text` must outlive it and be
/// smaller than 4 GiB.
struct Reading {
  explicit Reading(std::string_view text);

  std::string_view text;
  std::vector<char32_t> points;
  std::vector<CharClass> classes;  ///< of the points
  std::vector<Line> lines;         ///< one more than there are LFs
  std::vector<Token> tokens;
  std::vector<Unit> units;
};

}  // namespace bnlint::dataset
