#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "checks/check.h"

namespace bnlint {

/// Two Bengali words with one blank between them.
struct WordPair {
  std::string_view first;
  std::string_view second;
  Span whole;           ///< from the first to the second, text offsets
  Span gap;             ///< the blank
  size_t second_index;  ///< of its token
};

/// Calls `see(WordPair)` for each pair of neighbours in a paragraph, in order. Words that overlap what the
/// rule is blind to are left out.
template <typename See>
void ForWordPairs(const Paragraph& paragraph, uint8_t masks, const See& see) {
  const auto tokens = paragraph.tokens();
  const std::string_view text = paragraph.text();
  for (size_t i = 2; i < tokens.size(); ++i) {
    if (!tokens[i].Is(TokenKind::kBengali) || !tokens[i - 2].Is(TokenKind::kBengali) ||
        !tokens[i - 1].Is(TokenKind::kSpace) || tokens[i - 1].In(text) != " ") {
      continue;
    }
    const Span whole{tokens[i - 2].begin, tokens[i].end};
    if (paragraph.Masked(whole, masks)) continue;
    see(WordPair{tokens[i - 2].In(text), tokens[i].In(text), whole, tokens[i - 1].span(), i});
  }
}

/// Calls `see(word, span)` for each Bengali word of a paragraph, in order, but for what is masked.
template <typename See>
void ForWords(const Paragraph& paragraph, uint8_t masks, const See& see) {
  for (const Token& token : paragraph.tokens()) {
    if (!token.Is(TokenKind::kBengali)) continue;
    if (!paragraph.Masked(token.span(), masks)) see(token.In(paragraph.text()), token.span());
  }
}

}  // namespace bnlint
