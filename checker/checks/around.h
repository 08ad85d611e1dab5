#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "checks/check.h"

namespace bnlint {

template <size_t kSize>
bool IsOneOf(std::string_view text, const std::array<std::string_view, kSize>& list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

/// The tokens around one of a paragraph, by their distance from it. Valid as long as the paragraph.
class Around {
 public:
  Around(const Paragraph& paragraph, size_t index) : paragraph_(paragraph), index_(index) {}
  /// Null beyond the edges, as Text is empty there.
  [[nodiscard]] const Token* At(std::ptrdiff_t distance) const {
    const auto at = static_cast<std::ptrdiff_t>(index_) + distance;
    const auto tokens = paragraph_.tokens();
    return at < 0 || at >= static_cast<std::ptrdiff_t>(tokens.size())
               ? nullptr
               : &tokens[static_cast<size_t>(at)];
  }
  [[nodiscard]] std::string_view Text(std::ptrdiff_t distance) const {
    const Token* token = At(distance);
    return token == nullptr ? std::string_view() : token->In(paragraph_.text());
  }
  [[nodiscard]] bool Is(std::ptrdiff_t distance, TokenKind kind) const {
    const Token* token = At(distance);
    return token != nullptr && token->Is(kind);
  }
  /// A blank within the line.
  [[nodiscard]] bool IsBlank(std::ptrdiff_t distance) const {
    return Is(distance, TokenKind::kSpace) && !At(distance)->Has(kHasLineBreak);
  }
  /// The end of what was said: a word, a number, or what closes a quotation or bracket.
  [[nodiscard]] bool EndsPhrase(std::ptrdiff_t distance) const {
    static constexpr std::array<std::string_view, 6> kClosing = {"”", "’", "»", ")", "]", "%"};
    return Is(distance, TokenKind::kBengali) || Is(distance, TokenKind::kNumber) ||
           IsOneOf(Text(distance), kClosing);
  }

 private:
  const Paragraph& paragraph_;
  size_t index_;
};

}  // namespace bnlint
