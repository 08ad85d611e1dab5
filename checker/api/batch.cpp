// Texts are handed out in chunks by a counter; a chunk's rows wait until the chunks before it are in the table.

#include "api/batch.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <span>
#include <thread>

namespace bnlint {
namespace {

// So few that threads end together, so many that they seldom wait for one another.
constexpr size_t kChunk = 8;

class BatchWork {
 public:
  BatchWork(const Checker& checker, const std::vector<MaybeText>& texts, uint32_t fields,
            BatchTable& table)
      : checker_(checker), texts_(texts), fields_(fields), table_(table) {}

  void Work() {
    try {
      WorkOutAll();
    } catch (...) {  // no memory
      const std::scoped_lock lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      next_ = texts_.size();
      turn_.notify_all();
    }
  }

  void Rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void WorkOutAll() {
    std::vector<BatchRow> rows;
    for (size_t begin = Next(); begin < texts_.size(); begin = Next()) {
      const auto chunk = std::span(texts_).subspan(begin, std::min(kChunk, texts_.size() - begin));
      rows.clear();
      for (const MaybeText& text : chunk) {
        rows.push_back(text ? WorkOut(checker_, *text, fields_) : BatchRow{});
      }
      HandOver(begin, chunk, rows);
    }
  }

  size_t Next() {
    const std::scoped_lock lock(mutex_);
    const size_t begin = next_;
    next_ += std::min(kChunk, texts_.size() - next_);
    return begin == next_ ? texts_.size() : begin;
  }

  void HandOver(size_t begin, std::span<const MaybeText> chunk, const std::vector<BatchRow>& rows) {
    std::unique_lock lock(mutex_);
    turn_.wait(lock, [&] { return failure_ || written_ == begin; });
    if (failure_) return;
    for (size_t i = 0; i < chunk.size(); ++i) {
      if (chunk[i]) {
        table_.Add(rows[i]);
      } else {
        table_.AddNull();
      }
    }
    written_ += chunk.size();
    turn_.notify_all();
  }

  const Checker& checker_;
  const std::vector<MaybeText>& texts_;
  const uint32_t fields_;
  BatchTable& table_;
  std::mutex mutex_;
  std::condition_variable turn_;
  size_t next_ = 0;
  size_t written_ = 0;
  std::exception_ptr failure_;
};

}  // namespace

std::string CheckTexts(const Checker& checker, const std::vector<MaybeText>& texts, uint32_t fields,
                       unsigned threads, BatchTable& table) {
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  const size_t chunks = (texts.size() + kChunk - 1) / kChunk;
  BatchWork work(checker, texts, fields, table);
  std::vector<std::jthread> others;
  for (size_t i = 1; i < std::min<size_t>(threads, chunks); ++i) {
    others.emplace_back([&work] { work.Work(); });
  }
  work.Work();
  others.clear();  // joins
  work.Rethrow();
  const std::string name = table.table().TooLarge();
  return name.empty()
             ? name
             : "the result's field '" + name + "' is larger than 2 GiB: use smaller batches";
}

}  // namespace bnlint
