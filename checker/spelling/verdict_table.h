#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace bnlint {

/// What is known of a word form without asking Hunspell.
struct WordFacts {
  bool known = false;  ///< the dictionary's own verdict
  int frequency = 0;   ///< log2 of its occurrences in the corpora, at least 0
};

/// The frequent word forms with the dictionary's verdict of each, made when the program is built
/// (make_verdicts.cpp) and used where it lies: opening it reads 16 bytes, a look-up touches two or three
/// cache lines. Exact: it answers for its own forms and no others.
///
/// The bytes: a header of four 32-bit numbers (magic, buckets – a power of two –, forms, 0), buckets + 1 offsets of
/// 32 bits into what follows, and then the buckets: for each form its length, frequency × 2 + known, and the
/// packed word (packed_word.h), frequent ones first. Numbers are in the byte order of the machine that builds.
class VerdictTable {
 public:
  struct Form {
    std::string_view word;
    WordFacts facts;
  };

  /// A table without forms.
  VerdictTable() = default;

  /// The bytes of a table of `forms`. Fails when a form is no Bengali word, occurs twice with different
  /// facts, or has a frequency above 127.
  static Result<std::string> Build(std::span<const Form> forms);

  /// A table over `bytes`, which must outlive it. Nothing when they are no table.
  static std::optional<VerdictTable> Open(std::string_view bytes);

  /// Thread-safe. Whatever the word's normal form: it is folded.
  [[nodiscard]] std::optional<WordFacts> Find(std::string_view word) const;

  [[nodiscard]] size_t size() const { return forms_; }

 private:
  // Of a table without forms: one bucket, from 0 to 0.
  static constexpr std::string_view kNoOffsets{"\0\0\0\0\0\0\0\0", 8};

  std::string_view offsets_ = kNoOffsets;
  std::string_view buckets_;
  uint64_t mask_ = 0;  // of a hash: its bucket
  size_t forms_ = 0;
};

}  // namespace bnlint
