#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "checks/check.h"

namespace bnlint {

/// One fault of a document, held by the engine until it is known whether it is the document's habit: made in more than
/// half of the places where it could have been. A habit is told once, at its first place, with the argument "count",
/// the other places as related ones and all edits in one fix; slips are told one by one. Bounded: of a long document
/// each kMostHeld findings are told as they come. One a rule. Not thread-safe.
class Habit {
 public:
  /// Fewer are slips, whatever their share.
  static constexpr size_t kLeast = 4;
  static constexpr size_t kMostHeld = 500;

  /// Notes a place where the fault was not made.
  void Right() { ++right_; }
  void Wrong(Diagnostic finding, Findings& findings);
  /// … whose fix is of that safety. One that wants a look is told by itself: the fix of a habit is applied as a whole.
  void Wrong(Diagnostic finding, FixSafety safety, Findings& findings) {
    if (safety == FixSafety::kSafe) {
      Wrong(std::move(finding), findings);
    } else {
      findings.Report(std::move(finding));
    }
  }
  /// At the end of the document.
  void Tell(Findings& findings) const {
    if (IsHabit()) findings.TellHabit();
  }
  /// Likewise, but what was made in more than half of the places is a note, even if it is rare.
  void TellAsNote(Findings& findings) const {
    if (wrong_ > right_) findings.TellHabit(true);
  }

 private:
  [[nodiscard]] bool IsHabit() const { return wrong_ >= kLeast && wrong_ > right_; }

  uint64_t right_ = 0;
  uint64_t wrong_ = 0;
};

/// One finding that stands for all: the first, with the others' places and edits. REQUIRES: not empty.
Diagnostic Merged(std::vector<Diagnostic> findings);

}  // namespace bnlint
