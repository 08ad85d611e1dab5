#include "checks/syllables.h"

#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

bool IsApostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }

// True for the second and later of at least three equal marks in a row.
bool IsDrawnOut(std::string_view word, const SyllableError& error) {
  const size_t size = error.end - error.begin;
  const std::string_view mark = word.substr(error.begin, size);
  const auto is_same = [&](size_t at) { return word.substr(at, size) == mark; };
  const bool second = error.begin >= size && is_same(error.begin - size);
  const bool third = error.begin >= 2 * size && is_same(error.begin - 2 * size);
  return second && (third || is_same(error.end));
}

void AddErrors(std::string_view text, size_t begin, size_t end, size_t index,
               std::vector<TokenError>& errors) {
  const std::string_view word = text.substr(begin, end - begin);
  SyllableReader reader(word);
  while (const auto error = reader.Next()) {
    // Joiners have a rule of their own, stray-joiner.
    if (error->fault == SyllableFault::kJoiner || IsDrawnOut(word, *error)) continue;
    errors.push_back({index, {begin + error->begin, begin + error->end, error->fault}});
  }
}

}  // namespace

void FindSyllableErrors(std::string_view text, const Token& token, size_t index,
                        std::vector<TokenError>& errors) {
  if (!token.Is(TokenKind::kBengali) || token.Has(kHasInvisible)) return;
  size_t begin = token.begin;
  for (size_t at = token.begin; token.Has(kHasApostrophe) && at < token.end;) {
    const CodePoint c = DecodeAt(text, at);
    if (IsApostrophe(c.value)) {
      AddErrors(text, begin, at, index, errors);
      begin = at + c.size;
    }
    at += c.size;
  }
  AddErrors(text, begin, token.end, index, errors);
}

}  // namespace bnlint
