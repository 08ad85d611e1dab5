#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bnlint {

/// Costs of edits in hundredths: 100 is what one edit costs that nothing explains.
using EditCost = int;

/// Something that people or machines write in place of something else: what stands in the word, what
/// should stand there, and how far apart the two are.
struct Confusion {
  std::u16string from;  ///< may be empty: something was left out
  std::u16string to;    ///< may be empty: something is too much
  EditCost cost;
  bool at_start;  ///< only where the word begins
  bool at_end;    ///< only where it ends
};

/// The confusions of dictionaries/bn/confusions.tsv, which documents its own format.
/// Immutable, so thread-safe.
class ConfusionTable {
 public:
  /// `name` is what an error calls the text: it holds file and line.
  static Result<ConfusionTable> Parse(std::string_view text, std::string_view name);
  /// The table inside the binary, read on the first call.
  static const ConfusionTable& BuiltIn();

  /// Those whose `from` begins with the letter.
  [[nodiscard]] std::span<const Confusion> From(char16_t letter) const {
    return Slice(IndexOf(letter), IndexOf(letter) + 1);
  }
  /// Those whose `from` is empty: all, and those whose `to` begins with the letter.
  [[nodiscard]] std::span<const Confusion> Omissions() const {
    return Slice(kLetters, 2 * kLetters);
  }
  [[nodiscard]] std::span<const Confusion> Omissions(char16_t letter) const {
    return Slice(kLetters + IndexOf(letter), kLetters + IndexOf(letter) + 1);
  }
  [[nodiscard]] std::span<const Confusion> All() const { return confusions_; }

 private:
  // Slices of confusions_ by the first letter of `from`, then, where that is empty, of `to`. A letter of
  // another script counts as the block's first code point, which is none.
  static constexpr char16_t kFirst = 0x0980;
  static constexpr size_t kLetters = 128;
  explicit ConfusionTable(std::vector<Confusion> confusions);
  static size_t IndexOf(char16_t letter) {
    return letter >= kFirst && letter < kFirst + kLetters ? letter - kFirst : 0;
  }
  static size_t SliceOf(const Confusion& confusion);
  [[nodiscard]] std::span<const Confusion> Slice(size_t begin, size_t end) const {
    return {confusions_.data() + begins_[begin], begins_[end] - begins_[begin]};
  }

  std::vector<Confusion> confusions_;
  std::array<size_t, 2 * kLetters + 1> begins_{};
};

}  // namespace bnlint
