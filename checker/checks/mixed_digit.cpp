// Two numeral systems inside one number, and digits that belong to neither Bengali nor Latin.

#include "checks/checks.h"
#include "checks/numbers.h"
#include "checks/stateless.h"

namespace bnlint {
namespace {

void Report(const Paragraph& paragraph, const Token& token, Findings& findings) {
  if (paragraph.Masked(token.span(), findings.rule().masks)) return;
  const std::string_view number = token.In(paragraph.text());
  const std::string bengali = WithBengaliDigits(number);
  Diagnostic diagnostic = findings.Make(paragraph, token.span(),
                                        {{"number", std::string(number)}, {"bengali", bengali}});
  findings.AddFix(diagnostic, paragraph, token.span(), bengali);
  findings.Report(std::move(diagnostic));
}

void FindMixed(const Paragraph& paragraph, Findings& findings) {
  const auto tokens = paragraph.tokens();
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].Has(kBengaliDigits) || !tokens[i].Has(kAsciiDigits)) continue;
    // Glued to letters of another script it is what is left of an emoji.
    if (i > 0 && tokens[i - 1].Is(TokenKind::kOtherWord)) continue;
    Report(paragraph, tokens[i], findings);
  }
}

// A number in another script's digits is at home beside a word of that script.
bool BesideForeignWord(const Paragraph& paragraph, size_t index) {
  const auto tokens = paragraph.tokens();
  const auto foreign = [&](size_t i) {
    return i < tokens.size() && tokens[i].Is(TokenKind::kOtherWord);
  };
  return foreign(index + 1) || foreign(index + 2) || (index >= 1 && foreign(index - 1)) ||
         (index >= 2 && foreign(index - 2));
}

void FindForeign(const Paragraph& paragraph, Findings& findings) {
  const auto tokens = paragraph.tokens();
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].Has(kForeignDigits) && tokens[i].Is(TokenKind::kNumber) &&
        !BesideForeignWord(paragraph, i)) {
      Report(paragraph, tokens[i], findings);
    }
  }
}

}  // namespace

std::unique_ptr<Check> MakeMixedDigit(const CheckServices& /*services*/) {
  return Stateless(FindMixed, trait::kMixedNumber);
}
std::unique_ptr<Check> MakeForeignDigit(const CheckServices& /*services*/) {
  return Stateless(FindForeign, trait::kForeignDigit);
}

}  // namespace bnlint
