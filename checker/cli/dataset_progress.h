#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace bnlint {

/// A bar on standard error: how much is done, how fast, how long it will take. Not thread-safe.
class ProgressBar {
 public:
  /// `total` bytes are to be read; 0: nobody knows. Not `shown`: it says nothing.
  ProgressBar(uint64_t total, bool shown);
  void Update(uint64_t documents, uint64_t bytes);
  /// Takes the bar away, so that something else can be said.
  void Clear();

  /// The bar itself, for a terminal of some 80 columns.
  static std::string Line(uint64_t documents, uint64_t bytes, uint64_t total, double seconds);

 private:
  using Clock = std::chrono::steady_clock;
  uint64_t total_;
  bool shown_;
  bool drawn_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_;
};

}  // namespace bnlint
