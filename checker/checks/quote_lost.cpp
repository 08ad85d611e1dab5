// The marks of a direct quotation went missing: a clause in the first person, with no quotation mark in
// its paragraph, that the next words attribute to somebody: "…, বলেন তিনি" in the same paragraph, or
// "হাফতার এ কথা জানান।" as the next.

#include <algorithm>
#include <array>
#include <optional>

#include "checks/checks.h"
#include "checks/sentence.h"
#include "checks/word_questions.h"
#include "checks/word_traits.h"

namespace bnlint {
namespace {

template <size_t N>
bool IsOneOf(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 12> kFirstPerson = {"আমি",   "আমরা",     "আমার",  "আমাদের",
                                                           "আমাকে", "আমাদেরকে", "আমাতে", "আমাদেরও",
                                                           "আমিও",  "আমরাও",    "আমারও", "আমাকেও"};
constexpr std::array<std::string_view, 10> kSaying = {
    "বলেন",  "বলেছেন",   "জানান",   "জানিয়েছেন", "জানিয়েছেন",
    "বললেন", "বলেছিলেন", "জানালেন", "বলেছে",     "উল্লেখ"};
constexpr std::array<std::string_view, 8> kThis = {"এ",    "এই",     "এসব",   "এমন",
                                                   "একথা", "এমনটাই", "এমনটি", "এগুলো"};
// A paragraph that attributes the one before it says no more than that.
constexpr size_t kMostAttribution = 10;

bool Has(const Paragraph& paragraph, const auto& list) {
  return std::any_of(paragraph.tokens().begin(), paragraph.tokens().end(), [&](const Token& token) {
    return token.Is(TokenKind::kBengali) && IsOneOf(token.In(paragraph.text()), list);
  });
}

bool HasQuote(const Paragraph& paragraph) {
  if (!paragraph.Has(trait::kQuote)) return false;
  return std::any_of(paragraph.tokens().begin(), paragraph.tokens().end(), [&](const Token& token) {
    static constexpr std::array<std::string_view, 9> kMarks = {"\"", "“", "”", "‘", "’",
                                                               "'",  "«", "»", "`"};
    return IsOneOf(token.In(paragraph.text()), kMarks);
  });
}

// "হাফতার সাংবাদিকদের এ কথা জানান।": short, "this", and a verb of saying at the end.
bool Attributes(const Paragraph& paragraph) {
  if (CountWords(paragraph) > kMostAttribution || !Has(paragraph, kThis)) return false;
  for (size_t i = paragraph.tokens().size(); i-- > 0;) {
    const Token& token = paragraph.tokens()[i];
    if (token.Is(TokenKind::kBengali)) return IsOneOf(token.In(paragraph.text()), kSaying);
  }
  return false;
}

// The first word of a paragraph's first-person speech that ", বলেন তিনি" closes; nothing when it does not.
std::optional<Span> SpeechBefore(const Paragraph& paragraph) {
  const auto tokens = paragraph.tokens();
  const std::string_view text = paragraph.text();
  std::optional<Span> speech;
  bool first_person = false;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view word = tokens[i].In(text);
    if (tokens[i].Is(TokenKind::kBengali)) {
      if (!speech) speech = tokens[i].span();
      first_person |= IsOneOf(word, kFirstPerson);
    } else if (EndsSentence(word)) {
      speech.reset();
      first_person = false;
    } else if (word == "," && first_person && i + 4 < tokens.size()) {
      const std::string_view verb = tokens[i + 2].In(text);
      const std::string_view who = tokens[i + 4].In(text);
      if (IsOneOf(verb, kSaying) && (who == "তিনি" || who == "তাঁরা" || who == "সে")) return speech;
    }
  }
  return std::nullopt;
}

class QuoteLost final : public Check {
 public:
  [[nodiscard]] Traits Needs() const override { return held_ ? trait::kAll : trait::kFirstPerson; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    if (held_ && Attributes(paragraph) && !HasQuote(paragraph)) {
      held_->related.push_back(findings.Make(paragraph, FirstWord(paragraph)).place);
      findings.Report(std::move(*held_));
    }
    held_.reset();
    if (!paragraph.Has(trait::kFirstPerson) || HasQuote(paragraph) ||
        paragraph.segment().kind == SegmentKind::kHeading)
      return;
    if (const auto speech = SpeechBefore(paragraph)) {
      findings.Report(findings.Make(paragraph, *speech));
    } else if (Has(paragraph, kFirstPerson)) {
      held_ = findings.Make(paragraph, FirstWord(paragraph));
    }
  }

 private:
  static Span FirstWord(const Paragraph& paragraph) {
    for (const Token& token : paragraph.tokens()) {
      if (token.Is(TokenKind::kBengali)) return token.span();
    }
    return {};
  }

  std::optional<Diagnostic> held_;  // the last paragraph in the first person
};

}  // namespace

bool IsFirstPerson(std::string_view word) { return IsOneOf(word, kFirstPerson); }

std::unique_ptr<Check> MakeQuoteLost(const CheckServices& /*services*/) {
  return std::make_unique<QuoteLost>();
}

}  // namespace bnlint
