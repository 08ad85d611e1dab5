#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace bnlint::dataset {

/// Mixes the bits of a 64-bit value (the finaliser of MurmurHash3, public domain), so that its low bits will do as an index.
constexpr uint64_t Mix(uint64_t x) {
  x ^= x >> 33;
  x *= 0xff51afd7ed558ccdULL;
  x ^= x >> 33;
  x *= 0xc4ceb9fe1a85ec53ULL;
  return x ^ (x >> 33);
}

/// How often each key was seen, in an open hash table. Keys are hashes themselves: two things are the same when their 64
/// bits are, which happens by chance once in 10^9 documents of a million words. Memory is kept from use to use.
/// Not thread-safe.
class CountTable {
 public:
  /// Forgets everything and makes room for `most` different keys.
  void Reset(size_t most) {
    const size_t size = std::bit_ceil(std::max<size_t>(16, most * 2));
    if (slots_.size() == size) {
      std::fill(slots_.begin(), slots_.end(), Slot{});
    } else {
      slots_.assign(size, Slot{});
    }
  }
  /// Counts the key and returns how often it has been seen now. REQUIRES: fewer than Reset's `most` keys.
  uint32_t Add(uint64_t key) {
    Slot& slot = Find(key);
    slot.key = key;
    return ++slot.count;
  }
  [[nodiscard]] uint32_t Count(uint64_t key) { return Find(key).count; }
  /// Calls `visit(count)` for every key.
  template <typename Visit>
  void ForEach(const Visit& visit) const {
    for (const Slot& slot : slots_) {
      if (slot.count > 0) visit(slot.count);
    }
  }

 private:
  struct Slot {
    uint64_t key = 0;
    uint32_t count = 0;
  };
  Slot& Find(uint64_t key) {
    const size_t mask = slots_.size() - 1;
    size_t at = Mix(key) & mask;
    while (slots_[at].count > 0 && slots_[at].key != key) at = (at + 1) & mask;
    return slots_[at];
  }
  std::vector<Slot> slots_;
};

}  // namespace bnlint::dataset
