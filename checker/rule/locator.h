#pragma once

#include <span>

#include "rule/diagnostic.h"
#include "text/position.h"
#include "text/source.h"

namespace bnlint {

/// How much of the line a Place keeps on each side of the span, in bytes; about 80 Bengali letters.
inline constexpr size_t kContextBytes = 240;
/// A longer match is kept up to here.
inline constexpr size_t kMatchBytes = 1024;

/// Turns spans of a block into places. Not thread-safe: see PositionIndex.
class Locator {
 public:
  /// `block` must outlive the locator.
  explicit Locator(const Source& block);
  /// Where the words of the block stand on their pages, ascending; must outlive the locator.
  void SetPageWords(std::span<const PageWord> words) { page_words_ = words; }
  /// REQUIRES: the span lies in the block.
  Place At(Span span);
  /// The place of a range of a segment's text: At(ToSource), or in formats without lines the paragraph and the column in it,
  /// with the text around.
  Place At(const Segment& segment, Span text_span);

 private:
  const Source& block_;
  PositionIndex index_;
  std::span<const PageWord> page_words_;
};

}  // namespace bnlint
