// The visarga and the colon look alike, and keyboards offer one where the other is meant: প্রশ্নঃ, দু:খ.

#include <string>

#include "checks/abbreviation.h"
#include "checks/around.h"
#include "checks/checks.h"
#include "checks/habit.h"
#include "spelling/fold.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr std::string_view kVisarga = "ঃ";

// Old spellings keep the visarga of adverbs (মূলতঃ, ক্রমশঃ), Sanskrit that of its stems (নমঃ), and sighs have one.
bool HasItsVisarga(std::string_view stem) {
  static constexpr std::array<std::string_view, 30> kWords = {
      "নম",  "মন",      "প\u09DF",  "যশ",  "জ্যোতি", "চক্ষু", "আ\u09DFু", "ধনু",  "শির", "তেজ",
      "তপ",  "ব\u09DF", "প্রাত",     "অন্ত", "পুন",    "ইত",  "বহি",     "আবি", "শনৈ", "মুহু",
      "আহা", "ওহো",     "হা\u09DF", "বাহ", "নাহ",   "যাহ", "উহ",      "আহ",  "ওহ",  "এহ"};
  const bool sigh = stem.ends_with("ঁ");  // হুঁঃ
  return sigh || stem.ends_with("ত") || stem.ends_with("শ") || IsOneOf(Fold(stem), kWords);
}

class VisargaColon final : public Check {
 public:
  explicit VisargaColon(const Speller* speller) : speller_(speller) {}

  [[nodiscard]] Traits Needs() const override { return trait::kColon | trait::kVisarga; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const auto tokens = paragraph.tokens();
    for (size_t i = 0; i < tokens.size(); ++i) {
      const std::string_view word = tokens[i].In(paragraph.text());
      if (word == ":" && i > 0 && tokens[i - 1].Is(TokenKind::kBengali)) habit_.Right();
      if (!tokens[i].Is(TokenKind::kBengali) || !word.ends_with(kVisarga)) continue;
      const Around around(paragraph, i);
      if (!(word == kVisarga ? StandsAlone(around) : EndsWord(around))) continue;
      const Span span{tokens[i].end - kVisarga.size(), tokens[i].end};
      if (paragraph.Masked(span, findings.rule().masks)) continue;
      Diagnostic finding = findings.Make(paragraph, span);
      findings.AddFix(finding, paragraph, span, ":");
      habit_.Wrong(std::move(finding), findings);
    }
  }
  // A text without real colons is consistent.
  void Finish(Findings& findings) override { habit_.TellAsNote(findings); }

 private:
  // নাম ঃ রহিম, ১০ঃ৩০, ঃ)
  static bool StandsAlone(const Around& around) {
    static constexpr std::array<std::string_view, 5> kMouths = {")", "(", "D", "P", "p"};
    if (around.Is(-1, TokenKind::kNumber) && around.Is(1, TokenKind::kNumber)) return true;
    if (!around.IsBlank(-1) || !around.EndsPhrase(-2)) return false;
    return around.At(1) == nullptr || around.Is(1, TokenKind::kSpace) ||
           IsOneOf(around.Text(1), kMouths) || around.Text(1) == "-";
  }

  // A known word with what looks like a colon before a blank or a dash; not known with it, no abbreviation.
  [[nodiscard]] bool EndsWord(const Around& around) const {
    constexpr uint64_t kLeastLetters = 3;
    static constexpr std::array<std::string_view, 3> kDashes = {"-", "–", "—"};
    if (around.At(1) != nullptr && !around.Is(1, TokenKind::kSpace) &&
        !IsOneOf(around.Text(1), kDashes))
      return false;
    const std::string_view word = around.Text(0);
    const std::string_view stem = word.substr(0, word.size() - kVisarga.size());
    return CountCodePoints(stem) >= kLeastLetters && !HasItsVisarga(stem) &&
           !IsAbbreviationStem(stem) && speller_->Knows(stem) && !speller_->Knows(word);
  }

  const Speller* speller_;
  Habit habit_;
};

class ColonVisarga final : public Check {
 public:
  explicit ColonVisarga(const Speller* speller) : speller_(speller) {}

  [[nodiscard]] Traits Needs() const override { return trait::kColon; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const auto tokens = paragraph.tokens();
    const std::string_view text = paragraph.text();
    for (const size_t i : paragraph.marks()) {
      if (i == 0 || i + 1 >= tokens.size() || tokens[i].In(text) != ":" ||
          !tokens[i - 1].Is(TokenKind::kBengali) || !tokens[i + 1].Is(TokenKind::kBengali)) {
        continue;
      }
      const std::string left(tokens[i - 1].In(text));
      if (!speller_->Knows(left + std::string(kVisarga) + std::string(tokens[i + 1].In(text))))
        continue;
      const Span span = tokens[i].span();
      if (paragraph.Masked(span, findings.rule().masks)) continue;
      const Span whole{tokens[i - 1].begin, tokens[i + 1].end};
      Diagnostic finding = findings.Make(paragraph, whole);
      findings.AddFix(finding, paragraph, span, std::string(kVisarga));
      findings.Report(std::move(finding));
    }
  }

 private:
  const Speller* speller_;
};

}  // namespace

std::unique_ptr<Check> MakeVisargaColon(const CheckServices& services) {
  return std::make_unique<VisargaColon>(services.speller);
}
std::unique_ptr<Check> MakeColonVisarga(const CheckServices& services) {
  return std::make_unique<ColonVisarga>(services.speller);
}

}  // namespace bnlint
