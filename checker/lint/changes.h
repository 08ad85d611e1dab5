#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"
#include "rule/diagnostic.h"

namespace bnlint {

/// A stretch of a text that is no longer what it was: `was` in the first text became `now` in the present one.
struct Change {
  Span was;
  Span now;
  size_t layer = 0;      ///< of the last fix that changed it (LayerOf)
  bool decoded = false;  ///< a fix of an encoding put text there
};

/// How a text came to differ from the one it was made of, over several rounds of edits. Outside the changes the two are
/// the same, byte for byte. Not thread-safe.
class Changes {
 public:
  /// Adds edits of the present text: sorted and disjoint, all of one layer. What touches becomes one change. Linear time.
  void Compose(const std::vector<Edit>& edits, size_t layer, bool decodes);
  /// Forgets the changes that changed nothing in the end.
  void DropIdentical(std::string_view first, std::string_view present);

  [[nodiscard]] const std::vector<Change>& all() const { return changes_; }
  /// The changes that a range of the present text overlaps or touches, as indices [first, last).
  [[nodiscard]] std::pair<size_t, size_t> Touched(Span now) const;
  /// The range of the first text that a range of the present one comes from, with the whole of every change that it
  /// touches. Logarithmic time.
  [[nodiscard]] Span Was(Span now) const;

 private:
  std::vector<Change> changes_;  // in order; no two touch
};

}  // namespace bnlint
