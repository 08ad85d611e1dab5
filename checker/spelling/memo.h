#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

namespace bnlint {

/// Verdicts of words met lately: a direct-mapped table in stripes, each with its lock. A collision overwrites, so
/// it never grows. Thread-safe.
class Memo {
 public:
  enum class Verdict : uint8_t { kUnasked, kKnown, kUnknown };

  Verdict Find(std::string_view word, size_t hash) {
    Stripe& stripe = stripes_[hash % kStripes];
    const std::scoped_lock lock(stripe.mutex);
    const Slot& slot = stripe.slots[hash / kStripes % kSlots];
    return slot.word == word ? slot.verdict : Verdict::kUnasked;
  }
  void Store(std::string_view word, size_t hash, bool known) {
    if (word.size() > kLongest) return;
    Stripe& stripe = stripes_[hash % kStripes];
    const std::scoped_lock lock(stripe.mutex);
    Slot& slot = stripe.slots[hash / kStripes % kSlots];
    slot.word = word;
    slot.verdict = known ? Verdict::kKnown : Verdict::kUnknown;
  }

 private:
  // 32,768 words of at most 96 bytes: 98 % of running text repeats within far fewer.
  static constexpr size_t kStripes = 16;
  static constexpr size_t kSlots = 2048;
  static constexpr size_t kLongest = 96;
  struct Slot {
    std::string word;
    Verdict verdict = Verdict::kUnasked;
  };
  struct Stripe {
    std::mutex mutex;
    std::array<Slot, kSlots> slots;
  };
  std::array<Stripe, kStripes> stripes_;
};

}  // namespace bnlint
