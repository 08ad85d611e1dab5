#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "rule/diagnostic.h"

namespace bnlint {

/// Sees every finding as its rule made it: each by itself, before what recurs is told once (repeats.h), and also those
/// that are not told because another explains the same bytes better (`hidden`).
using WitnessFunction = std::function<void(const Diagnostic&, bool hidden)>;

/// One fault, one finding: what a rule found in bytes that another rule explains better (Rule::YieldsTo) is
/// dropped. Not thread-safe.
class Explained {
 public:
  /// `witness`, when it can be called, sees what is dropped; it must outlive this.
  explicit Explained(const WitnessFunction& witness) : witness_(witness) {}

  /// The findings of a block from index `from` on, which explain what its paragraphs hold. Drops those that
  /// yield to others among them.
  void Block(std::vector<Diagnostic>& found, size_t from);
  /// The findings of one of its paragraphs from index `from` on; paragraphs come in order.
  void Paragraph(std::vector<Diagnostic>& found, size_t from);
  /// What checks find when the document has ended, from index `from` on: garbled text explains it too, the first
  /// kMostGarbled stretches of a document.
  void End(std::vector<Diagnostic>& found, size_t from) const;

  static constexpr size_t kMostGarbled = 10000;

 private:
  struct Claim {
    Span span;
    const Rule* rule;
  };
  static bool IsExplained(const Claim& mine, const Claim& by);
  void Drop(const std::vector<Claim>& claims, std::vector<Diagnostic>& found, size_t from) const;

  void NoteGarbled(const std::vector<Diagnostic>& found, size_t from);

  const WitnessFunction& witness_;
  std::vector<Claim> garbled_;  // of the document
  std::vector<Claim> block_;    // sorted
  size_t next_ = 0;             // of block_: those before it end before the paragraph at hand
};

}  // namespace bnlint
