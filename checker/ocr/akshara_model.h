#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bnlint::ocr {

/// How likely a word is as a sequence of aksharas, whether or not any list has it: a model of three in a row with
/// Witten-Bell smoothing, made from the frequent right forms when the program is built (make_akshara_model.cpp) and
/// used where it lies. Immutable, so thread-safe.
///
/// The bytes: two 32-bit numbers (magic, cells) and a hash table of 32-bit cells with a fingerprint of 16 bits,
/// -ln of the probability in 16ths, and what backing off from this history costs, likewise.
class AksharaModel {
 public:
  struct Form {
    std::string_view word;  ///< folded
    int weight;             ///< at least 1
  };
  struct Likelihood {
    float mean =
        0;  ///< -ln probability per akshara, the end of the word counted as one: 2 is easy, 8 is odd
    float worst = 0;  ///< … of the least likely one
    int aksharas = 0;
  };

  static std::string Build(std::span<const Form> forms);
  static std::optional<AksharaModel> Open(std::string_view bytes);

  /// Of a folded word. REQUIRES: not empty.
  [[nodiscard]] Likelihood Of(std::string_view word) const;

 private:
  struct Entry {
    float cost;
    float back_off;
  };
  [[nodiscard]] std::optional<Entry> Find(uint64_t key) const;

  std::string_view cells_;
  uint64_t homes_ = 0;
};

}  // namespace bnlint::ocr
