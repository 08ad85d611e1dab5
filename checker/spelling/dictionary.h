#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bnlint {

/// A Hunspell dictionary behind a bounded memo. Words and dictionary are folded to one form (fold.h), so
/// that NFC text and a dictionary of precomposed letters, or the other way round, agree.
/// Thread-safe: one Hunspell serves all threads under a lock that the memo keeps rarely taken.
class Dictionary {
 public:
  /// `path` is a .dic or .aff file, or their common name without the ending.
  static Result<std::unique_ptr<Dictionary>> Load(const std::string& path);
  /// The two files' contents, folded already (FoldCanonical) and in UTF-8.
  static Result<std::unique_ptr<Dictionary>> FromFolded(std::string_view affixes,
                                                        std::string_view words);
  /// A Bengali dictionary of the system (bn_BD or bn_IN where distributions put them), or an empty string.
  static std::string FindInstalled();

  ~Dictionary();
  Dictionary(const Dictionary&) = delete;
  Dictionary& operator=(const Dictionary&) = delete;

  /// Is the word spelled right? Whatever its normal form, joiners or apostrophes.
  [[nodiscard]] bool Knows(std::string_view word) const;
  /// Hunspell's suggestions, best first, at most `most`. Slow (milliseconds): ask only for a person.
  [[nodiscard]] std::vector<std::string> Suggest(std::string_view word, size_t most) const;

 private:
  struct Inside;
  explicit Dictionary(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace bnlint
