// Words of a program for «nothing» between Bengali words. A text about programs says them too: it has other Latin
// words, or the Bengali words of the trade.

#include "checks/around.h"
#include "checks/checks.h"
#include "checks/word_questions.h"
#include "checks/word_traits.h"
#include "spelling/fold.h"

namespace bnlint {
namespace {

constexpr size_t kMostHeld = 100;
// More than one Latin word in this many Bengali ones, and the text may be about programs.
constexpr uint64_t kFewLatin = 20;

bool IsEmptyValue(std::string_view word) {
  static constexpr std::array<std::string_view, 7> kValues = {"undefined", "NaN",  "null", "NULL",
                                                              "None",      "none", "nil"};
  return IsOneOf(word, kValues);
}

// The nearest word or number, over blanks and marks, is Bengali; the edge of the text counts as nothing.
enum class Neighbour : uint8_t { kNone, kBengali, kOther };
Neighbour Nearest(const Around& around, int step) {
  constexpr int kReach = 4;
  for (int distance = step; distance != step * kReach; distance += step) {
    const Token* token = around.At(distance);
    if (token == nullptr) return Neighbour::kNone;
    switch (token->kind) {
      case TokenKind::kBengali: return Neighbour::kBengali;
      case TokenKind::kNumber:
        if (token->Has(kBengaliDigits)) return Neighbour::kBengali;
        return Neighbour::kOther;
      case TokenKind::kLatin:
      case TokenKind::kOtherWord: return Neighbour::kOther;
      default: break;
    }
    static constexpr std::array<std::string_view, 7> kCode = {"=", "`", "<", ">", "{", "}", "_"};
    if (IsOneOf(around.Text(distance), kCode)) return Neighbour::kOther;
  }
  return Neighbour::kOther;
}

class EmptyValue final : public Check {
 public:
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const auto tokens = paragraph.tokens();
    bengali_ += paragraph.bengali_words();
    programs_ = programs_ || (paragraph.Has(trait::kProgram) && SpeaksOfPrograms(paragraph));
    if (!paragraph.Has(trait::kLatin)) return;
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (!tokens[i].Is(TokenKind::kLatin)) continue;
      if (!Look(paragraph, i, findings)) ++latin_;
    }
  }

  void Finish(Findings& findings) override {
    if (programs_ || latin_ * kFewLatin > bengali_) return;
    for (Diagnostic& finding : held_) findings.Report(std::move(finding));
  }

 private:
  static bool SpeaksOfPrograms(const Paragraph& paragraph) {
    const auto tokens = paragraph.tokens();
    return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
      return token.Is(TokenKind::kBengali) && bnlint::SpeaksOfPrograms(token.In(paragraph.text()));
    });
  }

  // True when the Latin word is an empty value in Bengali prose.
  bool Look(const Paragraph& paragraph, size_t index, const Findings& findings) {
    const Around around(paragraph, index);
    Span span = around.At(0)->span();
    const std::string_view word = around.Text(0);
    // [object Object] is two words.
    if (word == "Object" && around.Text(-2) == "object" && around.Text(-3) == "[" &&
        around.Text(1) == "]") {
      span = {around.At(-3)->begin, around.At(1)->end};
      --latin_;  // the first of them
    } else {
      if (!IsEmptyValue(word)) return false;
      const Neighbour left = Nearest(around, -1);
      const Neighbour right = Nearest(around, +1);
      if (left == Neighbour::kOther || right == Neighbour::kOther || left == right) {
        if (left != Neighbour::kBengali || right != Neighbour::kBengali) return false;
      }
    }
    const auto masks = static_cast<uint8_t>(findings.rule().masks & ~unsigned{kMaskLatin});
    if (paragraph.Masked(span, masks)) return true;
    if (held_.size() < kMostHeld) held_.push_back(findings.Make(paragraph, span));
    return true;
  }

  std::vector<Diagnostic> held_;
  uint64_t bengali_ = 0;
  uint64_t latin_ = 0;
  bool programs_ = false;
};

}  // namespace

bool SpeaksOfPrograms(std::string_view word) {
  static constexpr std::array<std::string_view, 15> kTrade = {
      "ফাংশন",      "ভ্যারি\u09DFেবল", "চলক",        "কম্পোনেন্ট", "রিটার্ন",
      "অ্যারে",      "অবজেক্ট",         "প্যারামিটার", "আর্গুমেন্ট",  "প্রোগ্রামিং",
      "জাভাস্ক্রিপ্ট", "পাইথন",          "কোড",        "ডেটাবেজ",  "ডেটাবেস"};
  const FoldedWord of(word);
  const std::string_view folded = of.view();
  // Most words begin with none of their letters: ফ ভ চ ক র অ প জ ড by the last byte.
  constexpr std::string_view kFirst = "\xAB\xAD\x9A\x95\xB0\x85\xAA\x9C\xA1";
  if (folded.size() < 9 || kFirst.find(folded[2]) == std::string_view::npos) return false;
  return std::any_of(kTrade.begin(), kTrade.end(),
                     [&](std::string_view stem) { return folded.starts_with(stem); });
}

std::unique_ptr<Check> MakeEmptyValue(const CheckServices& /*services*/) {
  return std::make_unique<EmptyValue>();
}

}  // namespace bnlint
