#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "spelling/word_trie.h"

namespace bnlint::ocr {

/// How OCR turns one word into another: the noisy channel of dictionaries/bn/ocr-channel.tsv. All costs are -ln of a
/// probability. Immutable, so thread-safe.
class Channel {
 public:
  /// What is written in place of what: `to` stands on the page. Either may be empty.
  struct Piece {
    std::u16string from;
    std::u16string to;
    float cost;
  };

  /// The table inside the binary, read on the first call.
  static const Channel& Embedded();
  /// Lines that are none of the table are passed over.
  static Channel Parse(std::string_view text);

  /// Pieces whose `from` begins with the letter, cheapest first; for 0 those that were lost, more than one letter long.
  [[nodiscard]] const std::vector<Piece>& From(char16_t letter) const {
    return from_[Index(letter)];
  }
  /// Of one letter lost, and of one added.
  [[nodiscard]] float Lost(char16_t letter) const { return lost_[Index(letter)]; }
  [[nodiscard]] float Added(char16_t letter) const { return added_[Index(letter)]; }
  /// Of a letter lost directly behind a lost one.
  [[nodiscard]] float LostBehindLost() const { return lost_behind_lost_; }
  /// Of an exchange that no piece names.
  [[nodiscard]] float Exchanged(char16_t read, char16_t right) const;
  /// That `right` is read as `read`, by its likeliest way. Takes time in the product of their lengths.
  [[nodiscard]] float Cost(std::u16string_view read, std::u16string_view right) const;
  /// The words that one piece makes of `read`, at no more than `most`, in no order and some of them several times.
  void VisitMends(std::u16string_view read, float most,
                  const std::function<void(std::u16string word, float cost)>& visit) const;
  /// The least that Lost and Exchanged return.
  [[nodiscard]] float LeastLost() const { return least_lost_; }
  [[nodiscard]] float LeastExchanged() const { return least_exchanged_; }

 private:
  static constexpr size_t kLetters = 129;
  static size_t Index(char16_t letter) {
    return letter >= 0x0980 && letter < 0x0A00 ? letter - 0x0980U + 1 : 0;
  }
  // Of letters that the table does not name.
  static constexpr std::array<float, kLetters> Dear() {
    std::array<float, kLetters> all{};
    all.fill(14);
    return all;
  }
  std::array<std::vector<Piece>, kLetters> from_;
  std::array<std::vector<Piece>, kLetters> lost_many_;  // those of from_[0], by the first of `to`
  std::array<float, kLetters> lost_ = Dear();
  std::array<float, kLetters> added_ = Dear();
  std::array<std::array<float, 2>, 2> exchanged_{};  // by whether read and right are marks
  float lost_behind_lost_ = 1;
  float least_lost_ = 0;
  float least_exchanged_ = 0;
};

/// The words of the tree that are likeliest to have become `read`: calls `found` with each and the channel's cost, in
/// no order, at most some hundred. Looks at no more than `width` places of the tree for each letter of `read`, so the
/// work is bounded by width times length. `rarity` is what a class of frequency less costs (WordTrie). `read` is
/// folded. Deterministic; thread-safe.
/// REQUIRES: 0 < read.size() <= 40.
void SearchChannel(
    const Channel& channel, const WordTrie& words, std::u16string_view read, size_t width,
    float rarity, const std::function<void(std::u16string word, int frequency, float cost)>& found);

}  // namespace bnlint::ocr
