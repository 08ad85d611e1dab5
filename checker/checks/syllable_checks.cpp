// Three rules over one grammar: marks that hang on nothing, marks that are there twice, and whatever
// else the grammar does not accept.

#include <algorithm>

#include "checks/checks.h"
#include "checks/stateless.h"
#include "spelling/speller.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// Whether a fault is the mark, carried by no letter, that a token begins with.
bool OpensWithMark(const Paragraph& paragraph, const TokenError& found) {
  return found.error.begin == paragraph.tokens()[found.token].begin &&
         IsBengaliMark(ClassOf(DecodeAt(paragraph.text(), found.error.begin).value));
}

// The marks at the start of a token that hang on nothing.
Span OpeningMarks(const Paragraph& paragraph, const Token& token) {
  size_t end = token.begin;
  while (end < token.end) {
    const CodePoint c = DecodeAt(paragraph.text(), end);
    if (!IsBengaliMark(ClassOf(c.value))) break;
    end += c.size;
  }
  return {token.begin, end};
}

// Texts about the script show marks alone: on ◌, in quotes or brackets, before -কার and ফলা.
bool IsShown(const Paragraph& paragraph, size_t index) {
  const auto tokens = paragraph.tokens();
  const std::string_view text = paragraph.text();
  const std::string_view before = index > 0 ? tokens[index - 1].In(text) : "";
  const std::string_view after = index + 1 < tokens.size() ? tokens[index + 1].In(text) : "";
  if (before == "◌" || before == kObject) return true;
  const Span marks = OpeningMarks(paragraph, tokens[index]);
  const std::string_view rest = text.substr(marks.end, tokens[index].end - marks.end);
  if (rest.starts_with("কার") || rest.starts_with("ফলা")) return true;
  // ্য ফলা, ্র: a phala is shown as a hasanta and one consonant.
  const bool phala = text.substr(marks.begin, marks.size()) == "্";
  if (phala && rest.size() == 3 && CountAksharas(rest) == 1) return true;
  if (!rest.empty()) return false;
  static constexpr std::string_view kAround[] = {"\"", "'", "“", "”", "‘", "’", "(", ")", "[", "]",
                                                 "«",  "»", "/", ",", "=", "+", "-", "–", "`"};
  const auto around = [](std::string_view mark) {
    return std::find(std::begin(kAround), std::end(kAround), mark) != std::end(kAround);
  };
  return around(before) || around(after);
}

class OrphanMark final : public Check {
 public:
  explicit OrphanMark(const Speller* speller) : speller_(speller) {}

  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const auto tokens = paragraph.tokens();
    for (const TokenError& found : paragraph.syllable_errors()) {
      const size_t i = found.token;
      if (!OpensWithMark(paragraph, found) || IsShown(paragraph, i)) continue;
      if (i == 0 && paragraph.segment().cut_before) continue;
      const Span marks = OpeningMarks(paragraph, tokens[i]);
      // A visarga apart is a colon: visarga-colon's matter.
      if (paragraph.text().substr(marks.begin, marks.size()) == "ঃ") continue;
      if (paragraph.Masked(marks, findings.rule().masks)) continue;
      Diagnostic diagnostic = findings.Make(paragraph, marks);
      OfferJoin(paragraph, i, diagnostic, findings);
      findings.Report(std::move(diagnostic));
    }
  }

 private:
  // "বড়কর্ত া": taking the blank out is right if a word comes of it, and safe if a known one does.
  void OfferJoin(const Paragraph& paragraph, size_t index, Diagnostic& diagnostic,
                 Findings& findings) const {
    const auto tokens = paragraph.tokens();
    if (index < 2 || !tokens[index - 1].Is(TokenKind::kSpace) ||
        tokens[index - 1].Has(kHasLineBreak) || !tokens[index - 2].Is(TokenKind::kBengali)) {
      return;
    }
    const std::string_view text = paragraph.text();
    const std::string joined =
        std::string(tokens[index - 2].In(text)) + std::string(tokens[index].In(text));
    if (FindSyllableError(joined)) return;
    const bool known = speller_->Knows(joined);
    findings.AddFix(diagnostic, paragraph, tokens[index - 1].span(), "",
                    known ? FixSafety::kSafe : FixSafety::kUnsafe);
  }

  const Speller* speller_;
};

// Of two different signs only a person knows which was meant; these pairs are known slips of one sign,
// else the first is kept.
std::string OneSign(std::string_view both) {
  if (both == "াে") return "ো";
  if (both == "েী") return "ৌ";
  return std::string(both.substr(0, 3));
}

void FindDuplicates(const Paragraph& paragraph, Findings& findings) {
  for (const TokenError& found : paragraph.syllable_errors()) {
    const SyllableError& error = found.error;
    const bool same = error.fault == SyllableFault::kDoubledMark;
    if (!same && error.fault != SyllableFault::kTwoSigns) continue;
    const CodePoint before = DecodeBefore(paragraph.text(), error.begin);
    const Span both{error.begin - before.size, error.end};
    if (paragraph.Masked(both, findings.rule().masks)) continue;
    Diagnostic diagnostic =
        findings.Make(paragraph, both, {{"kind", same ? "same" : "different", true}});
    if (same) {
      findings.AddFix(diagnostic, paragraph, {error.begin, error.end}, "", FixSafety::kSafe);
    } else {
      findings.AddFix(diagnostic, paragraph, both,
                      OneSign(paragraph.text().substr(both.begin, both.size())),
                      FixSafety::kUnsafe);
    }
    findings.Report(std::move(diagnostic));
  }
}

// ৰ for র breaks the cluster around it too: one fault, not three.
bool HasForeignLetter(const Paragraph& paragraph, size_t token) {
  const auto errors = paragraph.syllable_errors();
  return std::any_of(errors.begin(), errors.end(), [&](const TokenError& found) {
    return found.token == token && found.error.fault == SyllableFault::kForeignLetter;
  });
}

void FindInvalid(const Paragraph& paragraph, Findings& findings) {
  for (const TokenError& found : paragraph.syllable_errors()) {
    const SyllableFault fault = found.error.fault;
    if (fault == SyllableFault::kDoubledMark || fault == SyllableFault::kTwoSigns) continue;
    if (fault != SyllableFault::kForeignLetter && HasForeignLetter(paragraph, found.token))
      continue;
    // A mark that opens the token is orphan-mark's, shown marks nobody's.
    if (OpensWithMark(paragraph, found)) continue;
    const Span span{found.error.begin, found.error.end};
    if (paragraph.Masked(span, findings.rule().masks)) continue;
    const std::string word(paragraph.tokens()[found.token].In(paragraph.text()));
    findings.Report(findings.Make(
        paragraph, span, {{"word", word}, {"fault", std::string(FaultName(fault)), true}}));
  }
}

}  // namespace

std::unique_ptr<Check> MakeOrphanMark(const CheckServices& services) {
  return std::make_unique<OrphanMark>(services.speller);
}
std::unique_ptr<Check> MakeDupMark(const CheckServices& /*services*/) {
  return Stateless(FindDuplicates);
}
std::unique_ptr<Check> MakeInvalidSyllable(const CheckServices& /*services*/) {
  return Stateless(FindInvalid);
}

}  // namespace bnlint
