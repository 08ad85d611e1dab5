// One name spelled two ways. Words that are neither frequent nor in the dictionary are kept under the key
// that transcriptions of one name share; a second spelling near the first is reported once.

#include <optional>
#include <unordered_map>
#include <vector>

#include "checks/checks.h"
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

// A word of a paragraph that may be a name, and what is left of it without its ending.
struct NameLike {
  Token token;
  std::string word;
  std::string stem;
  std::string key;
};
using NamesLike = std::vector<NameLike>;

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

class NameVariant final : public Check {
 public:
  explicit NameVariant(const Speller* speller) : speller_(speller) {}

  void Visit(const Paragraph& paragraph, Findings& findings) override {
    const auto& names = paragraph.Learnt<NamesLike>([&] { return NamesIn(paragraph); });
    for (const NameLike& name : names) Meet(paragraph, name, findings);
  }

 private:
  [[nodiscard]] NamesLike NamesIn(const Paragraph& paragraph) const {
    NamesLike names;
    for (const Token& token : paragraph.tokens()) {
      if (!token.Is(TokenKind::kBengali) || token.Has(kHasInvisible) || token.Has(kHasApostrophe)) {
        continue;
      }
      std::string word = Fold(token.In(paragraph.text()));
      if (IsKnown(word)) continue;
      std::string stem = WithFullTa(NameStem(word));
      if (CountAksharas(stem) < kLeastAksharas || IsKnown(stem)) continue;
      if (FindSyllableError(word)) continue;
      std::string key = NameKey(stem);
      names.push_back({token, std::move(word), std::move(stem), std::move(key)});
    }
    return names;
  }

  [[nodiscard]] bool IsKnown(std::string_view word) const {
    if (speller_->IsCommon(word)) return true;
    // The dictionary has many a name in two spellings; a text keeps to one.
    return speller_->Knows(word) && !IsName(word) && !IsName(NameStem(word));
  }

  void Meet(const Paragraph& paragraph, const NameLike& name, Findings& findings) {
    const auto& [token, word, stem, key] = name;
    const auto known = names_.find(key);
    if (known == names_.end()) {
      if (names_.size() >= kMostNames) return;
      names_.emplace(key, Name{stem, word, findings.Make(paragraph, token.span()).place});
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

std::unique_ptr<Check> MakeNameVariant(const CheckServices& services) {
  return std::make_unique<NameVariant>(services.speller);
}

}  // namespace bnlint
