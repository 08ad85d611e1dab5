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

}  // namespace bnlint
