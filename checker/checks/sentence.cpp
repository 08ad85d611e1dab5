#include "checks/sentence.h"

#include <algorithm>
#include <iterator>

namespace bnlint {
namespace {

template <size_t N>
bool IsOneOf(std::string_view mark,
             const std::string_view (&list)[N]) {  // NOLINT(*-avoid-c-arrays)
  return std::find(std::begin(list), std::end(list), mark) != std::end(list);
}

}  // namespace

bool EndsSentence(std::string_view mark) {
  static constexpr std::string_view kMarks[] = {"।", "॥", "?", "!",  "…", ".",
                                                "৷", "|", "؟", "？", "！"};
  return IsOneOf(mark, kMarks);
}

bool ClosesQuote(std::string_view mark) {
  static constexpr std::string_view kMarks[] = {"\"", "'", "”",  "’", "»", ")",
                                                "]",  "}", "’’", "*", "_"};
  return IsOneOf(mark, kMarks);
}

size_t CountWords(const Paragraph& paragraph) { return paragraph.bengali_words(); }

bool IsCutShort(const Paragraph& paragraph) {
  const std::string_view text = paragraph.text();
  if (text.ends_with("…") || text.ends_with("...")) return true;
  const auto last = LastToken(paragraph);
  return last && paragraph.Masked(paragraph.tokens()[*last].span(), kMaskUrl);
}

std::optional<size_t> LastToken(const Paragraph& paragraph) {
  for (size_t i = paragraph.tokens().size(); i-- > 0;) {
    if (!paragraph.tokens()[i].Is(TokenKind::kSpace)) return i;
  }
  return std::nullopt;
}

}  // namespace bnlint
