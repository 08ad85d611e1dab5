// The same word twice in a row. Bengali reduplicates nearly anything (ধীরে ধীরে, বার বার), so only words
// count that large corpora all but never double (dictionaries/bn/never-doubled.txt).

#include "checks/checks.h"
#include "checks/stateless.h"
#include "spelling/lexicon.h"

namespace bnlint {
namespace {

// "ভারত ভারত করে", "আসে আসে করেও", "… খেলা": words as sounds or in quotation.
bool IsExpressive(const Paragraph& paragraph, size_t index) {
  const auto tokens = paragraph.tokens();
  const std::string_view text = paragraph.text();
  const std::string_view mark = index + 1 < tokens.size() ? tokens[index + 1].In(text) : "";
  if (mark == "-" || mark == "…" || mark == "." || mark == "!") return true;
  const std::string_view word = index + 2 < tokens.size() ? tokens[index + 2].In(text) : "";
  return word.starts_with("কর") || word.starts_with("খেলা") || word.starts_with("শব্দ") ||
         word.starts_with("ভাব") || word.starts_with("বলে");
}

void Find(const Paragraph& paragraph, Findings& findings) {
  const auto tokens = paragraph.tokens();
  const std::string_view text = paragraph.text();
  for (size_t i = 2; i < tokens.size(); ++i) {
    if (!tokens[i].Is(TokenKind::kBengali) || !tokens[i - 1].Is(TokenKind::kSpace) ||
        !tokens[i - 2].Is(TokenKind::kBengali)) {
      continue;
    }
    const std::string_view word = tokens[i].In(text);
    if (word != tokens[i - 2].In(text) || !IsNeverDoubled(word)) continue;
    if (IsExpressive(paragraph, i) || tokens[i - 1].end - tokens[i - 1].begin > 1) continue;
    const Span again{tokens[i - 2].end, tokens[i].end};
    if (paragraph.Masked(again, findings.rule().masks)) continue;
    Diagnostic diagnostic = findings.Make(paragraph, {tokens[i - 2].begin, tokens[i].end},
                                          {{"word", std::string(word)}});
    findings.AddFix(diagnostic, paragraph, again, "");
    findings.Report(std::move(diagnostic));
  }
}

}  // namespace

std::unique_ptr<Check> MakeWordRepeat(const CheckServices& /*services*/) {
  return Stateless(Find, trait::kRepeated);
}

}  // namespace bnlint
