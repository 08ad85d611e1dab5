#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

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
  /// The same a piece at a time: KeyOf(a + b) is Finish(Continue(Continue(kStart, a), b)).
  static constexpr Key kStart = 0xCBF29CE484222325U;
  static Key Continue(Key state, std::string_view packed) {
    for (const char c : packed) state = (state ^ static_cast<uint8_t>(c)) * 0x100000001B3U;
    return state;
  }
  static Key Finish(Key state) { return state ^ (state >> 32U); }
  /// About how often the word occurs; 0 for fewer than 3 times.
  [[nodiscard]] float Count(Key word) const;
  /// ln of how much more often the two stand side by side than by chance: near 0 where nothing can be told
  /// (either is rare), negative for words that are frequent and avoid each other. About -10 to 12.
  [[nodiscard]] float Affinity(Key left, float left_count, Key right, float right_count) const;

 private:
  Neighbours() = default;
  [[nodiscard]] uint32_t WordCell(size_t at) const;
  [[nodiscard]] uint16_t PairCell(size_t at) const;

  void FillFilter();

  // Two bits for each word: says of most words that the table lacks that it does, from memory that stays near.
  static constexpr size_t kFilterWords = size_t{1} << 15U;
  std::vector<uint64_t> filter_;
  std::string_view words_;
  std::string_view pairs_;
  uint64_t word_homes_ = 0;
  uint64_t pair_homes_ = 0;
  float all_ = 1;  // occurrences of all words
};

}  // namespace bnlint::ocr
