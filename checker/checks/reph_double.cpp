// A consonant doubled under reph (কর্ম্ম, সর্ব্ব): the Academy's rule 1.3 writes one. Left alone where the single form is no
// word (ঊর্ধ্ব has no doubled letter; names keep theirs).

#include <algorithm>
#include <string>

#include "checks/checks.h"
#include "checks/word_questions.h"
#include "checks/word_run.h"
#include "checks/word_traits.h"
#include "spelling/fold.h"
#include "spelling/lexicon.h"
#include "spelling/speller.h"

namespace bnlint {
namespace {

constexpr std::string_view kReph = "র্";
constexpr std::string_view kHasanta = "্";
constexpr size_t kLetter = 3;  // bytes

// The word with single consonants under reph; the same when nothing is doubled.
std::string Single(std::string_view word) {
  std::string out;
  for (size_t at = 0; at < word.size();) {
    const std::string_view rest = word.substr(at);
    const size_t doubled = kReph.size() + kLetter + kHasanta.size();
    if (rest.starts_with(kReph) && rest.size() >= doubled + kLetter &&
        rest.substr(kReph.size() + kLetter, kHasanta.size()) == kHasanta &&
        rest.substr(doubled, kLetter) == rest.substr(kReph.size(), kLetter)) {
      out += kReph;
      at += doubled;
    } else {
      out += rest[0];
      ++at;
    }
  }
  return out;
}

// An old text keeps its spelling as it keeps its language.
bool IsOldText(const Paragraph& paragraph) {
  return std::ranges::any_of(paragraph.tokens(), [&](const Token& token) {
    return token.Is(TokenKind::kBengali) && IsSadhu(token.In(paragraph.text()));
  });
}

class RephDouble final : public Check {
 public:
  explicit RephDouble(const CheckServices& services) : speller_(*services.speller) {}

  [[nodiscard]] Traits Needs() const override { return trait::kDoubledUnderReph; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    if (paragraph.text().find(kReph) == std::string_view::npos) return;
    ForWords(paragraph, findings.rule().masks, [&](std::string_view word, Span span) {
      if (word.find(kReph) == std::string_view::npos) return;
      const std::string folded = Fold(word);
      const std::string single = Single(folded);
      if (single == folded || !speller_.Knows(single) || IsOldText(paragraph)) return;
      Diagnostic diagnostic =
          findings.Make(paragraph, span, {{"word", std::string(word)}, {"better", single}});
      findings.AddFix(diagnostic, paragraph, span, InFormOf(single, paragraph.text()));
      findings.Report(std::move(diagnostic));
    });
  }

 private:
  const Speller& speller_;
};

}  // namespace

bool IsDoubledUnderReph(std::string_view word, const Speller& speller) {
  const std::string folded = Fold(word);
  const std::string single = Single(folded);
  return single != folded && speller.Knows(single);
}

std::unique_ptr<Check> MakeRephDouble(const CheckServices& services) {
  return std::make_unique<RephDouble>(services);
}

}  // namespace bnlint
