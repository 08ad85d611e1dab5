// A*: a state is a node of the tree and a place in the typed word, reached at some cost. The estimate of
// what is still to come is the rarity of the most frequent word below the node; it never falls on the
// way, so the first visit of a state is its cheapest, and words come out in the exact order of their
// scores. Scores are small integers: the queue is an array of stacks.

#include "spelling/trie_search.h"

#include <algorithm>
#include <array>
#include <vector>

#include "spelling/letter_edit.h"
#include "spelling/letters.h"

namespace bnlint {
namespace {

// The most states that one search may expand: two milliseconds or so.
constexpr int kMostStates = 8000;

// A form that the list does not show is rarer than its stem by this many classes, and never frequent.
constexpr int kEndingRarity = 8;
constexpr int kMostEndingFrequency = 1;
// A stem that is rarer than this is no reason to believe in an unseen form of it.
constexpr int kLeastStemFrequency = 3;

struct State {
  uint32_t node;
  EditCost cost;
  uint16_t ending;  // a node of the endings; 0 while in the stem
  uint8_t at;       // letters of the typed word that are behind it
  bool whole;       // a word to be visited: all is behind it
};

// States in the order of their scores. Lists of pool indices, one a score.
class Queue {
 public:
  static constexpr int kScores = 400;
  void Push(const State& state, int score) {
    pool_.push_back({state, heads_[score]});
    heads_[score] = static_cast<int>(pool_.size());
    lowest_ = std::min(lowest_, score);
  }
  // The best state and its score; false when there is none.
  bool Pop(State& state, int& score) {
    while (lowest_ < kScores && heads_[lowest_] == 0) ++lowest_;
    if (lowest_ == kScores) return false;
    const Entry& entry = pool_[heads_[lowest_] - 1];
    state = entry.state;
    score = lowest_;
    heads_[lowest_] = entry.next;
    return true;
  }

 private:
  struct Entry {
    State state;
    int next;  // one more than an index of the pool, 0 at the end
  };
  std::vector<Entry> pool_;
  std::array<int, kScores> heads_{};
  int lowest_ = kScores;
};

// The states that have been expanded, in an open table that grows.
class Seen {
 public:
  // True the first time.
  bool Add(const State& s) {
    if (count_ * 2 >= slots_.size()) Grow();
    return Insert(((uint64_t{s.node} << 16 | s.ending) << 8 | s.at) << 1 | (s.whole ? 1 : 0));
  }

 private:
  bool Insert(uint64_t key) {
    ++key;  // 0 marks an empty slot
    size_t slot = (key * 0x9E3779B97F4A7C15U) >> 20 & (slots_.size() - 1);
    while (slots_[slot] != 0 && slots_[slot] != key) slot = (slot + 1) & (slots_.size() - 1);
    if (slots_[slot] == key) return false;
    slots_[slot] = key;
    ++count_;
    return true;
  }
  void Grow() {
    std::vector<uint64_t> old(std::max<size_t>(1024, slots_.size() * 4));
    old.swap(slots_);
    count_ = 0;
    for (const uint64_t key : old) {
      if (key != 0) Insert(key - 1);
    }
  }
  std::vector<uint64_t> slots_;
  size_t count_ = 0;
};

// One search: what Run's arguments are, and the queue.
class Search {
 public:
  Search(const WordTrie& words, const WordTrie& endings, const ConfusionTable& confusions,
         std::u16string_view typed)
      : words_(words),
        endings_(endings),
        confusions_(confusions),
        typed_(typed),
        most_cost_(MostCost(typed.size())),
        here_(typed.size()) {
    for (size_t at = 0; at < typed.size(); ++at) {
      const std::u16string_view rest = typed.substr(at);
      for (const Confusion& c : confusions.From(typed[at])) {
        if (rest.starts_with(c.from) && Fits(c, at)) here_[at].push_back(&c);
      }
    }
    Push({WordTrie::kRoot, 0, 0, 0, false});
  }

  void Run(const std::function<int(Guess)>& visit) {
    State state{};
    int score = 0;
    for (int expanded = 0; expanded < kMostStates && queue_.Pop(state, score);) {
      if (score > most_score_) return;
      if (!seen_.Add(state)) continue;
      if (state.whole) {
        most_score_ = std::min(most_score_, visit({Spell(state), score}));
        continue;
      }
      ++expanded;
      Expand(state);
    }
  }

 private:
  // A state may continue in the words, or in the endings that its word can take. So all steps are made
  // in one tree, from a node of it to another.
  struct Place {
    const WordTrie& tree;
    uint32_t node;
    bool is_ending;
  };

  void Expand(const State& state) {
    if (state.at == typed_.size()) Finish(state);
    if (state.ending == 0) {
      Step(state, {words_, state.node, false});
      const WordTrie::Node& node = words_.At(state.node);
      if (node.frequency >= kLeastStemFrequency) Step(state, {endings_, WordTrie::kRoot, true});
    } else {
      Step(state, {endings_, state.ending, true});
    }
  }

