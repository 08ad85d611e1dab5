// Characters that were typed, recognised or converted where a danda belongs: ৷ (a currency fraction),
// the vertical bar, and l, I or 1 at the end of a sentence.

#include <algorithm>

#include "checks/checks.h"
#include "checks/habit.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// "1" behind the last word of a paragraph that long is a danda that was read as a digit; in a shorter one
// it may be a numbered heading.
constexpr std::ptrdiff_t kProseWords = 6;

bool EndsWord(const Paragraph& paragraph, size_t index) {
  const auto tokens = paragraph.tokens();
  return index + 1 >= tokens.size() || tokens[index + 1].Is(TokenKind::kSpace);
}

const Token* Before(const Paragraph& paragraph, size_t index) {
  return index == 0 ? nullptr : &paragraph.tokens()[index - 1];
}

// Bars between blanks, at the edges of the line or many in one line draw a table or a menu.
bool DrawsTable(const Paragraph& paragraph) {
  if (paragraph.segment().kind == SegmentKind::kTableCell) return true;
  const auto tokens = paragraph.tokens();
  const std::string_view text = paragraph.text();
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].In(text) != "|") continue;
    const bool open = i == 0 || tokens[i - 1].Is(TokenKind::kSpace);
    const bool doubled = i + 1 < tokens.size() && tokens[i + 1].In(text) == "|";
    if (open || doubled || !EndsWord(paragraph, i)) return true;
  }
  return false;
}

// ৷ stands for a danda behind a word; behind a digit or beside its kin (৷৹) it counts annas.
bool IsCurrency(const Paragraph& paragraph, size_t index) {
  const auto tokens = paragraph.tokens();
  const std::string_view text = paragraph.text();
  const auto counts = [&](const Token& token) {
    const char32_t c = DecodeAt(token.In(text), 0).value;
    return token.Is(TokenKind::kNumber) || (c >= 0x09F2 && c <= 0x09F9);
  };
  return (index > 0 && tokens[index - 1].In(text) != "৷" && counts(tokens[index - 1])) ||
         (index + 1 < tokens.size() && tokens[index + 1].In(text) != "৷" &&
          counts(tokens[index + 1]));
}

class DandaLookalike final : public Check {
 public:
  [[nodiscard]] Traits Needs() const override {
    return trait::kDanda | trait::kCurrency | trait::kBar | trait::kLatin | trait::kAsciiDigit;
  }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const auto tokens = paragraph.tokens();
    const std::string_view text = paragraph.text();
    const auto words = static_cast<std::ptrdiff_t>(paragraph.bengali_words());
    // A letter or digit may be one too, where there is any.
    const bool letters = paragraph.Has(trait::kLatin | trait::kAsciiDigit);
    const size_t places = letters ? tokens.size() : paragraph.marks().size();
    for (size_t place = 0; place < places; ++place) {
      const size_t i = letters ? place : paragraph.marks()[place];
      const Token& token = tokens[i];
      if (token.Is(TokenKind::kBengali) || token.Is(TokenKind::kSpace)) continue;
      const std::string_view mark = token.In(text);
      if (mark == "।") {
        habit_.Right();
        continue;
      }
      if (mark == "৷" && !IsCurrency(paragraph, i)) {
        Report(paragraph, token.span(), FixSafety::kSafe, findings);
        continue;
      }
      const Token* before = Before(paragraph, i);
      if (before == nullptr || !before->Is(TokenKind::kBengali) || !EndsWord(paragraph, i))
        continue;
      if (mark == "|" && words > 1 && !DrawsTable(paragraph)) {
        Report(paragraph, token.span(), FixSafety::kSafe, findings);
      } else if (mark == "l" || mark == "I" ||
                 (mark == "1" && i + 1 == tokens.size() && words >= kProseWords)) {
        Report(paragraph, token.span(), FixSafety::kUnsafe, findings);
      }
    }
  }
  void Finish(Findings& findings) override { habit_.Tell(findings); }

 private:
  void Report(const Paragraph& paragraph, Span span, FixSafety safety, Findings& findings) {
    if (paragraph.Masked(span, findings.rule().masks)) return;
    Diagnostic diagnostic = findings.Make(paragraph, span);
    findings.AddFix(diagnostic, paragraph, span, "।", safety);
    // Of letters and digits a person decides, one by one.
    if (safety == FixSafety::kSafe) {
      habit_.Wrong(std::move(diagnostic), findings);
    } else {
      findings.Report(std::move(diagnostic));
    }
  }

  Habit habit_;
};

}  // namespace

std::unique_ptr<Check> MakeDandaLookalike(const CheckServices& /*services*/) {
  return std::make_unique<DandaLookalike>();
}

}  // namespace bnlint
