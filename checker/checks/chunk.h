#pragma once

#include <functional>
#include <vector>

#include "checks/check.h"

namespace bnlint {

/// What stands between two blanks: a word with its punctuation. Token indices, half open.
struct Chunk {
  size_t first;
  size_t last;
};

/// The spans (text offsets) of the chunks that `damaged` accepts, in order; neighbours with nothing but blanks between
/// them on a line make one. Calls `damaged` once for every chunk, in order.
std::vector<Span> MergedChunks(const Paragraph& paragraph,
                               const std::function<bool(const Chunk&)>& damaged);

}  // namespace bnlint
