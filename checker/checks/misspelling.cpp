// Asks for every Bengali word whether the dictionary or a word list knows it. What recurs in a document is
// most likely a name and is told once (lint/repeats.h). Silent without a dictionary.

#include <algorithm>
#include <unordered_map>

#include "checks/checks.h"
#include "checks/word_context.h"
#include "checks/word_traits.h"
#include "spelling/fold.h"
#include "spelling/name_key.h"
#include "spelling/word_list.h"

namespace bnlint {
namespace {

constexpr size_t kMostSuggestions = 3;
// Words whose suggestions are remembered, of one document.
constexpr size_t kMostRemembered = 1000;

class Misspelling final : public Check {
 public:
  explicit Misspelling(const CheckServices& services) : services_(services) {}

  [[nodiscard]] Traits Needs() const override { return trait::kUnknown; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    if (!services_.speller->HasDictionary()) return;
    const auto tokens = paragraph.tokens();
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (!paragraph.WordHas(i, trait::kUnknown) ||
          services_.speller->Knows(tokens[i].In(paragraph.text()))) {
        continue;  // nearly all words end here
      }
      if (IsExcused(paragraph, i, findings.rule().masks)) continue;
      Report(paragraph, i, findings);
    }
  }

 private:
  [[nodiscard]] bool IsExcused(const Paragraph& paragraph, size_t index, uint8_t masks) const {
    const Token& token = paragraph.tokens()[index];
    if (!IsDictionaryWord(paragraph, index) || IsAccepted(token.In(paragraph.text()))) return true;
    if (paragraph.Masked(token.span(), masks) || IsInQuotedName(paragraph, index)) return true;
    const auto readings = OtherReadings(paragraph, index);
    return std::any_of(readings.begin(), readings.end(), [&](const std::string& reading) {
      return services_.speller->Knows(reading) || IsAccepted(reading);
    });
  }

  [[nodiscard]] bool IsAccepted(std::string_view word) const {
    return services_.words != nullptr && services_.words->Accepts(word);
  }

  void Report(const Paragraph& paragraph, size_t index, Findings& findings) {
    const Token& token = paragraph.tokens()[index];
    const std::string word(token.In(paragraph.text()));
    Diagnostic diagnostic = findings.Make(paragraph, token.span(), {{"word", word}});
    const std::string folded = Fold(word);
    diagnostic.repeat_key = NameStem(folded);
    std::string all;
    for (const std::string& suggestion : Suggestions(folded)) {
      findings.AddFix(diagnostic, paragraph, token.span(), suggestion, FixSafety::kUnsafe);
      all += (all.empty() ? "" : ", ") + suggestion;
    }
    if (!all.empty()) diagnostic.args.push_back({"suggestions", std::move(all)});
    findings.Report(std::move(diagnostic));
  }

  const std::vector<std::string>& Suggestions(const std::string& word) {
    static const std::vector<std::string> kNone;
    if (!services_.suggest) return kNone;
    if (suggestions_.size() >= kMostRemembered) suggestions_.clear();
    const auto [entry, added] = suggestions_.try_emplace(word);
    if (added) entry->second = services_.speller->Suggest(word, kMostSuggestions);
    return entry->second;
  }

  const CheckServices services_;
  std::unordered_map<std::string, std::vector<std::string>> suggestions_;
};

}  // namespace

std::unique_ptr<Check> MakeMisspelling(const CheckServices& services) {
  return std::make_unique<Misspelling>(services);
}

}  // namespace bnlint
