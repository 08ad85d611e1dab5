// One name spelled two ways. Words that are neither frequent nor in the dictionary are kept under the key
// that transcriptions of one name share; a second spelling near the first is reported once.

#include <optional>
#include <unordered_map>

#include "checks/checks.h"
#include "checks/word_questions.h"
#include "checks/word_traits.h"
#include "spelling/fold.h"
#include "spelling/lexicon.h"
#include "spelling/name_key.h"
#include "spelling/speller.h"
#include "text/akshara.h"

namespace bnlint {
namespace {

constexpr size_t kLeastAksharas = 3;
constexpr size_t kMostDistance = 2;
// Names remembered of one document; later ones go unwatched.
constexpr size_t kMostNames = 4000;

struct Name {
  std::string stem;
  std::string word;
  Place place;
  bool reported = false;
};

// অরিজিৎ is অরিজিত‑ before an ending.
std::string WithFullTa(std::string_view stem) {
  return stem.ends_with("ৎ") ? std::string(stem.substr(0, stem.size() - 3)) + "ত"
                             : std::string(stem);
}

bool IsKnown(std::string_view word, const Speller& speller) {
  if (speller.IsCommon(word)) return true;
  // The dictionary has many a name in two spellings; a text keeps to one.
  return speller.Knows(word) && !IsName(word) && !IsName(NameStem(word));
}

class NameVariant final : public Check {
 public:
  explicit NameVariant(const Speller* speller) : speller_(speller) {}

  [[nodiscard]] Traits Needs() const override { return trait::kName; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const auto tokens = paragraph.tokens();
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (!paragraph.WordHas(i, trait::kName) ||
          !MayBeTwoSpellings(tokens[i].In(paragraph.text()), tokens[i], *speller_)) {
        continue;
      }
      const std::string word = Fold(tokens[i].In(paragraph.text()));
      Meet(paragraph, tokens[i], word, WithFullTa(NameStem(word)), findings);
    }
  }

 private:
  void Meet(const Paragraph& paragraph, const Token& token, const std::string& word,
            std::string_view stem, Findings& findings) {
    const std::string key = NameKey(stem);
    const auto known = names_.find(key);
    if (known == names_.end()) {
      if (names_.size() >= kMostNames) return;
      names_.emplace(key,
                     Name{std::string(stem), word, findings.Make(paragraph, token.span()).place});
      return;
    }
    Name& first = known->second;
    if (first.reported || first.stem == stem ||
        CodePointDistance(first.stem, stem, kMostDistance) > kMostDistance ||
        paragraph.Masked(token.span(), findings.rule().masks)) {
      return;
    }
    Diagnostic diagnostic =
        findings.Make(paragraph, token.span(), {{"here", word}, {"there", first.word}});
    diagnostic.related.push_back(first.place);
    first.reported = true;
    findings.Report(std::move(diagnostic));
  }

  const Speller* speller_;
  std::unordered_map<std::string, Name> names_;
};

}  // namespace

bool MayBeTwoSpellings(std::string_view word, const Token& token, const Speller& speller) {
  if (!token.Is(TokenKind::kBengali) || token.Has(kHasInvisible) || token.Has(kHasApostrophe)) {
    return false;
  }
  const FoldedWord of(word);
  const std::string_view folded = of.view();
  if (IsKnown(folded, speller)) return false;
  const std::string stem = WithFullTa(NameStem(folded));
  return CountAksharas(stem) >= kLeastAksharas && !IsKnown(stem, speller) &&
         !FindSyllableError(folded);
}

std::unique_ptr<Check> MakeNameVariant(const CheckServices& services) {
  return std::make_unique<NameVariant>(services.speller);
}

}  // namespace bnlint
