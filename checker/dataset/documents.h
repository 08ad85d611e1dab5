#pragma once

#include <map>
#include <string>
#include <vector>

#include "dataset/batch_reader.h"
#include "dataset/job.h"

namespace bnlint::dataset {

/// What came of a batch.
struct BatchResult {
  size_t shard = 0;
  bool last = false;
  uint64_t taken = 0;
  std::optional<Error> error;  ///< the shard could not be read to its end
  std::string output;          ///< annotations, or documents that are kept
  std::string dropped;         ///< documents that are dropped, with their reasons
  std::vector<Error>
      bad;  ///< lines that could not be read; the last ends the batch when the job stops at errors
  JobSummary summary;
  std::vector<Signals> signals;            ///< of kStats
  std::map<const Rule*, RuleTally> rules;  ///< of kStats
};

/// Does to each document of a batch what the job says. Thread-safe.
BatchResult WorkOn(const Job& job, const Batch& batch);

}  // namespace bnlint::dataset
