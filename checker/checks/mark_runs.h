#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"
#include "spelling/skeleton.h"

namespace bnlint {

/// A run of Bengali words without a mark of some set, in indices of MarkedWords; marks that stand alone do not end it.
struct MarklessRun {
  size_t begin;
  size_t end;
  std::vector<size_t>
      suspects;  ///< what may be damage: words that are none, lone consonants, lone marks
  [[nodiscard]] size_t size() const { return end - begin; }
};

/// What speaks for damage in a run, and what against it.
struct MarkEvidence {
  static constexpr size_t kMostForms = 5;

  size_t words = 0;
  size_t damaged = 0;              ///< frequent words that have lost marks, marks that stand apart
  size_t unknown = 0;              ///< words that are none, and no marks would mend them
  std::vector<std::string> forms;  ///< damaged ones that differ, at most kMostForms

  void AddDamaged(std::string form);
  void Add(const MarkEvidence& other);
};

/// The Bengali words of a paragraph, for a check that asks what marks they have. Not thread-safe; `paragraph` and
/// `speller` must outlive it.
class MarkedWords {
 public:
  MarkedWords(const Paragraph& paragraph, const Speller& speller);

  [[nodiscard]] size_t size() const { return words_.size(); }
  [[nodiscard]] std::string_view Text(size_t word) const;
  /// The maximal runs without a mark of the set, in order. Those inside the paragraph count from `least` words on;
  /// those at its edges always, since they may go on beyond.
  [[nodiscard]] std::vector<MarklessRun> Runs(MarkSet set, size_t least) const;
  /// Asks the tables of IsSkeletonOfWord.
  [[nodiscard]] MarkEvidence Weigh(const MarklessRun& run, MarkSet set) const;
  [[nodiscard]] bool HasLoneMarks(const MarklessRun& run) const;
  /// From the first suspect to the last, and to the edges of their sentences as far as the run goes; text offsets.
  /// REQUIRES: the run has suspects.
  [[nodiscard]] Span Extent(const MarklessRun& run) const;

 private:
  // A token, or several that WordPiece has cut (বি ##দ্যা). Without letters it is marks that stand alone.
  struct Word {
    size_t first;  // token
    size_t last;
    WordMarks marks;
    std::string whole;   // of several tokens
    bool asked = false;  // whether it is …
    bool suspect = false;
  };

  [[nodiscard]] bool GoesOnAt(size_t token) const;
  [[nodiscard]] bool SameSentence(size_t word) const;
  [[nodiscard]] bool Follows(size_t word) const;
  [[nodiscard]] bool IsLone(size_t word) const { return words_[word].marks.letters == 0; }
  [[nodiscard]] bool StandsApart(size_t word) const;
  [[nodiscard]] bool IsSuspect(size_t index) const;
  [[nodiscard]] size_t Damaged(size_t at, size_t end, MarkSet set) const;

  const Paragraph& paragraph_;
  const Speller& speller_;
  mutable std::vector<Word> words_;
};

}  // namespace bnlint
