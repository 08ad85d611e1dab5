// One scale for all guesses, -ln of a probability: what the mistakes cost, how rare the word is, how well it goes with
// the words beside it. Words that one mistake explains are at hand; those behind several are searched for in the tree of the
// frequent forms (spelling/trie_search.h), with OCR's mistakes for people's.

#include "ocr/guesses.h"

#include <algorithm>
#include <cmath>

#include "embed/embed.h"
#include "spelling/endings.h"
#include "spelling/fold.h"
#include "spelling/letters.h"
#include "spelling/packed_word.h"
#include "spelling/trie_search.h"
#include "spelling/variants.h"

namespace bnlint::ocr {
namespace {

// What rarity is counted from, as in ranking.h.
constexpr float kTop = 17 * 0.693F;
// So many words of the search are judged by context, none much worse than the best.
constexpr size_t kSearched = 40;
constexpr int kSlack = 60;
constexpr EditCost kMostVariantCost = 75;

struct Scored {
  std::string word;
  float score;
};

class Collector {
 public:
  explicit Collector(const UnitFacts& facts) : facts_(facts) {}

  // `score` without the context's part.
  void Add(const std::string& word, float score) {
    const auto same =
        std::find_if(all_.begin(), all_.end(), [&](const Scored& s) { return s.word == word; });
    if (same != all_.end()) return;
    const auto packed = PackedWord::Of(word);
    if (!packed) return;
    const Neighbours& table = Neighbours::Embedded();
    const Neighbours::Key key = Neighbours::KeyOf(packed->bytes());
    all_.push_back({word, score - facts_.context.Fit(table, key, table.Count(key))});
  }

  std::vector<std::string> Best(size_t most) {
    std::stable_sort(all_.begin(), all_.end(),
                     [](const Scored& a, const Scored& b) { return a.score < b.score; });
    std::vector<std::string> best;
    for (const Scored& one : all_) {
      if (best.size() == most) break;
      if (Speller::Embedded().Knows(one.word)) best.push_back(one.word);
    }
    return best;
  }

 private:
  const UnitFacts& facts_;
  std::vector<Scored> all_;
};

void Search(const std::string& folded, Collector& collector) {
  static const WordTrie words =
      WordTrie::FromFrequencyList(bnlint::Embedded("dictionaries/bn/frequency.tsv"));
  const std::u16string typed = ToLetters(folded);
  if (typed.empty() || typed.size() > TrieSearch::kMostLetters) return;
  size_t found = 0;
  int worst = 1000;
  TrieSearch(words, NounEndings(), OcrConfusions()).Run(typed, [&](const Guess& guess) {
    if (guess.letters == typed) return worst;
    if (found == 0) worst = guess.score + kSlack;
    collector.Add(FromLetters(guess.letters), static_cast<float>(guess.score) * kNats);
    return ++found < kSearched ? worst : -1;
  });
  // Forms that no list shows, and only the dictionary can judge.
  VisitVariants(
      typed, OcrConfusions(), kMostVariantCost, [&](std::u16string_view form, EditCost cost) {
        collector.Add(FromLetters(form), static_cast<float>(cost + RarityCost(-1)) * kNats);
        return true;
      });
}

}  // namespace

std::vector<std::string> Guesses(std::string_view word, const UnitFacts& facts, size_t most,
                                 bool thorough) {
  Collector collector(facts);
  for (const Candidate& candidate : facts.word->candidates) {
    collector.Add(Unpack(candidate.packed), candidate.cost + kTop - std::log(candidate.count));
  }
  const std::string folded = Fold(word);
  if (thorough) Search(folded, collector);
  std::vector<std::string> best = collector.Best(most);
  if (!thorough || best.size() == most) return best;
  // What people confuse, and words that lost the space between them.
  for (std::string& other : Speller::Embedded().Suggest(folded, most)) {
    if (best.size() < most && std::find(best.begin(), best.end(), other) == best.end()) {
      best.push_back(std::move(other));
    }
  }
  return best;
}

}  // namespace bnlint::ocr
