#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "cli/cli.h"
#include "lint/batch.h"
#include "rule/diagnostic.h"

namespace bnlint {

/// What a progress bar says: files and bytes done, how fast, how long still.
struct ProgressState {
  uint64_t files = 0;
  uint64_t all_files = 0;
  uint64_t bytes = 0;
  uint64_t all_bytes = 0;  ///< 0: unknown
  double seconds = 0;      ///< since the begin
};

/// One line without a line break, of at most `columns` characters if that is at least 20. Thread-safe.
std::string ProgressLine(const ProgressState& state, size_t columns, Language language);

/// A bar on standard error while many files are linted: only when that is a terminal, CI is not set and --no-progress is
/// not given, and only after the first second. It is gone whenever something else is written, and at the end.
class Progress {
 public:
  Progress(const CheckOptions& options, const std::vector<BatchFile>& files, Language language);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  /// `sink`, with the bar kept out of its way. Must not outlive this.
  BatchSink Watch(BatchSink sink);

 private:
  void Hide();
  void Advance(const BatchFile& file);

  bool on_;
  bool shown_ = false;
  Language language_;
  ProgressState state_;
  std::map<std::string, uint64_t> sizes_;  // by path
  std::chrono::steady_clock::time_point begin_;
  std::chrono::steady_clock::time_point next_;  // when it may be drawn again
};

}  // namespace bnlint
