// Workers take the next file by a counter; a turnstile lets them speak in the order of the files. The
// worker whose turn it is never waits, so the batch cannot stall.

#include "lint/batch.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace bnlint {
namespace {

class Turnstile {
 public:
  void WaitFor(size_t index) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return turn_ == index; });
  }
  void Pass() {
    {
      const std::scoped_lock lock(mutex_);
      ++turn_;
    }
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  size_t turn_ = 0;
};

void LintOne(const Linter& linter, const BatchFile& file, size_t index, Turnstile& turnstile,
             const BatchSink& sink) {
  std::vector<Diagnostic> held;
  bool my_turn = false;
  const auto take_turn = [&] {
    if (my_turn) return;
    turnstile.WaitFor(index);
    my_turn = true;
    for (const Diagnostic& diagnostic : held) sink.found(file, diagnostic);
    held.clear();
  };
  auto reader = SourceReader::Open(file.path, file.name);
  Result<DocumentFacts> result;
  if (!reader) {
    result = tl::unexpected(reader.error());
  } else {
    const auto emit = [&](Diagnostic diagnostic) {
      if (!my_turn && held.size() < Linter::kHeld) {
        held.push_back(std::move(diagnostic));
        return;
      }
      take_turn();
      sink.found(file, diagnostic);
    };
    result = linter.Lint(*reader, *file.format, emit, file.words);
  }
  take_turn();
  sink.done(file, result);
  turnstile.Pass();
}

}  // namespace

void LintFiles(const Linter& linter, const std::vector<BatchFile>& files, unsigned jobs,
               const BatchSink& sink) {
  Turnstile turnstile;
  std::atomic<size_t> next{0};
  const auto work = [&] {
    for (size_t index = next++; index < files.size(); index = next++) {
      LintOne(linter, files[index], index, turnstile, sink);
    }
  };
  const size_t threads = std::min<size_t>(std::max(jobs, 1U), files.size());
  std::vector<std::jthread> others;
  for (size_t i = 1; i < threads; ++i) others.emplace_back(work);
  work();
}

}  // namespace bnlint
