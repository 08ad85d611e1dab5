// Hyphens for dashes: -- between words, a hyphen between blanks in a text that has real dashes, a hyphen in a range
// where the text's other ranges have a dash. Told once a document and kind.

#include <vector>

#include "checks/around.h"
#include "checks/checks.h"
#include "checks/habit.h"

namespace bnlint {
namespace {

constexpr size_t kMostHeld = 500;

bool IsDash(std::string_view mark) { return mark == "–" || mark == "—"; }

class DashStyle final : public Check {
 public:
  [[nodiscard]] Traits Needs() const override { return trait::kHyphen; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const auto tokens = paragraph.tokens();
    size_t done = 1;  // tokens before it have been looked at
    for (const size_t i : paragraph.marks()) {
      if (i < done || i + 1 >= tokens.size() || !tokens[i].Is(TokenKind::kPunctuation)) continue;
      const std::string_view mark = tokens[i].In(paragraph.text());
      const Around around(paragraph, i);
      const bool numbers = around.Is(-1, TokenKind::kNumber) && around.Is(1, TokenKind::kNumber);
      if (IsDash(mark)) ++(numbers ? range_dashes_ : dashes_);
      if (mark != "-") continue;
      if (around.Text(1) == "-") {
        done = LookAtRun(paragraph, i, findings) + 1;
      } else if (numbers) {
        LookAtRange(paragraph, i, findings);
      } else if (around.IsBlank(-1) && around.IsBlank(1) && around.Is(-2, TokenKind::kBengali) &&
                 around.Is(2, TokenKind::kBengali)) {
        Note(apart_, paragraph, tokens[i].span(), "–", findings);
      }
    }
  }

  void Finish(Findings& findings) override {
    Tell(doubled_, findings);
    if (dashes_ > 0) Tell(apart_, findings);
    if (range_dashes_ > ranges_.size()) Tell(ranges_, findings);
  }

 private:
  // -- or --- behind a word; longer runs draw a line or a pause. Returns the last hyphen.
  size_t LookAtRun(const Paragraph& paragraph, size_t first, const Findings& findings) {
    const auto tokens = paragraph.tokens();
    size_t last = first;
    while (last + 1 < tokens.size() && tokens[last + 1].In(paragraph.text()) == "-") ++last;
    constexpr size_t kMostHyphens = 3;
    const Around around(paragraph, first);
    const Around behind(paragraph, last);
    const bool word_before = around.EndsPhrase(around.IsBlank(-1) ? -2 : -1);
    const bool word_behind = behind.Is(behind.IsBlank(1) ? 2 : 1, TokenKind::kBengali);
    if (last - first < kMostHyphens && word_before && word_behind) {
      Note(doubled_, paragraph, {tokens[first].begin, tokens[last].end}, "—", findings);
    }
    return last;
  }

  // ১৯৭১-৭২ but not 12-05-1998.
  void LookAtRange(const Paragraph& paragraph, size_t index, const Findings& findings) {
    const Around around(paragraph, index);
    const bool longer = around.Text(2) == "-" || around.Text(-2) == "-" || around.Text(-2) == "/";
    if (longer || !around.At(1)->Has(kBengaliDigits)) return;
    Note(ranges_, paragraph, around.At(0)->span(), "–", findings);
  }

  static void Note(std::vector<Diagnostic>& kind, const Paragraph& paragraph, Span span,
                   std::string_view dash, const Findings& findings) {
    if (kind.size() >= kMostHeld || paragraph.Masked(span, findings.rule().masks)) return;
    Diagnostic finding = findings.Make(paragraph, span, {{"dash", std::string(dash)}});
    findings.AddFix(finding, paragraph, span, std::string(dash));
    kind.push_back(std::move(finding));
  }
  static void Tell(std::vector<Diagnostic>& kind, Findings& findings) {
    if (kind.size() == 1) {
      findings.Report(std::move(kind.front()));
    } else if (!kind.empty()) {
      findings.Report(Merged(std::move(kind)));
    }
  }

  std::vector<Diagnostic> doubled_;
  std::vector<Diagnostic> apart_;
  std::vector<Diagnostic> ranges_;
  uint64_t dashes_ = 0;
  uint64_t range_dashes_ = 0;
};

}  // namespace

std::unique_ptr<Check> MakeDashStyle(const CheckServices& /*services*/) {
  return std::make_unique<DashStyle>();
}

}  // namespace bnlint
