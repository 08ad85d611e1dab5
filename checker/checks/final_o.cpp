// বললো, ছিলো, যেতো for বলল, ছিল, যেত: the Academy writes the past and the habitual
// without the ো, but for হলো and what would be another word.

#include <algorithm>
#include <array>
#include <string>

#include "checks/checks.h"
#include "checks/word_run.h"
#include "spelling/fold.h"
#include "spelling/speller.h"

namespace bnlint {
namespace {

constexpr std::array<std::string_view, 2> kEndings = {"লো", "তো"};
constexpr std::string_view kO = "ো";
// The form without ো must be a word of 2^5 occurrences at least, and the commoner one but for a factor of 2^4.
constexpr int kLeast = 5;
constexpr int kMargin = 4;
constexpr std::array<std::string_view, 19> kRight = {
    "ভালো", "কালো", "আলো", "হলো", "এলো",  "মতো",  "জুতো",  "সুতো",  "ধুলো", "চলো",
    "বলো",  "ছোটো", "তুলো", "গুলো", "হয়তো", "নয়তো", "লাতো", "চাতো", "মাতো"};

class FinalO final : public Check {
 public:
  explicit FinalO(const CheckServices& services) : speller_(*services.speller) {}

  void Visit(const Paragraph& paragraph, Findings& findings) override {
    ForWords(paragraph, findings.rule().masks, [&](std::string_view word, Span span) {
      const std::string folded = Fold(word);
      if (!IsCandidate(folded)) return;
      const std::string better(folded, 0, folded.size() - kO.size());
      const int frequency = speller_.Frequency(better);
      if (frequency < kLeast || frequency + kMargin < speller_.Frequency(word) ||
          !speller_.Knows(better)) {
        return;
      }
      Diagnostic diagnostic =
          findings.Make(paragraph, span, {{"word", std::string(word)}, {"better", better}});
      diagnostic.repeat_key = "ো";
      findings.AddFix(diagnostic, paragraph, span, InFormOf(better, paragraph.text()));
      findings.Report(std::move(diagnostic));
    });
  }

 private:
  static bool IsCandidate(std::string_view word) {
    for (const std::string_view right : kRight) {
      if (word.ends_with(right)) return false;
    }
    return std::ranges::any_of(kEndings, [&](std::string_view ending) {
      return word.size() > ending.size() + 3 && word.ends_with(ending);
    });
  }

  const Speller& speller_;
};

}  // namespace

std::unique_ptr<Check> MakeFinalO(const CheckServices& services) {
  return std::make_unique<FinalO>(services);
}

}  // namespace bnlint
