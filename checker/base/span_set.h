#pragma once

#include <algorithm>
#include <vector>

#include "base/span.h"

namespace bnlint {

/// A set of ranges that answers whether another meets one of them. Add all, then Seal, then ask.
class SpanSet {
 public:
  void Add(Span span) { spans_.push_back(span); }
  /// Sorts and joins what touches. n log n time.
  void Seal() {
    std::sort(spans_.begin(), spans_.end());
    size_t kept = 0;
    for (const Span span : spans_) {
      if (kept > 0 && span.begin <= spans_[kept - 1].end) {
        spans_[kept - 1].end = std::max(spans_[kept - 1].end, span.end);
      } else {
        spans_[kept++] = span;
      }
    }
    spans_.resize(kept);
  }
  /// Takes out the ranges that overlap or touch another; false when there is none. REQUIRES: sealed. Linear time.
  bool Remove(Span span) {
    return std::erase_if(spans_, [&](Span mine) {
             return mine.begin <= span.end && span.begin <= mine.end;
           }) > 0;
  }
  /// True when a range overlaps or touches one of the set. REQUIRES: sealed. Logarithmic time.
  [[nodiscard]] bool Touches(Span span) const {
    const auto next = std::partition_point(spans_.begin(), spans_.end(),
                                           [&](Span mine) { return mine.end < span.begin; });
    return next != spans_.end() && next->begin <= span.end;
  }
  [[nodiscard]] bool empty() const { return spans_.empty(); }

 private:
  std::vector<Span> spans_;
};

}  // namespace bnlint
