#pragma once

#include <cstdint>
#include <vector>

#include "checks/check.h"

namespace bnlint {

/// One fault of a document, held until it is known whether it is the document's habit: made in more than half of
/// the places where it could have been. A habit is told once, at its first place, with the argument "count", the
/// other places as related ones and all edits in one fix; slips are told one by one. Bounded: of a long document
/// each kMostHeld findings are judged and told as they come. Not thread-safe.
class Habit {
 public:
  /// Fewer are slips, whatever their share.
  static constexpr size_t kLeast = 4;
  static constexpr size_t kMostHeld = 500;

  /// Notes `count` places where the fault was not made.
  void Right(uint64_t count = 1) { right_ += count; }
  void Wrong(Diagnostic finding, Findings& findings);
  /// At the end of the document: tells what is held.
  void Tell(Findings& findings);

  [[nodiscard]] bool IsHabit() const { return wrong_ >= kLeast && wrong_ > right_; }

 private:
  std::vector<Diagnostic> held_;
  uint64_t right_ = 0;
  uint64_t wrong_ = 0;
};

/// One finding that stands for all: the first, with the others' places and edits. REQUIRES: not empty.
Diagnostic Merged(std::vector<Diagnostic> findings);

}  // namespace bnlint