  void Step(const State& state, const Place& place) {
    if (state.at < typed_.size()) {
      const uint32_t same = place.tree.Child(place.node, typed_[state.at]);
      if (same != WordTrie::kNone) Go(state, place, same, 1, 0);
      for (const Confusion* c : here_[state.at]) Confuse(state, place, *c);
      Swap(state, place);
      if (MayStay(place)) Go(state, place, place.node, 1, SurplusCost(typed_, state.at));
    }
    const WordTrie::Node& parent = place.tree.At(place.node);
    for (uint32_t i = 0; i < parent.children; ++i)
      StepToChild(state, place, parent.first_child + i);
  }

  // What the child's letter can be besides the letter typed: left out, or mistaken.
  void StepToChild(const State& state, const Place& place, uint32_t child) {
    const char16_t letter = place.tree.At(child).letter;
    for (const Confusion& c : confusions_.Omissions(letter)) {
      if (Fits(c, state.at)) Confuse(state, place, c);
    }
    if (state.cost + kLeastLetterCost > most_cost_) return;
    Go(state, place, child, 0, OmissionCost(letter, state.at));
    if (state.at < typed_.size() && letter != typed_[state.at]) {
      Go(state, place, child, 1, ReplacementCost(typed_[state.at], letter, state.at));
    }
  }

  // A letter is passed over in the stem, and not a second time before the ending begins.
  static bool MayStay(const Place& place) {
    return !place.is_ending || place.node != WordTrie::kRoot;
  }

  // Is the place one where the confusion counts?
  [[nodiscard]] bool Fits(const Confusion& c, size_t at) const {
    return (!c.at_start || at == 0) && (!c.at_end || at + c.from.size() == typed_.size());
  }

  void Confuse(const State& state, const Place& place, const Confusion& c) {
    const uint32_t node = place.tree.Walk(place.node, c.to);
    if (c.to.empty() ? !MayStay(place) : node == WordTrie::kNone) return;
    if (c.at_end && !IsWord(place, node)) return;
    Go(state, place, node, c.from.size(), c.cost);
  }

  void Swap(const State& state, const Place& place) {
    for (const size_t distance : {1, 2}) {
      if (state.at + distance >= typed_.size()) return;
      const EditCost cost = SwapCost(typed_, state.at, distance);
      if (state.cost + cost > most_cost_) continue;
      std::u16string swapped(typed_.substr(state.at, distance + 1));
      std::swap(swapped.front(), swapped.back());
      const uint32_t node = place.tree.Walk(place.node, swapped);
      if (node != WordTrie::kNone) Go(state, place, node, distance + 1, cost);
    }
  }

  static bool IsWord(const Place& place, uint32_t node) {
    return place.tree.At(node).frequency >= 0;
  }

  // To `node` of the place's tree, `letters` of the typed word further.
  void Go(const State& state, const Place& place, uint32_t node, size_t letters, EditCost cost) {
    State next = state;
    next.cost += cost;
    next.at = static_cast<uint8_t>(state.at + letters);
    if (place.is_ending) {
      next.ending = static_cast<uint16_t>(node);
    } else {
      next.node = node;
    }
    Push(next);
  }

  void Finish(State state) {
    state.whole = true;
    if (state.ending == 0 ? IsWord({words_, 0, false}, state.node)
                          : IsWord({endings_, 0, true}, state.ending)) {
      Push(state);
    }
  }

  void Push(const State& state) {
    if (state.cost > most_cost_) return;
    const int score = state.cost + RarityCost(Frequency(state));
    if (score <= most_score_) queue_.Push(state, score);
  }

  // The greatest that can still come of it.
  [[nodiscard]] int Frequency(const State& state) const {
    const WordTrie::Node& node = words_.At(state.node);
    if (state.ending != 0) {
      return std::clamp(node.frequency - kEndingRarity, -1, kMostEndingFrequency);
    }
    return state.whole ? node.frequency : node.best;
  }

  [[nodiscard]] std::u16string Spell(const State& state) const {
    return words_.Spell(state.node) + endings_.Spell(state.ending);
  }

  const WordTrie& words_;
  const WordTrie& endings_;
  const ConfusionTable& confusions_;
  std::u16string_view typed_;
  EditCost most_cost_;
  std::vector<std::vector<const Confusion*>> here_;  // that stand at each letter of the typed word
  int most_score_ = Queue::kScores - 1;
  Queue queue_;
  Seen seen_;
};

}  // namespace

void TrieSearch::Run(std::u16string_view typed, const std::function<int(Guess)>& visit) const {
  Search(words_, endings_, confusions_, typed).Run(visit);
}

}  // namespace bnlint
