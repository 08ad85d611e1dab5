// Asks the dictionary for every Bengali word. Silent without a dictionary.

#include <algorithm>
#include <array>

#include "checks/checks.h"
#include "spelling/dictionary.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// ড. মো. এ.কে.এম.: a word before a full stop that goes on, or of one akshara, is an abbreviation.
bool IsAbbreviation(const Paragraph& paragraph, size_t index) {
  const auto tokens = paragraph.tokens();
  if (index + 1 >= tokens.size() || tokens[index + 1].In(paragraph.text()) != ".") return false;
  constexpr size_t kShort = 12;  // bytes: four code points
  return tokens[index].end - tokens[index].begin <= kShort;
}

// ২০২৪এর, ৫ই, ১০ম: what is glued to a number is its ending.
bool IsNumberEnding(const Paragraph& paragraph, size_t index) {
  return index > 0 && paragraph.tokens()[index - 1].Is(TokenKind::kNumber);
}

// SMS-এর, ২০২৪-এর: a case ending behind a hyphen stands for itself.
bool IsHyphenedEnding(const Paragraph& paragraph, size_t index) {
  static constexpr std::array<std::string_view, 12> kEndings = {"এর", "র", "এ", "কে", "তে", "য়",
                                                                "য়",  "ই", "ও", "টি", "টা", "রা"};
  const auto tokens = paragraph.tokens();
  if (index == 0 || tokens[index - 1].In(paragraph.text()) != "-") return false;
  const std::string_view word = tokens[index].In(paragraph.text());
  return std::find(kEndings.begin(), kEndings.end(), word) != kEndings.end();
}

class Misspelling final : public Check {
 public:
  explicit Misspelling(const Dictionary* dictionary) : dictionary_(dictionary) {}

  void Visit(const Paragraph& paragraph, Findings& findings) override {
    if (dictionary_ == nullptr) return;
    const auto tokens = paragraph.tokens();
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (!tokens[i].Is(TokenKind::kBengali) || IsAbbreviation(paragraph, i) ||
          IsNumberEnding(paragraph, i) || IsHyphenedEnding(paragraph, i)) {
        continue;
      }
      const bool cut = (i == 0 && paragraph.segment().cut_before) ||
                       (i + 1 == tokens.size() && paragraph.segment().cut_after);
      const std::string_view word = tokens[i].In(paragraph.text());
      if (cut || dictionary_->Knows(word)) continue;
      if (paragraph.Masked(tokens[i].span(), findings.rule().masks)) continue;
      findings.Report(findings.Make(paragraph, tokens[i].span(), {{"word", std::string(word)}}));
    }
  }

 private:
  const Dictionary* dictionary_;
};

}  // namespace

std::unique_ptr<Check> MakeMisspelling(const CheckServices& services) {
  return std::make_unique<Misspelling>(services.dictionary);
}

}  // namespace bnlint
