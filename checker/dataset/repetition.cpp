// An n-gram's hash is a polynomial in the hashes of its members, so that the next one follows from it in constant time.

#include "dataset/repetition.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "dataset/count_table.h"

namespace bnlint::dataset {
namespace {

constexpr uint64_t kBase = 0x9e3779b97f4a7c15ULL;  // odd; modulo 2^64

// The window of `n` values that slides over a sequence.
class Window {
 public:
  explicit Window(size_t n) {
    for (size_t i = 1; i < n; ++i) top_ *= kBase;
  }
  void Push(uint64_t in) { hash_ = hash_ * kBase + in; }
  void Slide(uint64_t out, uint64_t in) { hash_ = (hash_ - out * top_) * kBase + in; }
  [[nodiscard]] uint64_t hash() const { return hash_; }

 private:
  uint64_t hash_ = 0;
  uint64_t top_ = 1;  // kBase^(n-1)
};

// The hashes of all n-grams, in order.
template <typename Value>
void NGrams(size_t count, size_t n, const Value& value, std::vector<uint64_t>& hashes) {
  hashes.clear();
  if (count < n) return;
  Window window(n);
  for (size_t i = 0; i < n; ++i) window.Push(value(i));
  hashes.push_back(window.hash());
  for (size_t i = n; i < count; ++i) {
    window.Slide(value(i - n), value(i));
    hashes.push_back(window.hash());
  }
}

class Repetition {
 public:
  Repetition(std::span<const Unit> units, double characters)
      : units_(units), characters_(characters) {
    ends_.reserve(units.size() + 1);
    ends_.push_back(0);
    for (const Unit& unit : units) ends_.push_back(ends_.back() + unit.length);
  }

  // The share of the text that its most frequent n-gram takes, blanks between its units counted; of several the first.
  double Top(size_t n) {
    Load(n);
    if (hashes_.empty()) return 0;
    uint32_t most = 0;
    for (const uint64_t hash : hashes_) most = std::max(most, table_.Add(hash));
    size_t first = 0;
    while (table_.Count(hashes_[first]) != most) ++first;
    return static_cast<double>((Length(first, n) + n - 1) * most) / characters_;
  }

  // The share of the text in n-grams seen before; behind one that was, reading goes on after it.
  double Duplicate(size_t n) {
    Load(n);
    uint64_t repeated = 0;
    for (size_t i = 0; i < hashes_.size();) {
      if (table_.Count(hashes_[i]) > 0) {
        repeated += Length(i, n);
        i += n;
      } else {
        table_.Add(hashes_[i]);
        ++i;
      }
    }
    return static_cast<double>(repeated) / characters_;
  }

 private:
  void Load(size_t n) {
    NGrams(
        units_.size(), n, [&](size_t i) { return units_[i].hash; }, hashes_);
    table_.Reset(hashes_.size());
  }
  [[nodiscard]] uint64_t Length(size_t at, size_t n) const { return ends_[at + n] - ends_[at]; }

  std::span<const Unit> units_;
  double characters_;
  std::vector<uint64_t> ends_;  // of the units, in code points of units
  std::vector<uint64_t> hashes_;
  CountTable table_;
};

// ROOTS: the share of 5-grams of words that occur more than once.
double WordRepetition(std::span<const Unit> units) {
  constexpr size_t kN = 5;
  std::vector<uint64_t> words;
  words.reserve(units.size());
  for (const Unit& unit : units) {
    if (unit.word) words.push_back(unit.hash);
  }
  std::vector<uint64_t> hashes;
  NGrams(
      words.size(), kN, [&](size_t i) { return words[i]; }, hashes);
  if (hashes.empty()) return 0;
  CountTable table;
  table.Reset(hashes.size());
  for (const uint64_t hash : hashes) table.Add(hash);
  uint64_t repeated = 0;
  table.ForEach([&](uint32_t count) { repeated += count > 1 ? count : 0; });
  return static_cast<double>(repeated) / static_cast<double>(hashes.size());
}

// ROOTS: the share that the most frequent sqrt(k) of the k different 10-grams of characters take, those that occur once
// left out.
double CharacterRepetition(std::span<const char32_t> points) {
  constexpr size_t kN = 10;
  constexpr size_t kMost = size_t{1} << 19;  // of a book the beginning will do: the table is large
  points = points.first(std::min(points.size(), kMost));
  std::vector<uint64_t> hashes;
  NGrams(
      points.size(), kN, [&](size_t i) { return Mix(points[i] + 1); }, hashes);
  if (hashes.empty()) return 0;
  CountTable table;
  table.Reset(hashes.size());
  for (const uint64_t hash : hashes) table.Add(hash);
  size_t different = 0;
  std::vector<uint32_t> repeated;
  table.ForEach([&](uint32_t count) {
    ++different;
    if (count > 1) repeated.push_back(count);
  });
  const size_t top =
      std::min(static_cast<size_t>(std::sqrt(static_cast<double>(different))), repeated.size());
  std::nth_element(repeated.begin(), repeated.begin() + static_cast<std::ptrdiff_t>(top),
                   repeated.end(), std::greater<>());
  uint64_t sum = 0;
  for (size_t i = 0; i < top; ++i) sum += repeated[i];
  return static_cast<double>(sum) / static_cast<double>(hashes.size());
}

}  // namespace

void MeasureRepetition(std::span<const Unit> units, std::span<const char32_t> points,
                       Signals& signals) {
  Repetition repetition(units, std::max<double>(1, static_cast<double>(points.size())));
  constexpr Signal kTop[] = {Signal::kTop2Gram, Signal::kTop3Gram, Signal::kTop4Gram};
  constexpr Signal kDuplicate[] = {Signal::kDuplicate5Gram, Signal::kDuplicate6Gram,
                                   Signal::kDuplicate7Gram, Signal::kDuplicate8Gram,
                                   Signal::kDuplicate9Gram, Signal::kDuplicate10Gram};
  size_t n = 2;
  for (const Signal signal : kTop) signals[signal] = repetition.Top(n++);
  for (const Signal signal : kDuplicate) signals[signal] = repetition.Duplicate(n++);
  signals[Signal::kWordRepetition] = WordRepetition(units);
  signals[Signal::kCharacterRepetition] = CharacterRepetition(points);
}

}  // namespace bnlint::dataset
