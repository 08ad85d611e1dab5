// An ending that stands apart from its noun (ছেলে টি, সরকার এর), or নি from its verb (যান নি). It is one when
// the two together are a known word. এর is also a pronoun (of this): there the joined form must be common,
// and a word must follow that may be its owner.

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "checks/checks.h"
#include "checks/word_questions.h"
#include "checks/word_run.h"
#include "checks/word_traits.h"
#include "spelling/fold.h"
#include "spelling/speller.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr std::array<std::string_view, 24> kEndings = {
    "টি",  "টা",   "টির",   "টার",   "টিকে", "টাকে", "টিতে",  "টাতে", "টায়", "টাই", "টিই", "টাও",
    "গুলো", "গুলোর", "গুলোকে", "গুলোতে", "গুলোই", "দের",  "দেরকে", "দেরও", "ের",  "টুকু",  "গুলা", "সমূহের"};
// গুলি is left out: it is a bullet too.
// Case endings of nouns in a vowel: apart they are no words, but in the spoken language and among initials some are.
constexpr std::array<std::string_view, 4> kBare = {"র", "রা", "তে", "\u09DF"};
constexpr std::string_view kGenitive = "এর";
constexpr std::string_view kNegation = "নি";
// Frequency class from which a genitive is common enough to have been meant: 2^6 occurrences.
constexpr int kCommonGenitive = 6;
constexpr int kCommonBare = 5;
constexpr size_t kLeastOwner = 9;  // bytes: three letters

// Words behind which এর is a pronoun: they have no genitive in ‑ের, or end a clause.
constexpr std::array<std::string_view, 18> kNoOwner = {"এবং",  "কিন্তু", "তবে", "যে",  "আর",
                                                       "ও",    "তিনি", "আমি", "সে",  "তারা",
                                                       "আমরা", "করে",  "ওপর", "উপর", "কারণ"};

bool EndsInVowel(std::string_view word) {
  constexpr size_t kSign = 3;  // bytes of a vowel sign
  return word.size() > kSign &&
         ClassOf(DecodeAt(word, word.size() - kSign).value) == CharClass::kBnSign;
}

// টি-টোয়েন্টি, টি২০; or more of a word in mixed scripts.
bool IsPartOfName(const Paragraph& paragraph, size_t index) {
  const auto tokens = paragraph.tokens();
  return index + 1 < tokens.size() &&
         (tokens[index + 1].Is(TokenKind::kNumber) || tokens[index + 1].Is(TokenKind::kLatin) ||
          tokens[index + 1].In(paragraph.text()) == "-");
}

class DetachedSuffix final : public Check {
 public:
  DetachedSuffix(const CheckServices& services, bool negation)
      : speller_(*services.speller), negation_(negation) {}

  [[nodiscard]] Traits Needs() const override { return trait::kEnding; }
  void Visit(const Paragraph& paragraph, Findings& findings) override {
    ForWordPairs(paragraph, findings.rule().masks, [&](const WordPair& pair) {
      if (!paragraph.WordHas(pair.second_index, trait::kEnding) ||
          IsPartOfName(paragraph, pair.second_index)) {
        return;
      }
      const std::string joined = Joined(pair);
      if (joined.empty()) return;
      Diagnostic diagnostic = findings.Make(
          paragraph, pair.whole, {{"joined", joined}, {"ending", std::string(pair.second)}});
      findings.AddFix(diagnostic, paragraph, pair.whole, joined);
      findings.Report(std::move(diagnostic));
    });
  }

 private:
  // The word that the two make; empty when they are two words.
  [[nodiscard]] std::string Joined(const WordPair& pair) const {
    const std::string first(pair.first);
    if (!negation_ && pair.second == kGenitive) return Genitive(first);
    if (!negation_ && std::find(kBare.begin(), kBare.end(), Fold(pair.second)) != kBare.end()) {
      return Bare(first, std::string(pair.second));
    }
    // আর টিকে থাকা
    if (pair.second == "টিকে" && first == "আর") return {};
    const bool ending = std::find(kEndings.begin(), kEndings.end(), pair.second) != kEndings.end();
    if (negation_ ? pair.second != kNegation : !ending) return {};
    std::string joined = first + std::string(pair.second);
    return speller_.Knows(joined) ? joined : std::string();
  }

  [[nodiscard]] std::string Bare(const std::string& noun, const std::string& ending) const {
    const std::string joined = noun + ending;
    const bool common = noun.size() >= kLeastOwner && speller_.Frequency(joined) >= kCommonBare;
    return common && speller_.Knows(joined) && speller_.Knows(noun) ? joined : std::string();
  }

  [[nodiscard]] std::string Genitive(const std::string& noun) const {
    // Behind a locative (সাথে এর) it is the pronoun.
    if (noun.size() < kLeastOwner || noun.ends_with("ে") || noun.ends_with("য়")) return {};
    if (std::find(kNoOwner.begin(), kNoOwner.end(), noun) != kNoOwner.end()) return {};
    const std::string joined = noun + (EndsInVowel(noun) ? "র" : "ের");
    return speller_.Frequency(joined) >= kCommonGenitive && speller_.Knows(joined) ? joined : "";
  }

  const Speller& speller_;
  const bool negation_;
};

}  // namespace

bool MayBeDetachedEnding(std::string_view word) {
  static const auto endings = [] {
    std::unordered_set<std::string> all = {Fold(kGenitive), Fold(kNegation)};
    for (const std::string_view ending : kEndings) all.insert(Fold(ending));
    for (const std::string_view ending : kBare) all.insert(Fold(ending));
    return all;
  }();
  constexpr size_t kLongest = 48;  // bytes, whatever joiners it holds
  return word.size() <= kLongest && endings.contains(std::string(FoldedWord(word).view()));
}

std::unique_ptr<Check> MakeDetachedSuffix(const CheckServices& services) {
  return std::make_unique<DetachedSuffix>(services, false);
}
std::unique_ptr<Check> MakeDetachedNi(const CheckServices& services) {
  return std::make_unique<DetachedSuffix>(services, true);
}

}  // namespace bnlint
