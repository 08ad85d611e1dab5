// Blanks around the danda: none before it (or one, where the house wants it), one behind it.

#include "checks/around.h"
#include "checks/checks.h"
#include "checks/spacing.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// রাত দেড়টায় তারা এল ।
class DandaSpace final : public Check {
 public:
  explicit DandaSpace(bool wanted) : wanted_(wanted) {}

  [[nodiscard]] Traits Needs() const override { return trait::kDanda | trait::kCurrency; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const auto tokens = paragraph.tokens();
    for (const size_t i : paragraph.marks()) {
      const std::string_view mark = tokens[i].In(paragraph.text());
      if (i == 0 || (mark != "।" && mark != "৷")) continue;
      const Around around(paragraph, i);
      const bool blank = around.IsBlank(-1);
      const std::ptrdiff_t last = blank ? -2 : -1;
      const bool ends = around.EndsPhrase(last) || around.Is(last, TokenKind::kLatin) ||
                        around.Text(last) == kObject;
      if (blank == wanted_) {
        spacing_.Right();
      } else if (ends && blank) {
        const Span span = tokens[i - 1].span();
        spacing_.Wrong(paragraph, span, span, "", Kind("blank"), findings);
      } else if (ends && !IsInNumber(around)) {
        const Span span = tokens[i].span();
        spacing_.Wrong(paragraph, span, {span.begin, span.begin}, " ", Kind("none"), findings);
      }
    }
  }
  void Finish(Findings& findings) override { spacing_.Tell(findings); }

 private:
  static std::vector<Arg> Kind(std::string term) { return {{"kind", std::move(term), true}}; }
  // ০৯।০৪।২০১৩, and দেখুন ৩।২।
  static bool IsInNumber(const Around& around) {
    return around.Is(-1, TokenKind::kNumber) &&
           (around.Is(1, TokenKind::kNumber) || around.Is(-3, TokenKind::kNumber));
  }

  const bool wanted_;
  Spacing spacing_;
};

// তিনি এলেন।সবাই বসল।
class DandaGlued final : public Check {
 public:
  [[nodiscard]] Traits Needs() const override { return trait::kDanda; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const auto tokens = paragraph.tokens();
    for (const size_t i : paragraph.marks()) {
      if (tokens[i].In(paragraph.text()) != "।") continue;
      const Around around(paragraph, i);
      if (!IsGlued(around)) {
        spacing_.Right();
        continue;
      }
      const size_t at = tokens[i].end;
      const Span first{at, at + DecodeAt(paragraph.text(), at).size};
      spacing_.Wrong(paragraph, first, {at, at}, " ", "।", findings);
    }
  }
  void Finish(Findings& findings) override { spacing_.Tell(findings); }

 private:
  // Short numbers behind a danda are footnotes and references (১।২), or dates (০৯।০৪।২০১৩).
  static bool IsGlued(const Around& around) {
    if (around.Is(1, TokenKind::kBengali) || around.Is(1, TokenKind::kLatin)) return true;
    if (around.Is(1, TokenKind::kNumber)) {
      constexpr uint64_t kYear = 3;
      return CountCodePoints(around.Text(1)) >= kYear && !around.Is(-1, TokenKind::kNumber);
    }
    // An opening quotation mark, unless it was typed for a closing one.
    const std::string_view mark = around.Text(1);
    return (mark == "“" || mark == "‘") &&
           (around.Is(2, TokenKind::kBengali) || around.Is(2, TokenKind::kLatin));
  }

  Spacing spacing_;
};

}  // namespace

std::unique_ptr<Check> MakeDandaSpace(const CheckServices& services) {
  return std::make_unique<DandaSpace>(services.house.danda_space ==
                                      HouseStyle::DandaSpace::kAlways);
}
std::unique_ptr<Check> MakeDandaGlued(const CheckServices& /*services*/) {
  return std::make_unique<DandaGlued>();
}

}  // namespace bnlint
