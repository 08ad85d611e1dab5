// Letters that were read or typed for the digits they look like, and digits for letters: ২o১১, ২০১ও সালে, বিকেল ওটায়, ৩খন.

#include <string>

#include "checks/around.h"
#include "checks/checks.h"
#include "checks/word_traits.h"
#include "spelling/fold.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

class DigitLetter final : public Check {
 public:
  explicit DigitLetter(const Speller* speller) : speller_(speller) {}

  [[nodiscard]] Traits Needs() const override { return trait::kBengaliDigit | trait::kHour; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const auto tokens = paragraph.tokens();
    for (size_t i = 0; i < tokens.size(); ++i) {
      const Around around(paragraph, i);
      if (tokens[i].Is(TokenKind::kLatin)) {
        LookAtLatin(paragraph, i, findings);
      } else if (tokens[i].Is(TokenKind::kBengali)) {
        if (around.Text(0) == "ও" && IsThreeOfYear(around)) {
          Report(paragraph, tokens[i].span(), "৩", findings);
        } else if (around.Text(0).starts_with("ওটা") && IsTime(around)) {
          const size_t at = tokens[i].begin;
          Report(paragraph, {at, at + std::string_view("ও").size()}, "৩", findings);
        }
      } else if (around.Text(0) == "৩" && around.Is(1, TokenKind::kBengali)) {
        LookAtThree(paragraph, i, findings);
      }
    }
  }

 private:
  static void Report(const Paragraph& paragraph, Span span, std::string_view mended,
                     Findings& findings) {
    const auto masks = static_cast<uint8_t>(findings.rule().masks & ~unsigned{kMaskLatin});
    if (paragraph.Masked(span, masks)) return;
    Diagnostic finding = findings.Make(paragraph, span, {{"mended", std::string(mended)}});
    findings.AddFix(finding, paragraph, span, std::string(mended));
    findings.Report(std::move(finding));
  }

  // ২o১১, ৫OO: behind a Bengali digit.
  static void LookAtLatin(const Paragraph& paragraph, size_t index, Findings& findings) {
    const Around around(paragraph, index);
    if (!around.Is(-1, TokenKind::kNumber) || !around.At(-1)->Has(kBengaliDigits)) return;
    if (around.Is(1, TokenKind::kBengali) && around.Text(0).size() > 1) return;
    std::string digits;
    for (const char c : around.Text(0)) {
      if (c != 'o' && c != 'O' && c != 'l' && c != 'I') return;
      digits += c == 'o' || c == 'O' ? "০" : "১";
    }
    Report(paragraph, around.At(0)->span(), digits, findings);
  }

  // ২০১ও সালে; ১৯ও৪: with the letter read as ৩ it makes a year.
  static bool IsThreeOfYear(const Around& around) {
    if (!around.Is(-1, TokenKind::kNumber)) return false;
    const std::string_view left = around.Text(-1);
    if (!left.starts_with("১") && !left.starts_with("২")) return false;
    constexpr uint64_t kYear = 4;
    const uint64_t digits = CountCodePoints(left) + 1;
    if (around.Is(1, TokenKind::kNumber)) return digits + CountCodePoints(around.Text(1)) == kYear;
    static constexpr std::array<std::string_view, 6> kOfYear = {"সাল", "সালে", "সালের",
                                                                "সনে", "সনের", "খ্রিস্টাব্দ"};
    return digits == kYear && around.IsBlank(1) && IsOneOf(around.Text(2), kOfYear);
  }

  // বিকেল ওটায়
  static bool IsTime(const Around& around) {
    static constexpr std::array<std::string_view, 3> kHour = {"ওটা\u09DF", "ওটার", "ওটা"};
    static constexpr std::array<std::string_view, 8> kDay = {"সকাল", "বিকেল", "বিকাল", "রাত",
                                                             "দুপুর",  "ভোর",   "বেলা",  "সন্ধ্যা"};
    return IsOneOf(Fold(around.Text(0)), kHour) && around.IsBlank(-1) &&
           IsOneOf(around.Text(-2), kDay);
  }

  // ৩খন: a word with ত (or ও) for the digit, and nothing that could follow a number.
  void LookAtThree(const Paragraph& paragraph, size_t index, Findings& findings) const {
    const Around around(paragraph, index);
    if (index > 0 && !around.Is(-1, TokenKind::kSpace)) return;
    const std::string_view rest = around.Text(1);
    constexpr uint64_t kLeastLetters = 2;
    if (CountCodePoints(rest) < kLeastLetters || speller_->Knows(rest)) return;
    for (const std::string_view letter : {"ত", "ও"}) {
      const std::string word = std::string(letter) + std::string(rest);
      if (!speller_->Knows(word) || !speller_->IsCommon(word)) continue;
      Report(paragraph, around.At(0)->span(), letter, findings);
      return;
    }
  }

  const Speller* speller_;
};

}  // namespace

std::unique_ptr<Check> MakeDigitLetter(const CheckServices& services) {
  return std::make_unique<DigitLetter>(services.speller);
}

}  // namespace bnlint
