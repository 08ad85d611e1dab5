#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "dataset/analyst.h"
#include "dataset/policy.h"
#include "dataset/shards.h"
#include "dataset/stats.h"

namespace bnlint::dataset {

enum class Command : uint8_t { kAnnotate, kFilter, kStats };

/// What a run over files of documents does, and with what.
struct Job {
  Command command = Command::kAnnotate;
  const Analyst* analyst = nullptr;  ///< never null
  const Policy* policy = nullptr;    ///< never null; kFilter judges by it
  Stats* stats = nullptr;            ///< of kStats
  std::vector<Shard> shards;
  std::vector<std::string> text_path = {"text"};
  std::vector<std::string> id_path = {"id"};
  bool fix = false;            ///< kFilter mends what it keeps. REQUIRES: the analyst can
  bool stop_on_error = false;  ///< at the first line that cannot be read
  unsigned jobs = 1;           ///< threads
  size_t longest_line = size_t{16} << 20;  ///< in bytes

  /// Where the output goes: a folder with a file for each shard (output_dir not empty), or one file ("-" is standard output).
  std::string output = "-";
  std::string output_dir;
  /// Where kFilter puts what it drops: a folder when output_dir is given, else a file; empty: nowhere.
  std::string dropped;

  /// Of kStats: which lines are looked at; without it all. Called by any thread.
  std::function<bool(size_t shard, uint64_t line)> chosen;
  /// Told of errors, never by two threads at once.
  std::function<void(const Error&)> tell;
  /// Called now and then with the documents done and the bytes of files taken, as they are stored.
  std::function<void(uint64_t documents, uint64_t taken)> progress;
};

/// What came of a run.
struct JobSummary {
  uint64_t documents = 0;
  uint64_t characters = 0;
  uint64_t kept = 0;
  uint64_t dropped = 0;
  uint64_t repaired = 0;                     ///< of those kept
  uint64_t bad_lines = 0;                    ///< which were passed over, or ended the run
  uint64_t skipped_shards = 0;               ///< which were done already
  std::array<uint64_t, kSignals> reasons{};  ///< documents dropped for a signal, among others
  bool failed =
      false;  ///< something could not be read or written, or the run was stopped by an error
};

/// Does it. Documents are worked on by all threads, output is in the order of the input. Memory: some MiB for each thread
/// beside the analyst's, or as much as the longest documents need.
///
/// With an output_dir each shard's file is made under another name and gets its own when it is complete; a shard whose file
/// is there is passed over. So a run that was killed can be started again, and ends as if nothing had happened.
JobSummary RunJob(const Job& job);

}  // namespace bnlint::dataset
