// A full stop at the end of a Bengali sentence. Inside a paragraph it follows abbreviations, initials and names too, so
// the word before it must be one that ends sentences; at the end of a paragraph any known word will do.

#include "checks/abbreviation.h"
#include "checks/around.h"
#include "checks/checks.h"
#include "checks/habit.h"
#include "checks/sentence.h"
#include "spelling/lexicon.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr uint64_t kLeastLetters = 3;
// A paragraph with fewer words may be a name, a heading or an item.
constexpr size_t kLeastWords = 5;

bool ClosesQuotation(std::string_view mark) {
  static constexpr std::array<std::string_view, 5> kMarks = {"”", "’", "\"", "'", ")"};
  return IsOneOf(mark, kMarks);
}

class PeriodAsDanda final : public Check {
 public:
  explicit PeriodAsDanda(const Speller* speller) : speller_(speller) {}

  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const auto tokens = paragraph.tokens();
    for (const size_t i : paragraph.marks()) {
      if (!tokens[i].Is(TokenKind::kPunctuation)) continue;
      const std::string_view mark = tokens[i].In(paragraph.text());
      if (mark == "।") habit_.Right();
      if (mark != "." || !EndsSentence(paragraph, i)) continue;
      const Span span = tokens[i].span();
      if (paragraph.Masked(span, findings.rule().masks)) continue;
      Diagnostic finding = findings.Make(paragraph, span);
      findings.AddFix(finding, paragraph, span, "।");
      habit_.Wrong(std::move(finding), findings);
    }
  }
  void Finish(Findings& findings) override { habit_.Tell(findings); }

 private:
  [[nodiscard]] bool EndsSentence(const Paragraph& paragraph, size_t index) const {
    const Around around(paragraph, index);
    if (!around.Is(-1, TokenKind::kBengali)) return false;
    const std::string_view word = around.Text(-1);
    if (CountCodePoints(word) < kLeastLetters || around.Text(-2) == ".") return false;
    if (IsAbbreviationStem(word)) return false;
    // What stands behind it: the end, or a blank, maybe over a closing quotation mark.
    const int behind = ClosesQuotation(around.Text(1)) ? 2 : 1;
    if (around.At(behind) == nullptr) {
      return paragraph.segment().kind == SegmentKind::kParagraph &&
             !paragraph.segment().cut_after && CountWords(paragraph) >= kLeastWords &&
             speller_->Knows(word);
    }
    return around.Is(behind, TokenKind::kSpace) && OftenEndsSentence(word) &&
           !around.Is(behind + 1, TokenKind::kLatin) &&
           !around.Is(behind + 1, TokenKind::kPunctuation);
  }

  const Speller* speller_;
  Habit habit_;
};

}  // namespace

std::unique_ptr<Check> MakePeriodAsDanda(const CheckServices& services) {
  return std::make_unique<PeriodAsDanda>(services.speller);
}

}  // namespace bnlint
