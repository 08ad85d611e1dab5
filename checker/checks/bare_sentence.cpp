// A paragraph that is one sentence without an end mark: it has no mark of a sentence in it, three words or more, and
// its last word is a common one, as finite verbs and particles are. Headings look the same, so that only a
// copy editor's profile asks.

#include "checks/checks.h"
#include "checks/sentence.h"
#include "checks/stateless.h"

namespace bnlint {
namespace {

constexpr size_t kLeastWords = 3;

void FindBare(const Paragraph& paragraph, Findings& findings) {
  if (paragraph.segment().kind != SegmentKind::kParagraph || paragraph.segment().cut_after) return;
  const auto last = LastToken(paragraph);
  if (!last || CountWords(paragraph) < kLeastWords) return;
  const Token& token = paragraph.tokens()[*last];
  if (!token.Is(TokenKind::kBengali) || token.In(paragraph.text()).ends_with("ঃ")) return;
  if (paragraph.Masked(token.span(), findings.rule().masks)) return;
  const size_t end = token.end;
  Diagnostic diagnostic = findings.Make(paragraph, {end, end});
  findings.AddFix(diagnostic, paragraph, {end, end}, "।");
  findings.Report(std::move(diagnostic));
}

}  // namespace

std::unique_ptr<Check> MakeBareSentence(const CheckServices& /*services*/) {
  return Stateless(FindBare);
}

}  // namespace bnlint
