#pragma once

#include <cstddef>
#include <functional>

namespace bnlint {

/// Whose turn it is to speak, among pieces of work that run at the same time. Belongs to one piece.
class Turn {
 public:
  virtual ~Turn() = default;
  /// Returns when all pieces before this one are done.
  virtual void Wait() = 0;
};

/// Does `work(i, turn)` for every i below `count` on `jobs` threads (at least 1), and returns when all is done. What a
/// piece does after turn.Wait() comes in the order of the pieces and never at the same time as another's.
void InOrder(size_t count, unsigned jobs, const std::function<void(size_t, Turn&)>& work);

}  // namespace bnlint
