#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "dataset/shards.h"

namespace bnlint::dataset {

/// Which lines are in a sample; thread-safe. The same lines in every run.
using Chosen = std::function<bool(size_t shard, uint64_t line)>;

/// What `text` asks for: a fraction ("0.01"), or a number of documents ("10000"), chosen evenly from all shards. For a number
/// the files are read once to count their lines, so standard input is refused. `longest` as BatchReader has it.
Result<Chosen> MakeSample(const std::string& text, const std::vector<Shard>& shards,
                          size_t longest);

}  // namespace bnlint::dataset
