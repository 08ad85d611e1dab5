#include "checks/mending.h"

#include <algorithm>

#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

CharClass ClassAt(std::string_view text, size_t at) {
  return at < text.size() ? ClassOf(DecodeAt(text, at).value) : CharClass::kControl;
}
CharClass ClassBefore(std::string_view text, size_t end) {
  return end > 0 ? ClassOf(DecodeBefore(text, end).value) : CharClass::kControl;
}
constexpr size_t kSize = 3;  // bytes of any code point of the Bengali block

}  // namespace

size_t TokenAt(const Paragraph& paragraph, size_t offset) {
  const auto tokens = paragraph.tokens();
  const auto behind =
      std::upper_bound(tokens.begin(), tokens.end(), offset,
                       [](size_t wanted, const Token& token) { return wanted < token.begin; });
  return static_cast<size_t>(behind - tokens.begin()) - 1;
}

std::string Mended(const Paragraph& paragraph, const Token& token, const Mend& mend) {
  const std::string_view text = paragraph.text();
  std::string word;
  if (token.begin < mend.part.begin) word = text.substr(token.begin, mend.part.begin - token.begin);
  word += mend.text;
  if (mend.part.end < token.end) word += text.substr(mend.part.end, token.end - mend.part.end);
  return word;
}

const Mend* FirstKnown(const Paragraph& paragraph, const Token& token, std::span<const Mend> mends,
                       const Speller& speller) {
  if (!IsWordSized(token)) return nullptr;
  for (const Mend& mend : mends) {
    if (speller.Knows(Mended(paragraph, token, mend))) return &mend;
  }
  return nullptr;
}

void AddMend(Diagnostic& diagnostic, const Findings& findings, const Paragraph& paragraph,
             const Token& token, std::span<const Mend> mends, const Speller& speller,
             FixSafety if_known) {
  if (mends.empty()) return;
  const Mend* known = FirstKnown(paragraph, token, mends, speller);
  const Mend& mend = known == nullptr ? mends.front() : *known;
  findings.AddFix(diagnostic, paragraph, mend.part, mend.text,
                  known == nullptr ? FixSafety::kUnsafe : if_known);
}

size_t ClusterEnd(std::string_view text, size_t at) {
  while (ClassAt(text, at) == CharClass::kBnConsonant) {
    at += kSize;
    if (ClassAt(text, at) == CharClass::kBnNukta) at += kSize;
    if (ClassAt(text, at) != CharClass::kBnHasanta ||
        ClassAt(text, at + kSize) != CharClass::kBnConsonant) {
      break;
    }
    at += kSize;
  }
  return at;
}

size_t ClusterBegin(std::string_view text, size_t end) {
  size_t begin = end;
  while (true) {
    size_t at = begin;
    if (ClassBefore(text, at) == CharClass::kBnNukta) at -= kSize;
    if (ClassBefore(text, at) != CharClass::kBnConsonant) return begin;
    begin = at - kSize;
    if (ClassBefore(text, begin) != CharClass::kBnHasanta) return begin;
    const CharClass before = ClassBefore(text, begin - kSize);
    if (before != CharClass::kBnConsonant && before != CharClass::kBnNukta) return begin;
    begin -= kSize;
  }
}

}  // namespace bnlint
