#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"

namespace bnlint {

/// A Bengali word that holds glyphs of the Bijoy font (ত্রæটি), or a glyph in the place of a dash.
struct StrayWord {
  size_t first;  ///< its tokens
  size_t last;
  Span span;            ///< text offsets
  std::string reading;  ///< what was meant; empty when no reading gives known words
};

/// Those of a paragraph, in order. `knows` is asked about words. A letter that no Bengali text has (æ Í Ñ) is enough, a
/// sign that nobody writes between two letters too (¯ ¤ ¦); what has uses of its own (© ° “ †) counts only
/// where a known word comes of an unknown one.
std::vector<StrayWord> FindStrayGlyphs(const Paragraph& paragraph,
                                       const std::function<bool(std::string_view)>& knows);

}  // namespace bnlint
