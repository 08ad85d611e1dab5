// One scale for all guesses, -ln of a probability: what the mistakes cost, how rare the word is, how well it goes with
// the words beside it. Words that one mistake explains are at hand; those behind several are searched for in the tree of the
// frequent forms: by a beam with what OCR does to words (channel.h), and, for the endings that forms can take, by
// spelling/trie_search.h with OCR's mistakes for people's.

#include "ocr/guesses.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <utility>

#include "embed/embed.h"
#include "ocr/channel.h"
#include "spelling/endings.h"
#include "spelling/fold.h"
#include "spelling/letters.h"
#include "spelling/packed_word.h"
#include "spelling/trie_search.h"
#include "spelling/variants.h"
#include "text/akshara.h"

namespace bnlint::ocr {
namespace {

// Of a class of frequency, a power of two.
constexpr float kClassCost = 0.693F;
// ln of the count of a word that the table lacks: it holds what it has met three times.
constexpr float kLogUnseen = -3;
// So many words of the search are judged by context, none much worse than the best.
constexpr size_t kSearched = 40;
constexpr int kSlack = 60;
constexpr EditCost kMostVariantCost = 75;
constexpr float kMostMendCost = 7;
constexpr size_t kMends = 60;
// So many words at most the dictionary is asked about.
constexpr size_t kMostAsked = 60;
// The beam's width; wider ones find more words and put none of them among the first three.
constexpr size_t kWidth = 250;
// The weights of the channel and of the context against the rarity of a word, in a conditional logit model of which candidate is right.
constexpr float kChannelWeight = 0.8F;
constexpr float kContextWeight = 0.8F;

struct Scored {
  std::string word;
  float score;
};

class Collector {
 public:
  Collector(const UnitFacts& facts, std::u16string read) : facts_(facts), read_(std::move(read)) {}

  [[nodiscard]] const std::u16string& read() const { return read_; }

  void Add(std::u16string_view letters) { Add(letters, Channel::Embedded().Cost(read_, letters)); }

  // Of the costs at which a word is added the first counts. Mends may leave a vowel sign in two parts.
  void Add(std::u16string_view letters, float cost) {
    std::string word = Fold(FromLetters(letters));
    if (letters == read_ || !seen_.insert(word).second) return;
    const auto packed = PackedWord::Of(word);
    if (!packed) return;
    const Neighbours& table = Neighbours::Embedded();
    const Neighbours::Key key = Neighbours::KeyOf(packed->bytes());
    const float count = table.Count(key);
    const float often = count > 0 ? std::log(count) : kLogUnseen;
    const float fit = facts_.context.Fit(table, key, count);
    all_.push_back({std::move(word), kChannelWeight * cost - often - kContextWeight * fit});
  }

  std::vector<std::string> Best(size_t most) {
    std::stable_sort(all_.begin(), all_.end(),
                     [](const Scored& a, const Scored& b) { return a.score < b.score; });
    std::vector<std::string> best;
    size_t asked = 0;
    for (const Scored& one : all_) {
      if (best.size() == most || ++asked > kMostAsked) break;
      if (Speller::Embedded().Knows(one.word)) best.push_back(one.word);
    }
    return best;
  }

 private:
  const UnitFacts& facts_;
  const std::u16string read_;
  std::vector<Scored> all_;
  std::unordered_set<std::string> seen_;
};

void Search(Collector& collector) {
  static const WordTrie words =
      WordTrie::FromFrequencyList(bnlint::Embedded("dictionaries/bn/frequency.tsv"));
  const std::u16string& read = collector.read();
  if (read.size() > TrieSearch::kMostLetters) return;
  const Channel& channel = Channel::Embedded();
  SearchChannel(
      channel, words, read, kWidth, kClassCost,
      [&](const std::u16string& letters, int, float cost) { collector.Add(letters, cost); });
  size_t found = 0;
  int worst = 1000;
  TrieSearch(words, NounEndings(), OcrConfusions()).Run(read, [&](const Guess& guess) {
    if (guess.letters == read) return worst;
    if (found == 0) worst = guess.score + kSlack;
    collector.Add(guess.letters);
    return ++found < kSearched ? worst : -1;
  });
  // Forms that no list shows, and only the dictionary can judge.
  std::vector<std::pair<float, std::u16string>> mends;
  channel.VisitMends(read, kMostMendCost, [&](const std::u16string& word, float cost) {
    if (word.find(u'\u200D') == std::u16string::npos) mends.emplace_back(cost, word);
  });
  const size_t cheap = std::min(mends.size(), kMends);
  std::partial_sort(mends.begin(), mends.begin() + static_cast<std::ptrdiff_t>(cheap), mends.end());
  mends.resize(cheap);
  for (const auto& [cost, word] : mends) {
    if (!FindSyllableError(FromLetters(word))) collector.Add(word, cost);
  }
  VisitVariants(read, OcrConfusions(), kMostVariantCost, [&](std::u16string_view form, EditCost) {
    collector.Add(form);
    return true;
  });
}

}  // namespace

std::vector<std::string> Guesses(std::string_view word, const UnitFacts& facts, size_t most,
                                 bool thorough) {
  const std::string folded = Fold(word);
  Collector collector(facts, ToLetters(folded));
  for (const Candidate& candidate : facts.word->candidates) {
    collector.Add(ToLetters(Unpack(candidate.packed)));
  }
  if (thorough && !collector.read().empty()) Search(collector);
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
