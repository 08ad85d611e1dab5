#include "spelling/packed_word.h"

#include "spelling/fold.h"

namespace bnlint {
namespace {

constexpr std::string_view kZwj = "\u200D";
constexpr uint8_t kPackedZwj = 0x01;
constexpr uint8_t kBengali = 0x80;

// The packed form of a code point of the Bengali block by its last seven bits.
constexpr uint8_t Packed(char32_t c) { return static_cast<uint8_t>(kBengali | (c & 0x7FU)); }

// What fold.h makes of two letters, or 0.
uint8_t Compose(uint8_t first, uint8_t second) {
  if (second == Packed(0x09BC)) {
    if (first == Packed(0x09A1)) return Packed(0x09DC);
    if (first == Packed(0x09A2)) return Packed(0x09DD);
    if (first == Packed(0x09AF)) return Packed(0x09DF);
  } else if (first == Packed(0x09C7)) {
    if (second == Packed(0x09BE)) return Packed(0x09CB);
    if (second == Packed(0x09D7)) return Packed(0x09CC);
  }
  return 0;
}

bool IsBengaliAt(std::string_view word, size_t at) {
  const auto byte = [&](size_t i) { return static_cast<uint8_t>(word[at + i]); };
  return word.size() - at >= 3 && byte(0) == 0xE0 && (byte(1) & 0xFEU) == 0xA6 &&
         (byte(2) & 0xC0U) == 0x80;
}

}  // namespace

bool PackedWord::Append(uint8_t letter) {
  if (size_ > 0) {
    if (const uint8_t both = Compose(static_cast<uint8_t>(bytes_[size_ - 1]), letter); both != 0) {
      bytes_[size_ - 1] = static_cast<char>(both);
      return true;
    }
  }
  if (size_ == kLongest) return false;
  bytes_[size_++] = static_cast<char>(letter);
  return true;
}

bool PackedWord::TakeFolded(std::string_view word) {
  for (size_t at = 0; at < word.size();) {
    uint8_t letter = 0;
    if (IsBengaliAt(word, at)) {
      letter = static_cast<uint8_t>(kBengali | ((static_cast<uint8_t>(word[at + 1]) & 1U) << 6U) |
                                    (static_cast<uint8_t>(word[at + 2]) & 0x3FU));
      at += 3;
    } else if (word.substr(at).starts_with(kZwj)) {
      letter = kPackedZwj;
      at += kZwj.size();
    } else if (word[at] == '\'') {
      letter = '\'';
      ++at;
    } else {
      return false;
    }
    if (!Append(letter)) return false;
  }
  return size_ > 0;
}

std::optional<PackedWord> PackedWord::Of(std::string_view word) {
  PackedWord packed;
  size_t plain = 0;
  while (plain < word.size() && IsBengaliAt(word, plain)) plain += 3;
  // Joiners, apostrophes and invisible characters are rare: for them the long way.
  const bool taken = plain == word.size() ? packed.TakeFolded(word) : packed.TakeFolded(Fold(word));
  return taken ? std::optional(packed) : std::nullopt;
}

uint64_t PackedWord::Hash() const {
  // FNV-1a, then the high bits into the low ones that choose a bucket.
  uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : bytes()) hash = (hash ^ static_cast<uint8_t>(c)) * 0x100000001B3U;
  return hash ^ (hash >> 32U);
}

}  // namespace bnlint
