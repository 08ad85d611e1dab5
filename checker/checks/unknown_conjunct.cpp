// Conjuncts of which no word is known (dictionaries/bn/conjuncts.txt): the pair is looked up in a table of bits, and only
// when it fails is the dictionary asked for the word.

#include <bitset>

#include "checks/checks.h"
#include "checks/mending.h"
#include "checks/word_questions.h"
#include "checks/word_traits.h"
#include "embed/embed.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr std::string_view kHasanta = "্";
constexpr size_t kSize = 3;                          // bytes of any code point of the Bengali block
constexpr char32_t kFirst = 0x0995, kLast = 0x09DF;  // ক to য়
constexpr size_t kLetters = kLast - kFirst + 1;

class Conjuncts {
 public:
  Conjuncts() {
    size_t first = 0;
    bool in_comment = false;
    bool at_start = true;
    const std::string_view list = Embedded("dictionaries/bn/conjuncts.txt");
    for (size_t at = 0; at < list.size();) {
      const CodePoint c = DecodeAt(list, at);
      at += c.size;
      if (at_start) in_comment = c.value == '#';
      if (!in_comment && IsLetter(c.value)) {
        if (at_start) {
          first = c.value - kFirst;
        } else {
          joined_.set(first * kLetters + c.value - kFirst);
        }
      }
      at_start = c.value == '\n';
    }
  }
  static bool IsLetter(char32_t c) { return c >= kFirst && c <= kLast; }
  [[nodiscard]] bool Has(char32_t first, char32_t second) const {
    return joined_.test((first - kFirst) * kLetters + second - kFirst);
  }

 private:
  std::bitset<kLetters * kLetters> joined_;
};

// The consonants on both sides of a hasanta join in some word, or one of them is none.
bool IsAttested(std::string_view text, size_t at) {
  static const Conjuncts conjuncts;
  const size_t behind = at + kSize;
  if (at < kSize || behind >= text.size()) return true;
  const char32_t second = DecodeAt(text, behind).value;
  CodePoint first = DecodeBefore(text, at);
  if (ClassOf(first.value) == CharClass::kBnNukta && at >= 2 * kSize) {
    const char32_t base = DecodeBefore(text, at - kSize).value;
    first.value = base == 0x09A1   ? 0x09DC
                  : base == 0x09A2 ? 0x09DD
                  : base == 0x09AF ? 0x09DF
                                   : base;
  }
  const auto is_consonant = [](char32_t c) { return ClassOf(c) == CharClass::kBnConsonant; };
  if (!is_consonant(first.value) || !is_consonant(second)) return true;
  // ৰ and ৱ have no place in the table; ড় ঢ় য় as one code point join to nothing, which is bad-hasanta's.
  if (!Conjuncts::IsLetter(first.value) || second >= 0x09DC) return true;
  return conjuncts.Has(first.value, second);
}

class UnknownConjunct final : public Check {
 public:
  explicit UnknownConjunct(const CheckServices& services) : speller_(*services.speller) {}

  [[nodiscard]] Traits Needs() const override { return trait::kOddConjunct; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const std::string_view text = paragraph.text();
    size_t done = 0;  // the end of the last conjunct reported
    ForEachHasanta(paragraph, kHasanta, [&](size_t at) {
      if (at < done || IsAttested(text, at)) return;
      done = See(paragraph, at, findings);
    });
  }

 private:
  size_t See(const Paragraph& paragraph, size_t at, Findings& findings) const {
    const std::string_view text = paragraph.text();
    const size_t begin = ClusterBegin(text, at);
    const size_t end = ClusterEnd(text, begin);
    const Token& token = paragraph.tokens()[TokenAt(paragraph, at)];
    const Span span{begin, end};
    const std::string_view part = text.substr(token.begin, at - token.begin);
    if (text.substr(at + kSize).starts_with(part)) return end;  // ঢল্ঢল repeats itself
    if (!IsWordSized(token) || speller_.Knows(token.In(text)) ||
        paragraph.Masked(span, findings.rule().masks))
      return end;
    findings.Report(findings.Make(paragraph, span));
    return end;
  }

  const Speller& speller_;
};

}  // namespace

bool MayHoldOddConjunct(std::string_view word) {
  for (size_t at = word.find(kHasanta); at != std::string_view::npos;
       at = word.find(kHasanta, at + kSize)) {
    if (!IsAttested(word, at)) return true;
  }
  return false;
}

std::unique_ptr<Check> MakeUnknownConjunct(const CheckServices& services) {
  return std::make_unique<UnknownConjunct>(services);
}

}  // namespace bnlint
