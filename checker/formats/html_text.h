#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "formats/flow.h"
#include "text/document.h"

namespace bnlint {

/// What of a start tag tells whether its text is prose.
struct HtmlTag {
  std::string_view name;        ///< in lower case
  std::string_view language;    ///< lang or xml:lang; empty when it has none
  bool not_translated = false;  ///< translate="no", class="notranslate"
  bool closes_itself = false;
};

/// True for the language tag of a language other than Bengali ("en", "as-IN"); an empty one says nothing.
bool IsOtherLanguage(std::string_view tag);

/// The prose of HTML or XHTML from its tags and texts. A block element is a paragraph; an inline one leaves no trace. Code, scripts,
/// formulas, what is not to be translated and what is in another language is no prose; inside a paragraph it leaves
/// kObject. A page's own lang attribute is not believed when it names a language that is not written in the Bengali
/// script: it is too often a template's. Attributes are no prose. Places count from the start of the block.
/// Linear time. Not thread-safe.
class HtmlText {
 public:
  explicit HtmlText(Flow& flow) : flow_(flow) {}

  void Open(const HtmlTag& tag, Span place);
  void Close(std::string_view name);
  /// Whether text counts at present.
  [[nodiscard]] bool IsProse() const { return open_.empty() || !open_.back().Skips(); }
  void Finish() {
    PopTo(0);
    flow_.End(SegmentKind::kParagraph);
  }

 private:
  struct Element {
    std::string name;
    bool block = false;
    bool code = false;     // it, or what it is in, is no prose
    bool foreign = false;  // … is in another language
    SegmentKind kind = SegmentKind::kParagraph;
    [[nodiscard]] bool Skips() const { return code || foreign; }
  };

  void CloseImplied(std::string_view name);
  void PopTo(size_t size);
  [[nodiscard]] size_t TopOf(std::string_view name) const;
  [[nodiscard]] SegmentKind Kind() const {
    return open_.empty() ? SegmentKind::kParagraph : open_.back().kind;
  }

  Flow& flow_;
  std::vector<Element> open_;
  std::vector<size_t> blocks_;                                   // of open_
  std::unordered_map<std::string, std::vector<size_t>> places_;  // in open_, by name
};

}  // namespace bnlint
