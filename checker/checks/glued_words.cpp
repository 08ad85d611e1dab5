// Two words without the blank between them. The negation না, নাই, নেই and words like থেকে, জন্য, সঙ্গে are written
// apart; where one hangs on a known word and the whole is no word, it was glued.

#include <array>
#include <string>

#include "checks/checks.h"
#include "checks/word_questions.h"
#include "checks/word_run.h"
#include "checks/word_traits.h"
#include "spelling/lexicon.h"
#include "spelling/speller.h"

namespace bnlint {
namespace {

constexpr std::array<std::string_view, 12> kApart = {"না",   "নাই", "নেই", "থেকে",  "জন্য",  "সঙ্গে",
                                                     "সাথে", "করে", "হয়ে", "পর্যন্ত", "কিন্তু", "এবং"};
// The first word must be a common one (2^7 occurrences) of three letters or signs or more.
constexpr int kCommonFirst = 7;
constexpr size_t kLeastBytes = 9;

// Where the second word begins, in bytes; 0 when it is one word.
size_t Cut(std::string_view word, const Speller& speller) {
  for (const std::string_view second : kApart) {
    if (!word.ends_with(second) || word.size() < second.size() + kLeastBytes) continue;
    const std::string_view first = word.substr(0, word.size() - second.size());
    if (speller.Frequency(first) < kCommonFirst || !speller.Knows(first)) continue;
    // সম্ভবনা is a misspelling of সম্ভাবনা, not সম্ভব and না.
    const auto any = [](const std::string&) { return true; };
    const bool listed = !WordMap::Misspellings().Find(word, any).empty();
    return listed || speller.Knows(word) ? 0 : first.size();
  }
  return 0;
}

class GluedWords final : public Check {
 public:
  explicit GluedWords(const CheckServices& services) : speller_(*services.speller) {}

  [[nodiscard]] Traits Needs() const override { return trait::kGlued; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    if (!speller_.HasDictionary()) return;
    ForWords(paragraph, findings.rule().masks, [&](std::string_view word, Span span) {
      const size_t cut = Cut(word, speller_);
      if (cut == 0) return;
      const std::string apart =
          std::string(word.substr(0, cut)) + " " + std::string(word.substr(cut));
      Diagnostic diagnostic = findings.Make(paragraph, span, {{"apart", apart}});
      findings.AddFix(diagnostic, paragraph, span, apart);
      findings.Report(std::move(diagnostic));
    });
  }

 private:
  const Speller& speller_;
};

}  // namespace

bool MayBeGlued(std::string_view word, const Speller& speller) { return Cut(word, speller) != 0; }

std::unique_ptr<Check> MakeGluedWords(const CheckServices& services) {
  return std::make_unique<GluedWords>(services);
}

}  // namespace bnlint
