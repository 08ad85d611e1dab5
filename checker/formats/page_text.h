#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/span.h"
#include "formats/draft.h"
#include "text/document.h"

namespace bnlint {

using PageBox =
    std::array<int32_t, 4>;  ///< left, top, right, bottom in pixels of the page's picture

/// Puts together the text of a page from its words, whichever XML they come from. Spans count from the start of the
/// block. Not thread-safe.
class PageText {
 public:
  PageText(Document& document, uint64_t origin) : document_(document), origin_(origin) {}

  void BeginPage();
  void BeginLine();
  /// Words follow with a blank between them, or a line feed where a line has begun.
  void BeginWord(const PageBox& box);
  /// Bytes of the word at hand; verbatim: they are the bytes of `source`.
  void Add(std::string_view bytes, Span source, bool verbatim);
  /// Ends the paragraph: what was added becomes a segment.
  void EndParagraph();

 private:
  Document& document_;
  uint64_t origin_;
  Draft draft_;
  uint32_t page_ = 0;
  uint32_t line_ = 0;
  bool line_begins_ = false;
  bool word_begins_ = false;
  PageBox box_{};
};

}  // namespace bnlint
