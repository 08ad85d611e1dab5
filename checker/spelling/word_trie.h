#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bnlint {

/// The words of a list as a tree of letters, each node knowing how frequent the best word below it is: so
/// a search can walk towards frequent words first. 16 bytes a node, about 2 nodes a word.
/// Immutable, so thread-safe.
class WordTrie {
 public:
  struct Word {
    std::u16string letters;
    int8_t frequency;  ///< a log2 class, 0 and above
  };
  struct Node {
    uint32_t parent = 0;
    uint32_t first_child = 0;
    char16_t letter = 0;    ///< on the way from the parent
    uint16_t children = 0;  ///< how many, side by side from `first_child`, ordered by letter
    int8_t frequency = -1;  ///< of the word that ends here, or -1
    int8_t best = -1;       ///< the greatest frequency here and below
  };

  static constexpr uint32_t kRoot = 0;
  /// What Child and Find return when there is nothing: the root is nobody's child and no word.
  static constexpr uint32_t kNone = 0;

  /// In any order; of equal words the first counts.
  explicit WordTrie(std::vector<Word> words);
  /// Reads lines `form<TAB>class`, where # begins a comment; what is no such line is passed over.
  static WordTrie FromFrequencyList(std::string_view text);

  [[nodiscard]] const Node& At(uint32_t node) const { return nodes_[node]; }
  [[nodiscard]] std::span<const Node> Children(uint32_t node) const {
    return {nodes_.data() + nodes_[node].first_child, nodes_[node].children};
  }
  [[nodiscard]] uint32_t Child(uint32_t node, char16_t letter) const;
  /// The node at the end of `letters` under `node`, word or not.
  [[nodiscard]] uint32_t Walk(uint32_t node, std::u16string_view letters) const;
  /// The frequency of a word, or -1.
  [[nodiscard]] int Frequency(std::u16string_view word) const;
  /// The letters from the root to the node.
  [[nodiscard]] std::u16string Spell(uint32_t node) const;

 private:
  std::vector<Node> nodes_;
};

}  // namespace bnlint
