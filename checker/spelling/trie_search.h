#pragma once

#include <functional>
#include <string_view>

#include "spelling/confusion.h"
#include "spelling/ranking.h"
#include "spelling/word_trie.h"

namespace bnlint {

/// The words of a tree that are nearest to what was typed, best first. They may carry an ending of a
/// second tree that the list does not show on them: মরীচিকাগুলোর. All three outlive the search.
class TrieSearch {
 public:
  TrieSearch(const WordTrie& words, const WordTrie& endings, const ConfusionTable& confusions)
      : words_(words), endings_(endings), confusions_(confusions) {}

  /// Calls `visit` with each word in order of its score (ranking.h). It returns the greatest score that it
  /// still wants; the search also ends where words are too far away for their length, and when the work is
  /// done that one question may cost. The word itself is visited too, if it is in the tree. `typed` is
  /// folded. Deterministic; thread-safe.
  /// REQUIRES: 0 < typed.size() <= kMostLetters.
  void Run(std::u16string_view typed, const std::function<int(Guess)>& visit) const;

  static constexpr size_t kMostLetters = 40;

 private:
  const WordTrie& words_;
  const WordTrie& endings_;
  const ConfusionTable& confusions_;
};

/// The edits of one letter that nothing explains. Constant time, thread-safe.
EditCost OmissionCost(char16_t letter);
EditCost SurplusCost(std::u16string_view typed, size_t at);
EditCost ReplacementCost(char16_t from, char16_t to);
/// Of the letters at `at` and `at + distance`. REQUIRES: both are there, 1 <= distance <= 2.
EditCost SwapCost(std::u16string_view typed, size_t at, size_t distance);
/// More than any word can bear.
inline constexpr EditCost kNever = 1000;
/// What an edit of the first letter costs more: people know how a word begins.
inline constexpr EditCost kFirstLetterCost = 15;

/// The greatest cost of edits that a word of so many letters can bear and still be recognised.
EditCost MostCost(size_t letters);

}  // namespace bnlint
