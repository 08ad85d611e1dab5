// A word that a blank cut in two (বিশ্ব বিদ্যালয় is none: both are words): the halves together are a common word,
// and one of them is none by itself.

#include <string>

#include "checks/checks.h"
#include "checks/word_run.h"
#include "checks/word_traits.h"
#include "spelling/speller.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// The whole must be this much commoner than 1: 2^7 occurrences; and have three letters or more.
constexpr int kCommonWhole = 7;
constexpr size_t kLeastBytes = 12;

// A lone mark is orphan-mark's.
bool BeginsWithMark(std::string_view word) {
  return IsBengaliMark(ClassOf(DecodeAt(word, 0).value));
}

class SplitWord final : public Check {
 public:
  explicit SplitWord(const CheckServices& services) : speller_(*services.speller) {}

  [[nodiscard]] Traits Needs() const override { return trait::kUnknown; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    if (!speller_.HasDictionary()) return;
    ForWordPairs(paragraph, findings.rule().masks, [&](const WordPair& pair) {
      if (!paragraph.WordHas(pair.second_index, trait::kUnknown) &&
          !paragraph.WordHas(pair.second_index - 2, trait::kUnknown)) {
        return;
      }
      if (pair.first.size() + pair.second.size() < kLeastBytes || BeginsWithMark(pair.second))
        return;
      if (speller_.Knows(pair.first) && speller_.Knows(pair.second)) return;
      const std::string whole = std::string(pair.first) + std::string(pair.second);
      if (speller_.Frequency(whole) < kCommonWhole || !speller_.Knows(whole)) return;
      Diagnostic diagnostic = findings.Make(paragraph, pair.whole, {{"whole", whole}});
      findings.AddFix(diagnostic, paragraph, pair.gap, "");
      findings.Report(std::move(diagnostic));
    });
  }

 private:
  const Speller& speller_;
};

}  // namespace

std::unique_ptr<Check> MakeSplitWord(const CheckServices& services) {
  return std::make_unique<SplitWord>(services);
}

}  // namespace bnlint
