#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"

namespace bnlint {

enum class HtmlTokenKind : uint8_t { kText, kStartTag, kEndTag, kComment, kOther };

/// A token of HTML. Offsets into what is scanned.
struct HtmlToken {
  HtmlTokenKind kind = HtmlTokenKind::kText;
  Span span;
  std::string name;            ///< of a tag, in lower case
  bool closes_itself = false;  ///< <br/>
  bool raw = false;            ///< text in which & means nothing: of scripts and styles
};

/// Cuts HTML into tokens as the tokenizer of the HTML standard (13.2.5) does, for all that matters to where text is:
/// quoted attributes, comments and their odd endings, <!…> and <?…>, text in which no tag counts (script, style,
/// textarea, title …). Every byte belongs to one token. Linear time. Not thread-safe.
class HtmlTokens {
 public:
  explicit HtmlTokens(std::string_view html) : html_(html) {}
  /// The next token; nothing at the end.
  std::optional<HtmlToken> Next();

 private:
  HtmlToken Markup();
  HtmlToken Comment(size_t begin);
  HtmlToken Tag(size_t begin, bool closing);
  HtmlToken RawText();
  size_t SkipAttributes(size_t at, bool& closes_itself) const;

  std::string_view html_;
  size_t at_ = 0;
  std::string raw_until_;  // the element whose end tag ends the text; empty: any tag does
};

/// The value of an attribute, as it stands between its quotes; nothing when the tag does not have it. `tag` is the
/// whole of a start tag, `name` in lower case.
std::optional<std::string_view> HtmlAttribute(std::string_view tag, std::string_view name);

}  // namespace bnlint
