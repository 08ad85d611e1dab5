// Blanks around the other marks: none before a comma or inside a bracket, one behind a comma.

#include <array>

#include "checks/around.h"
#include "checks/checks.h"
#include "checks/spacing.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// সূত্র জানিয়েছে , তারা ( আজ ) এসেছে
class SpaceBeforePunctuation final : public Check {
 public:
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const auto tokens = paragraph.tokens();
    for (const size_t i : paragraph.marks()) {
      if (!tokens[i].Is(TokenKind::kPunctuation)) continue;
      const Around around(paragraph, i);
      const std::string_view mark = around.Text(0);
      if (mark == "(" || mark == "[" || mark == "“" || mark == "‘") {
        LookInside(paragraph, i, findings);
      } else if (Belongs(around)) {
        Judge(paragraph, i, findings);
      }
    }
  }
  void Finish(Findings& findings) override { spacing_.Tell(findings); }

 private:
  // A mark that stands directly behind its word, and is no part of a formula (!=) or a face (;).
  static bool Belongs(const Around& around) {
    const std::string_view mark = around.Text(0);
    static constexpr std::array<std::string_view, 8> kMouths = {")", "(", "-", "D",
                                                                "P", "p", "/", "*"};
    if (mark == "," || mark == "?") return true;
    if (mark == "!") return around.Text(1) != "=";
    if (mark == ";") return !IsOneOf(around.Text(1), kMouths);
    return mark == "%" && around.Is(-2, TokenKind::kNumber) &&
           !(around.IsBlank(1) && around.Is(2, TokenKind::kNumber));
  }

  void Judge(const Paragraph& paragraph, size_t index, Findings& findings) {
    const Around around(paragraph, index);
    if (!around.IsBlank(-1)) {
      spacing_.Right();
    } else if (around.EndsPhrase(-2)) {
      const Span blank = around.At(-1)->span();
      spacing_.Wrong(paragraph, blank, blank, "", around.Text(0), findings);
    }
  }

  // "( আজ )": blanks at both inner sides of a pair, as tokenisers leave them.
  void LookInside(const Paragraph& paragraph, size_t open, Findings& findings) {
    const auto tokens = paragraph.tokens();
    const Around opening(paragraph, open);
    if (!opening.IsBlank(1) || !opening.Is(2, TokenKind::kBengali)) return;
    if (open > 0 && !opening.IsBlank(-1)) return;  // :( ইশ
    const std::string_view close = Partner(opening.Text(0));
    for (size_t i = open + 3; i < tokens.size() && i < open + kMostInside; ++i) {
      const Around around(paragraph, i);
      if (around.Text(0) == opening.Text(0)) return;
      if (around.Text(0) != close) continue;
      if (!around.IsBlank(-1) || Around(paragraph, i).Is(-2, TokenKind::kSpace)) return;
      const Span first = opening.At(1)->span();
      const Span last = around.At(-1)->span();
      spacing_.Wrong(paragraph, first, first, "", opening.Text(0), findings);
      spacing_.Wrong(paragraph, last, last, "", close, findings);
      return;
    }
  }

  static std::string_view Partner(std::string_view open) {
    if (open == "(") return ")";
    if (open == "[") return "]";
    return open == "“" ? "”" : "’";
  }

  static constexpr size_t kMostInside = 60;  // tokens
  Spacing spacing_;
};

// বৃষ্টি,ঝড়;বন্যা
class NoSpaceAfterComma final : public Check {
 public:
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    static constexpr std::array<std::string_view, 4> kMarks = {",", ";", "?", "!"};
    const auto tokens = paragraph.tokens();
    for (const size_t i : paragraph.marks()) {
      if (i == 0 || !tokens[i].Is(TokenKind::kPunctuation)) continue;
      const std::string_view mark = tokens[i].In(paragraph.text());
      if (!IsOneOf(mark, kMarks)) continue;
      const Around around(paragraph, i);
      if (!around.Is(1, TokenKind::kBengali)) {
        spacing_.Right();
      } else if ((around.EndsPhrase(-1) || around.Is(-1, TokenKind::kSpace)) && !Spells(around)) {
        const size_t at = tokens[i].end;
        const Span first{at, at + DecodeAt(paragraph.text(), at).size};
        spacing_.Wrong(paragraph, first, {at, at}, " ", mark, findings);
      }
    }
  }
  void Finish(Findings& findings) override { spacing_.Tell(findings); }

 private:
  // বি,এন,পি: letters of an abbreviation.
  static bool Spells(const Around& around) {
    static constexpr std::array<std::string_view, 17> kLetters = {
        "বি", "সি", "ডি", "এফ",  "জি", "এইচ", "আই", "জে", "এল",
        "এম", "এন", "পি", "কিউ", "এস", "টি",  "ইউ", "ভি"};
    return IsOneOf(around.Text(-1), kLetters) || IsOneOf(around.Text(1), kLetters);
  }

  Spacing spacing_;
};

}  // namespace

std::unique_ptr<Check> MakeSpaceBeforePunctuation(const CheckServices& /*services*/) {
  return std::make_unique<SpaceBeforePunctuation>();
}
std::unique_ptr<Check> MakeNoSpaceAfterComma(const CheckServices& /*services*/) {
  return std::make_unique<NoSpaceAfterComma>();
}

}  // namespace bnlint
