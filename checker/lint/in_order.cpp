// Workers take the next piece by a counter; a turnstile lets them speak in order. The worker whose turn it is never
// waits, so the whole cannot stall.

#include "lint/in_order.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

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

class TurnAt final : public Turn {
 public:
  TurnAt(Turnstile& turnstile, size_t index) : turnstile_(turnstile), index_(index) {}
  void Wait() override {
    if (!mine_) turnstile_.WaitFor(index_);
    mine_ = true;
  }

 private:
  Turnstile& turnstile_;
  size_t index_;
  bool mine_ = false;
};

}  // namespace

void InOrder(size_t count, unsigned jobs, const std::function<void(size_t, Turn&)>& work) {
  Turnstile turnstile;
  std::atomic<size_t> next{0};
  const auto run = [&] {
    for (size_t index = next++; index < count; index = next++) {
      TurnAt turn(turnstile, index);
      work(index, turn);
      turn.Wait();
      turnstile.Pass();
    }
  };
  const size_t threads = std::min<size_t>(std::max(jobs, 1U), count);
  std::vector<std::jthread> others;
  for (size_t i = 1; i < threads; ++i) others.emplace_back(run);
  run();
}

}  // namespace bnlint
