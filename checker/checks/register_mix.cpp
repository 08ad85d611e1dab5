// Sadhu and cholito forms in one paragraph (গুরুচণ্ডালী). Sadhu forms come from a list; that a paragraph is in
// cholito, the finite verbs tell that sadhu does not have (করেছে, করছে, হচ্ছে). What is quoted may be in the other.

#include <algorithm>
#include <array>
#include <vector>

#include "checks/checks.h"
#include "checks/sentence.h"
#include "checks/stateless.h"
#include "checks/word_run.h"
#include "checks/word_traits.h"
#include "spelling/lexicon.h"

namespace bnlint {
namespace {

constexpr std::array<std::string_view, 12> kCholitoEndings = {
    "েছে", "েছেন", "েছি", "েছিল", "েছিলেন", "েছিলাম",
    "চ্ছে", "চ্ছেন", "চ্ছি", "চ্ছিল", "চ্ছিলেন", "ছিলাম"};
constexpr size_t kLeastCholito = 2;
constexpr size_t kMostPlaces = 10;

bool IsCholito(std::string_view word) {
  return std::ranges::any_of(kCholitoEndings, [&](std::string_view ending) {
    return word.size() > ending.size() + 3 && word.ends_with(ending);
  });
}

bool OpensQuote(std::string_view mark) { return mark == "“" || mark == "‘" || mark == "«"; }

// The spans of the paragraph outside quotation marks that are sadhu, and how many are cholito.
struct Registers {
  std::vector<Span> sadhu;
  size_t cholito = 0;
};

Registers Count(const Paragraph& paragraph, uint8_t masks) {
  Registers found;
  int depth = 0;
  bool straight = false;
  for (const Token& token : paragraph.tokens()) {
    const std::string_view word = token.In(paragraph.text());
    if (word == "\"") straight = !straight;
    if (OpensQuote(word)) ++depth;
    if (depth > 0 && (word == "”" || word == "’" || word == "»")) --depth;
    if (depth > 0 || straight || !token.Is(TokenKind::kBengali)) continue;
    if (IsCholito(word)) ++found.cholito;
    if (IsSadhu(word) && !paragraph.Masked(token.span(), masks)) {
      found.sadhu.push_back(token.span());
    }
  }
  return found;
}

void FindMix(const Paragraph& paragraph, Findings& findings) {
  const Registers registers = Count(paragraph, findings.rule().masks);
  // Sadhu text has no cholito verb outside quotation marks; cholito text may hold an old word.
  if (registers.sadhu.empty() || registers.cholito < kLeastCholito ||
      registers.sadhu.size() > registers.cholito) {
    return;
  }
  Diagnostic diagnostic = findings.Make(
      paragraph, registers.sadhu.front(),
      {{"word", std::string(paragraph.text().substr(registers.sadhu.front().begin,
                                                    registers.sadhu.front().size()))}});
  for (size_t i = 1; i < registers.sadhu.size() && i <= kMostPlaces; ++i) {
    diagnostic.related.push_back(findings.Make(paragraph, registers.sadhu[i]).place);
  }
  findings.Report(std::move(diagnostic));
}

void FindSadhu(const Paragraph& paragraph, Findings& findings) {
  ForWords(paragraph, findings.rule().masks, [&](std::string_view word, Span span) {
    if (IsSadhu(word)) {
      findings.Report(findings.Make(paragraph, span, {{"word", std::string(word)}}));
    }
  });
}

}  // namespace

std::unique_ptr<Check> MakeRegisterMix(const CheckServices& /*services*/) {
  return Stateless(FindMix, trait::kSadhu);
}
std::unique_ptr<Check> MakeSadhuForm(const CheckServices& /*services*/) {
  return Stateless(FindSadhu, trait::kSadhu);
}

}  // namespace bnlint
