#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bnlint {

/// A folded Bengali word in one byte a code point: the low seven bits of the block U+0980..U+09FF with the top
/// bit set; ZWJ and the apostrophe keep bytes of their own. What word tables are keyed on.
class PackedWord {
 public:
  static constexpr size_t kLongest = 62;

  /// Folds (fold.h) and packs. Nothing when the word is empty, longer than kLongest, or holds anything that is
  /// not of a Bengali word. A word of Bengali letters alone costs no allocation. Thread-safe.
  static std::optional<PackedWord> Of(std::string_view word);

  [[nodiscard]] std::string_view bytes() const { return {bytes_.data(), size_}; }
  /// The same on every machine: tables on disk depend on it.
  [[nodiscard]] uint64_t Hash() const;

 private:
  bool TakeFolded(std::string_view word);
  bool Append(uint8_t letter);

  std::array<char, kLongest> bytes_{};
  uint8_t size_ = 0;
};

}  // namespace bnlint
