#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace bnlint::ocr {

/// How often words, and words side by side, occur in running text: counts of some 20 million words
/// (dictionaries/count_neighbours.py, which writes the file and documents its form). Used where the bytes lie;
/// immutable, so thread-safe.
///
/// A hash table without keys: of a word that it does not hold it says so but for one in a hundred million, of
/// a pair but for one in a thousand. So it can support a judgement and never make one alone.
class Neighbours {
 public:
  /// A word as the table knows it; 0 is no word.
  using Key = uint64_t;

  /// The table inside the binary.
  static const Neighbours& Embedded();
  /// Over `bytes`, which must outlive it. Nothing when they are no table.
  static std::optional<Neighbours> Open(std::string_view bytes);

  /// The key of packed_word.h's bytes of a word.
  static Key KeyOf(std::string_view packed);
  /// About how often the word occurs; 0 for fewer than 3 times.
  [[nodiscard]] float Count(Key word) const;
  /// ln of how much more often the two stand side by side than by chance: near 0 where nothing can be told
  /// (either is rare), negative for words that are frequent and avoid each other. About -10 to 12.
  [[nodiscard]] float Affinity(Key left, float left_count, Key right, float right_count) const;

 private:
  Neighbours() = default;
  [[nodiscard]] uint32_t WordCell(size_t at) const;
  [[nodiscard]] uint16_t PairCell(size_t at) const;

  std::string_view words_;
  std::string_view pairs_;
  uint64_t word_homes_ = 0;
  uint64_t pair_homes_ = 0;
  float all_ = 1;  // occurrences of all words
};

}  // namespace bnlint::ocr
