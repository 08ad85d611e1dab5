#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rule/diagnostic.h"

namespace bnlint {

/// Which fixes a run applies: safe ones, when asked unsafe ones too. A rule of severity info reports what is no fault (a
/// canonical form, a house style); its fixes are applied only when the user named the rule itself.
struct FixPolicy {
  bool unsafe = false;
  std::vector<std::string> named;  ///< ids and names of rules

  /// The fix of a finding that a run applies: of several the first that it may. Null when there is none.
  [[nodiscard]] const Fix* Choose(const Diagnostic& diagnostic) const;
};

/// What the rules of a category mend, from the bytes up to the style: its place in the order in which fixes apply. What an
/// earlier layer mends is what a later one reads. Categories that are not ours come last.
constexpr size_t LayerOf(std::string_view category) {
  constexpr std::string_view kLayers[] = {"encoding",    "ocr",      "unicode",  "punctuation",
                                          "placeholder", "numerals", "spelling", "style"};
  size_t layer = 0;
  for (const std::string_view name : kLayers) {
    if (name == category) break;
    ++layer;
  }
  return layer;
}

/// True when every edit lies within `text` on boundaries of code points, in order and apart from the others, inserts
/// valid UTF-8, and leaves a byte order mark at the start alone; and when at least one changes something.
bool IsApplicable(std::string_view text, const Fix& fix);

/// Fixes that can be applied together. Edits that are equal count once; else they may not share a byte, nor may an
/// insertion touch another edit, since nothing would say which comes first.
class EditSet {
 public:
  /// Takes a fix whole, or not at all when it collides with what was taken before; of a separable one the edits that
  /// do not. Logarithmic time for each edit.
  bool Take(const Fix& fix);
  /// All edits taken, in order.
  [[nodiscard]] std::vector<Edit> Edits() const;

 private:
  [[nodiscard]] bool Collides(const Edit& edit) const;
  std::map<Span, std::string> edits_;  // none overlaps another
};

/// `text` with `edits`, which are sorted and disjoint. Linear time.
std::string ApplyEdits(std::string_view text, const std::vector<Edit>& edits);

/// `text` with those of `fixes` that can be applied together: of some that collide the first in order of place wins.
/// `text` begins at byte 0 of its file. Thread-safe.
std::string ApplyFixes(std::string_view text, std::vector<Fix> fixes);

}  // namespace bnlint
