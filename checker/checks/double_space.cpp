// Two or three blanks between words, told once a document. Two behind the end of a sentence are a typist's habit; more
// of them, and tabs, set columns; lines of verse have theirs.

#include <vector>

#include "checks/around.h"
#include "checks/checks.h"
#include "checks/habit.h"

namespace bnlint {
namespace {

constexpr size_t kMostHeld = 500;
// More than one gap in this many words is a layout: verse, columns.
constexpr size_t kWordsPerGap = 6;

class DoubleSpace final : public Check {
 public:
  [[nodiscard]] Traits Needs() const override { return trait::kWideBlank; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    if (paragraph.segment().kind == SegmentKind::kTableCell) return;
    const auto tokens = paragraph.tokens();
    std::vector<Span> gaps;
    size_t words = 0;
    for (size_t i = 1; i + 1 < tokens.size(); ++i) {
      words += tokens[i].Is(TokenKind::kBengali) ? 1 : 0;
      if (!tokens[i].Is(TokenKind::kSpace)) continue;
      const std::string_view blank = tokens[i].In(paragraph.text());
      if (blank.size() < 2) continue;
      if (blank != "  " && blank != "   ") {
        if (!tokens[i].Has(kHasLineBreak)) return;  // a layout
        continue;
      }
      const Around around(paragraph, i);
      static constexpr std::array<std::string_view, 3> kBefore = {",", ";", "-"};
      if (!around.Is(-1, TokenKind::kBengali) && !IsOneOf(around.Text(-1), kBefore)) continue;
      if (around.Is(1, TokenKind::kBengali)) gaps.push_back(tokens[i].span());
    }
    if (gaps.size() * kWordsPerGap > words + kWordsPerGap) return;
    for (const Span gap : gaps) Note(paragraph, gap, findings);
  }

  void Finish(Findings& findings) override { Tell(findings); }

 private:
  void Note(const Paragraph& paragraph, Span gap, Findings& findings) {
    if (paragraph.Masked(gap, findings.rule().masks)) return;
    Diagnostic finding = findings.Make(paragraph, gap);
    findings.AddFix(finding, paragraph, gap, " ");
    held_.push_back(std::move(finding));
    if (held_.size() >= kMostHeld) Tell(findings);
  }
  void Tell(Findings& findings) {
    if (held_.size() == 1) {
      findings.Report(std::move(held_.front()));
    } else if (!held_.empty()) {
      findings.Report(Merged(std::move(held_)));
    }
    held_.clear();
  }

  std::vector<Diagnostic> held_;
};

}  // namespace

std::unique_ptr<Check> MakeDoubleSpace(const CheckServices& /*services*/) {
  return std::make_unique<DoubleSpace>();
}

}  // namespace bnlint
