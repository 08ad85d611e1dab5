// Three ways to find a word, one scale to rank them (ranking.h): the nearest words of the frequency list
// by a search through its tree (trie_search.h); forms that no list holds, made by undoing confusions and
// judged by the dictionary (variants.h); two words that lost the space between them.

#include "spelling/suggest.h"

#include <algorithm>
#include <mutex>
#include <optional>

#include "embed/embed.h"
#include "spelling/endings.h"
#include "spelling/fold.h"
#include "spelling/letter_edit.h"
#include "spelling/letters.h"
#include "spelling/ranking.h"
#include "spelling/trie_search.h"
#include "spelling/variants.h"
#include "spelling/word_trie.h"
#include "text/akshara.h"
#include "text/char_class.h"

namespace bnlint {
namespace {

// A word this much worse than the best is none that a person would consider.
constexpr int kSlack = 100;
// … and one that no list holds, only this much: to ask the dictionary about it takes long.
constexpr int kUnlistedSlack = 30;

// A space left out, and less before না, which many write on the verb: করেনা.
constexpr EditCost kSpaceCost = 75;
constexpr EditCost kSpaceBeforeNotCost = 25;
// Words so rare are fragments more often than half of a pair, and so are short ones that are no particles.
constexpr int kLeastHalfFrequency = 7;
constexpr int kLeastShortFrequency = 11;
constexpr size_t kShortLetters = 2;
constexpr size_t kLeastHalfLetters = 2;

bool IsBengaliWord(std::u16string_view letters) {
  return std::any_of(letters.begin(), letters.end(),
                     [](char16_t letter) { return IsBengaliLetter(ClassOf(letter)); });
}

// The guesses of one question.
class Guesses {
 public:
  explicit Guesses(size_t most) : most_(most) {}

  [[nodiscard]] bool Has(std::u16string_view letters) const {
    return std::any_of(guesses_.begin(), guesses_.end(),
                       [&](const Guess& guess) { return guess.letters == letters; });
  }
  void Add(Guess guess) {
    const auto after =
        std::upper_bound(guesses_.begin(), guesses_.end(), guess.score,
                         [](int score, const Guess& other) { return score < other.score; });
    guesses_.insert(after, std::move(guess));
    if (guesses_.size() > most_) guesses_.pop_back();
  }
  // The greatest score that a guess can have and still be wanted.
  [[nodiscard]] int Worst(int slack = kSlack) const {
    if (guesses_.empty()) return 1000;
    const int worst = guesses_.front().score + slack;
    return guesses_.size() < most_ ? worst : std::min(worst, guesses_.back().score - 1);
  }
  [[nodiscard]] std::vector<std::string> Words() const {
    std::vector<std::string> words;
    for (const Guess& guess : guesses_) words.push_back(FromLetters(guess.letters));
    return words;
  }

 private:
  size_t most_;
  std::vector<Guess> guesses_;
};

}  // namespace

struct Suggester::Inside {
  explicit Inside(WordSource from) : source(std::move(from)) {}

  const WordTrie& Words() {
    std::call_once(once, [this] {
      words.emplace(WordTrie::FromFrequencyList(
          source.list.empty() ? Embedded("dictionaries/bn/frequency.tsv") : source.list));
    });
    return *words;
  }

  void AddPairs(std::u16string_view typed, Guesses& guesses);
  void AddListed(std::u16string_view typed, Guesses& guesses);
  void AddVariants(std::u16string_view typed, Guesses& guesses) const;

  WordSource source;
  std::once_flag once;
  std::optional<WordTrie> words;
};

void Suggester::Inside::AddPairs(std::u16string_view typed, Guesses& guesses) {
  for (size_t cut = kLeastHalfLetters; cut + kLeastHalfLetters <= typed.size(); ++cut) {
    if (IsMark(typed[cut])) continue;
    const std::u16string_view first = typed.substr(0, cut);
    const std::u16string_view second = typed.substr(cut);
    const int frequency = std::min(Words().Frequency(first), Words().Frequency(second));
    const bool is_short = std::min(first.size(), second.size()) <= kShortLetters;
    if (frequency < (is_short ? kLeastShortFrequency : kLeastHalfFrequency) ||
        !source.knows(FromLetters(first)) || !source.knows(FromLetters(second))) {
      continue;
    }
    const EditCost cost = second == u"না" ? kSpaceBeforeNotCost : kSpaceCost;
    guesses.Add(
        {std::u16string(first) + u' ' + std::u16string(second), cost + RarityCost(frequency)});
  }
}

void Suggester::Inside::AddListed(std::u16string_view typed, Guesses& guesses) {
  const TrieSearch search(Words(), NounEndings(), ConfusionTable::BuiltIn());
  search.Run(typed, [&](Guess guess) {
    // A listed word with an ending that the list does not show on it.
    const bool is_unlisted = Words().Frequency(guess.letters) < 0;
    if (is_unlisted && guess.score > guesses.Worst(kUnlistedSlack)) return guesses.Worst();
    if (guess.letters == typed || guesses.Has(guess.letters)) return guesses.Worst();
    const std::string word = FromLetters(guess.letters);
    if ((!is_unlisted || !FindSyllableError(word)) && source.knows(word)) {
      guesses.Add(std::move(guess));
    }
    return guesses.Worst();
  });
}

void Suggester::Inside::AddVariants(std::u16string_view typed, Guesses& guesses) const {
  const EditCost most_cost =
      std::min(MostCost(typed.size()), guesses.Worst(kUnlistedSlack) - RarityCost(-1));
  VisitVariants(typed, ConfusionTable::BuiltIn(), most_cost,
                [&](std::u16string_view form, EditCost cost) {
                  if (cost + RarityCost(-1) > guesses.Worst(kUnlistedSlack)) return false;
                  const std::string word = FromLetters(form);
                  if (!guesses.Has(form) && source.knows(word)) {
                    guesses.Add({std::u16string(form), cost + RarityCost(source.frequency(word))});
                  }
                  return true;
                });
}

Suggester::Suggester(WordSource source) : inside_(std::make_unique<Inside>(std::move(source))) {}
Suggester::~Suggester() = default;

std::vector<std::string> Suggester::Suggest(std::string_view word, size_t most) const {
  const std::u16string typed = ToLetters(Fold(word));
  if (most == 0 || typed.size() > TrieSearch::kMostLetters || !IsBengaliWord(typed)) return {};
  Guesses guesses(most);
  inside_->AddPairs(typed, guesses);
  inside_->AddListed(typed, guesses);
  inside_->AddVariants(typed, guesses);
  std::vector<std::string> words = guesses.Words();
  if (words.empty() && inside_->source.fallback) {
    words = inside_->source.fallback(FromLetters(typed), most);
    std::erase_if(words, [&](const std::string& w) { return !inside_->source.knows(w); });
  }
  return words;
}

}  // namespace bnlint
