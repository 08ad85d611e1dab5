#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"

namespace bnlint {

/// A way to mend a word: other text in place of a part of it, in offsets of the paragraph's text.
struct Mend {
  Span part;
  std::string text;
};

/// The index of the token that holds the byte at `offset`. REQUIRES: offset < paragraph.text().size().
size_t TokenAt(const Paragraph& paragraph, size_t offset);

/// A token that may be looked up in a dictionary without cost to speak of: hostile text has longer ones.
inline bool IsWordSized(const Token& token) { return token.end - token.begin <= 180; }

/// `token` as it reads after `mend`, whose part may reach beyond it.
std::string Mended(const Paragraph& paragraph, const Token& token, const Mend& mend);

/// The first of `mends` after which the dictionary knows the word, or null; null unless IsWordSized(token).
const Mend* FirstKnown(const Paragraph& paragraph, const Token& token, std::span<const Mend> mends,
                       const Speller& speller);

/// Adds a fix to a diagnostic: the first of `mends` that gives a known word, as `if_known`; else the first of all,
/// unsafe. None when there are none.
void AddMend(Diagnostic& diagnostic, const Findings& findings, const Paragraph& paragraph,
             const Token& token, std::span<const Mend> mends, const Speller& speller,
             FixSafety if_known);

/// The end of the consonants joined by hasanta that begin at byte `at` of a text; `at` when none does.
size_t ClusterEnd(std::string_view text, size_t at);

/// The beginning of those that end at byte `end`; `end` when none does.
size_t ClusterBegin(std::string_view text, size_t end);

/// Calls `see(offset)` for each place of `needle` in the paragraph, in order. REQUIRES: `needle` ends in a hasanta.
template <typename See>
void ForEachHasanta(const Paragraph& paragraph, std::string_view needle, const See& see) {
  constexpr size_t kHasanta = 3;  // bytes
  const size_t before = needle.size() - kHasanta;
  for (const uint32_t at : paragraph.hasantas()) {
    if (at >= before && paragraph.text().substr(at - before, needle.size()) == needle) {
      see(at - before);
    }
  }
}

}  // namespace bnlint
