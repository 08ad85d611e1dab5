// ৰ and ৱ, which Assamese has and Bengali has not. What is written in Assamese, or in Manipuri with its ৱ, is left
// alone: a whole text, a paragraph, a quotation.

#include <algorithm>

#include "checks/checks.h"
#include "checks/mending.h"

namespace bnlint {
namespace {

constexpr std::string_view kRa = "র", kBa = "ব", kAssameseRa = "ৰ", kAssameseWa = "ৱ";

// Of Bengali letters one in thirteen is a র: a stretch of so many bytes without any is another language.
constexpr size_t kEnoughToTell = 300;
// So many words that Bengali letters do not make Bengali are a quotation.
constexpr size_t kQuotation = 2;

bool HasRa(std::string_view text) { return text.find(kRa) != std::string_view::npos; }

// `word` with `letter` for each ৰ or ৱ.
std::string With(std::string_view word, std::string_view letter) {
  std::string out;
  for (size_t at = 0; at < word.size();) {
    const bool assamese =
        word.substr(at).starts_with(kAssameseRa) || word.substr(at).starts_with(kAssameseWa);
    out += assamese ? letter : word.substr(at, 1);
    at += assamese ? kAssameseRa.size() : 1;
  }
  return out;
}

class AssameseLetter final : public Check {
 public:
  explicit AssameseLetter(const CheckServices& services) : speller_(*services.speller) {}

  [[nodiscard]] Traits Needs() const override {
    return bengali_seen_ ? trait::kAssamese : trait::kAssamese | trait::kRa;
  }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const std::vector<size_t> places = Places(paragraph);
    if (!places.empty() && IsBengaliText(paragraph) && !IsQuotation(paragraph, places)) {
      for (const size_t at : places) Report(paragraph, at, findings);
    }
    bengali_seen_ = bengali_seen_ || HasRa(paragraph.text());
  }

 private:
  // Of ৰ and ৱ, but in giants that no dictionary is asked for.
  static std::vector<size_t> Places(const Paragraph& paragraph) {
    const std::string_view text = paragraph.text();
    std::vector<size_t> places;
    // Both are E0 A7 and B0 or B1; of other letters only র (E0 A6 B0) ends so.
    for (const char last : {'\xB0', '\xB1'}) {
      for (size_t at = text.find(last, 2); at != std::string_view::npos;
           at = text.find(last, at + 1)) {
        if (text[at - 1] == '\xA7' && text[at - 2] == '\xE0' &&
            IsWordSized(paragraph.tokens()[TokenAt(paragraph, at)])) {
          places.push_back(at - 2);
        }
      }
    }
    return places;
  }

  [[nodiscard]] bool IsBengaliText(const Paragraph& paragraph) const {
    if (HasRa(paragraph.text())) return true;
    const bool bengali_around =
        bengali_seen_ || (paragraph.next() != nullptr && HasRa(paragraph.next()->text));
    if (bengali_around && paragraph.text().size() < kEnoughToTell) return true;
    const auto tokens =
        paragraph.tokens();  // Bengali by someone whose keyboard has the wrong letter
    return std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) {
      return !token.Is(TokenKind::kBengali) ||
             speller_.Knows(With(token.In(paragraph.text()), kRa));
    });
  }

  [[nodiscard]] bool IsQuotation(const Paragraph& paragraph, std::span<const size_t> places) const {
    size_t unknown = 0;
    for (const size_t at : places) {
      const std::string_view word = paragraph.tokens()[TokenAt(paragraph, at)].In(paragraph.text());
      if (!HasRa(word) && !speller_.Knows(With(word, kRa)) && !speller_.Knows(With(word, kBa))) {
        ++unknown;
      }
    }
    return speller_.HasDictionary() && unknown >= kQuotation && 2 * unknown > places.size();
  }

  void Report(const Paragraph& paragraph, size_t at, Findings& findings) const {
    const Span span{at, at + kRa.size()};
    if (paragraph.Masked(span, findings.rule().masks)) return;
    const std::string_view word = paragraph.tokens()[TokenAt(paragraph, at)].In(paragraph.text());
    const std::string with_ra = With(word, kRa);
    const std::string with_ba = With(word, kBa);
    const bool is_ra = speller_.Knows(with_ra);
    const bool is_wa = paragraph.text().substr(at).starts_with(kAssameseWa);
    const bool meant_ba =
        speller_.Knows(with_ba) &&
        (!is_ra || (is_wa && speller_.Frequency(with_ba) > speller_.Frequency(with_ra)));
    Diagnostic diagnostic = findings.Make(paragraph, span);
    findings.AddFix(diagnostic, paragraph, span, std::string(meant_ba ? kBa : kRa),
                    is_ra && !is_wa ? FixSafety::kSafe : FixSafety::kUnsafe);
    findings.Report(std::move(diagnostic));
  }

  const Speller& speller_;
  bool bengali_seen_ = false;
};

}  // namespace

std::unique_ptr<Check> MakeAssameseLetter(const CheckServices& services) {
  return std::make_unique<AssameseLetter>(services);
}

}  // namespace bnlint
