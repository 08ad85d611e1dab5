#include "ocr/neighbours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "embed/embed.h"

namespace bnlint::ocr {
namespace {

constexpr uint32_t kMagic = 0x314E4E42;  // "BNN1"
constexpr size_t kHeader = 16;
constexpr size_t kBeyond = 256;  // cells behind the last home
constexpr uint32_t kWordPrint = (1U << 28U) - 1;
constexpr uint32_t kPairPrint = (1U << 12U) - 1;
// Pairs counted less than three times are not in the table; what they and the unseen ones come to.
constexpr float kUnseen = 0.5F;

uint64_t Mix(uint64_t value) {
  value ^= value >> 31U;
  value *= 0x9E3779B97F4A7C15U;
  return value ^ (value >> 29U);
}

// A word's two bits, in one 64-bit word of the filter, by its fingerprint.
struct FilterPlace {
  size_t index;
  uint64_t bits;
};
FilterPlace PlaceInFilter(uint32_t print) {
  const uint32_t spread = print * 0x9E3779B1U;
  return {spread >> 17U, uint64_t{1} << (spread >> 6U & 63U) | uint64_t{1} << (spread & 63U)};
}

// The middle of the counts of a class.
float Middle(uint32_t cls) {
  static const auto table = [] {
    std::array<float, 16> middles{};
    for (size_t i = 0; i < middles.size(); ++i) middles[i] = 1.4F * static_cast<float>(1U << i);
    return middles;
  }();
  return table[cls & 15U];
}

}  // namespace

std::optional<Neighbours> Neighbours::Open(std::string_view bytes) {
  std::array<uint32_t, 4> header{};
  if (bytes.size() < kHeader) return std::nullopt;
  std::memcpy(header.data(), bytes.data(), kHeader);
  const size_t words = header[1] * sizeof(uint32_t);
  const size_t pairs = header[2] * sizeof(uint16_t);
  if (header[0] != kMagic || header[1] <= kBeyond || header[2] <= kBeyond ||
      bytes.size() != kHeader + words + pairs) {
    return std::nullopt;
  }
  Neighbours table;
  table.words_ = bytes.substr(kHeader, words);
  table.pairs_ = bytes.substr(kHeader + words);
  table.word_homes_ = header[1] - kBeyond;
  table.pair_homes_ = header[2] - kBeyond;
  table.all_ = static_cast<float>(header[3]) * 1000.0F;
  table.FillFilter();
  return table;
}

const Neighbours& Neighbours::Embedded() {
  static const Neighbours table =
      Open(bnlint::Embedded("dictionaries/bn/neighbours.bin")).value_or(Neighbours());
  return table;
}

Neighbours::Key Neighbours::KeyOf(std::string_view packed) {
  return Finish(Continue(kStart, packed));  // as PackedWord::Hash, of bytes that are packed already
}

void Neighbours::FillFilter() {
  filter_.resize(kFilterWords);
  for (size_t at = 0; at < words_.size() / sizeof(uint32_t); ++at) {
    const uint32_t print = WordCell(at) & kWordPrint;
    if (print == 0) continue;
    const FilterPlace place = PlaceInFilter(print);
    filter_[place.index] |= place.bits;
  }
}

uint32_t Neighbours::WordCell(size_t at) const {
  uint32_t cell = 0;
  if ((at + 1) * sizeof cell > words_.size()) return 0;
  std::memcpy(&cell, words_.data() + at * sizeof cell, sizeof cell);
  return cell;
}

uint16_t Neighbours::PairCell(size_t at) const {
  uint16_t cell = 0;
  if ((at + 1) * sizeof cell > pairs_.size()) return 0;
  std::memcpy(&cell, pairs_.data() + at * sizeof cell, sizeof cell);
  return cell;
}

float Neighbours::Count(Key word) const {
  if (word == 0 || word_homes_ == 0) return 0;
  const uint64_t mixed = Mix(word);
  const uint32_t print = std::max<uint32_t>(mixed & kWordPrint, 1);
  const FilterPlace place = PlaceInFilter(print);
  if ((filter_[place.index] & place.bits) != place.bits) return 0;
  for (size_t at = ((mixed >> 32U) * word_homes_) >> 32U;; ++at) {
    const uint32_t cell = WordCell(at);
    if (cell == 0) return 0;
    if ((cell & kWordPrint) == print) return Middle(cell >> 28U);
  }
}

float Neighbours::Affinity(Key left, float left_count, Key right, float right_count) const {
  if (left == 0 || right == 0 || left_count == 0 || right_count == 0) return 0;
  const uint64_t mixed = Mix(left * 3 + Mix(right));
  const uint32_t print = std::max<uint32_t>(mixed & kPairPrint, 1);
  float count = 0;
  for (size_t at = ((mixed >> 32U) * pair_homes_) >> 32U;; ++at) {
    const uint32_t cell = PairCell(at);
    if (cell == 0) break;
    if ((cell & kPairPrint) == print) {
      count = Middle(cell >> 12U);
      break;
    }
  }
  return std::log((count + kUnseen) / (left_count * right_count / all_ + kUnseen));
}

}  // namespace bnlint::ocr
