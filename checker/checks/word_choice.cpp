// Words for which the house has another one: the older spelling for the Academy's (norms.tsv), a form that usage
// forbids (usage.tsv). An inflected form is found by its stem when the stem's ending stands behind it.

#include <string>

#include "checks/checks.h"
#include "checks/word_run.h"
#include "spelling/fold.h"
#include "spelling/lexicon.h"
#include "spelling/speller.h"

namespace bnlint {
namespace {

class WordChoice final : public Check {
 public:
  WordChoice(const CheckServices& services, WordMap list)
      : speller_(*services.speller), list_(list) {}

  void Visit(const Paragraph& paragraph, Findings& findings) override {
    ForWords(paragraph, findings.rule().masks, [&](std::string_view word, Span span) {
      const std::string better = list_.Find(word, [&](const std::string& form) {
        return !speller_.HasDictionary() || speller_.Knows(form);
      });
      if (better.empty()) return;
      Diagnostic diagnostic =
          findings.Make(paragraph, span, {{"word", std::string(word)}, {"better", better}});
      diagnostic.repeat_key = std::string(word);
      findings.AddFix(diagnostic, paragraph, span, InFormOf(better, paragraph.text()));
      findings.Report(std::move(diagnostic));
    });
  }

 private:
  const Speller& speller_;
  const WordMap list_;
};

}  // namespace

std::unique_ptr<Check> MakeAcademyForm(const CheckServices& services) {
  return std::make_unique<WordChoice>(
      services, services.house.west_bengal ? WordMap::NormsOfWestBengal() : WordMap::Norms());
}
std::unique_ptr<Check> MakeUsage(const CheckServices& services) {
  return std::make_unique<WordChoice>(services, WordMap::Usage());
}

}  // namespace bnlint
