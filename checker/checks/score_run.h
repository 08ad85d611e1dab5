#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace bnlint {

/// What a run of chunks must reach to be told.
struct RunLimits {
  double enough;  ///< the sum of its scores
  double strong;  ///< the score of its best chunk
  double drop;    ///< it ends where the sum has fallen this far below its height
};

struct ScoreRun {
  size_t last;  ///< where the sum is highest
  bool enough;  ///< by the limits
};

/// The run that begins at `first`, as local alignments are found: scores are added up as long as the sum stays
/// positive and near its height. A chunk has a `score` and `breaks()`. REQUIRES: first < chunks.size().
/// Linear as long as neutral chunks cost something.
template <typename Chunk>
ScoreRun FindScoreRun(const std::vector<Chunk>& chunks, size_t first, const RunLimits& limits) {
  double sum = 0;
  double height = 0;
  double best = 0;
  double best_to_height = 0;
  size_t last = first;
  for (size_t i = first; i < chunks.size() && !chunks[i].breaks(); ++i) {
    sum += chunks[i].score;
    best = std::max(best, chunks[i].score);
    if (sum > height) {
      height = sum;
      best_to_height = best;
      last = i;
    }
    if (sum < 0 || sum < height - limits.drop) break;
  }
  return {last, height >= limits.enough && best_to_height >= limits.strong};
}

}  // namespace bnlint
