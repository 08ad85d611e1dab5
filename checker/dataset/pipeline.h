#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace bnlint::dataset {

/// Takes items one after the other, works on several at a time, and hands the results on in the order of the items.
///
/// `produce` and `consume` are never called by two threads at once (but each beside the other), `work` is. `consume` returns
/// false to stop: then no further result is handed on. At most `window` items (at least `jobs`) are under way, so memory is
/// bounded; a thread that is ahead goes on with the next item rather than wait for its turn.
template <typename In, typename Out>
class Pipeline {
 public:
  using Produce = std::function<std::optional<In>()>;
  using Work = std::function<Out(In)>;
  using Consume = std::function<bool(Out)>;

  Pipeline(Produce produce, Work work, Consume consume)
      : produce_(std::move(produce)), work_(std::move(work)), consume_(std::move(consume)) {}

  /// On `jobs` threads, this one included. Returns when all is done.
  void Run(unsigned jobs, size_t window) {
    window_ = window;
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < jobs; ++i) others.emplace_back([this] { Loop(); });
    Loop();
  }

 private:
  void Loop() {
    while (true) {
      size_t number = 0;
      auto item = Take(number);
      if (!item) return;
      Hand(number, work_(std::move(*item)));
    }
  }

  // The next item and its number, when there is room for one more.
  std::optional<In> Take(size_t& number) {
    const std::scoped_lock turn(producing_);
    {
      std::unique_lock lock(mutex_);
      room_.wait(lock, [&] { return stopped_ || taken_ - handed_ < window_; });
      if (stopped_) return std::nullopt;
      number = taken_++;
    }
    auto item = produce_();
    if (!item) {
      const std::scoped_lock lock(mutex_);
      stopped_ = true;  // there is no such item; those before it are still handed on
      room_.notify_all();
    }
    return item;
  }

  // Whoever brings the result whose turn it is hands on all that can be.
  void Hand(size_t number, Out result) {
    std::unique_lock lock(mutex_);
    done_.emplace(number, std::move(result));
    if (handing_) return;
    handing_ = true;
    for (auto next = done_.find(handed_); next != done_.end() && !refused_;
         next = done_.find(handed_)) {
      Out out = std::move(next->second);
      done_.erase(next);
      lock.unlock();
      const bool go_on = consume_(std::move(out));
      lock.lock();
      ++handed_;
      if (!go_on) refused_ = stopped_ = true;
      room_.notify_all();
    }
    handing_ = false;
  }

  Produce produce_;
  Work work_;
  Consume consume_;
  size_t window_ = 1;
  std::mutex producing_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::map<size_t, Out> done_;
  size_t taken_ = 0;
  size_t handed_ = 0;
  bool handing_ = false;
  bool stopped_ = false;  // nothing more is taken
  bool refused_ = false;  // nothing more is handed on
};

}  // namespace bnlint::dataset
