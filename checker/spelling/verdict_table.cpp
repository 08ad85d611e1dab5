#include "spelling/verdict_table.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "spelling/packed_word.h"

namespace bnlint {
namespace {

constexpr uint32_t kMagic = 0x31544E42;  // "BNT1"
constexpr size_t kHeader = 16;
constexpr size_t kEntryHead = 2;
constexpr size_t kPerBucket = 4;  // at least, on average

uint32_t NumberAt(std::string_view bytes, size_t at) {
  uint32_t number = 0;
  std::memcpy(&number, bytes.data() + at, sizeof number);  // .incbin aligns nothing
  return number;
}

void AppendNumber(std::string& out, uint32_t number) {
  out.append(reinterpret_cast<const char*>(&number), sizeof number);
}

struct Packed {
  PackedWord word;
  WordFacts facts;
};

// The forms of each bucket in an order that depends on nothing but them: the most frequent first.
Result<std::vector<std::vector<Packed>>> Distribute(std::span<const VerdictTable::Form> forms) {
  size_t count = 1;
  while (count * kPerBucket * 2 <= forms.size()) count *= 2;
  std::vector<std::vector<Packed>> buckets(count);
  for (const VerdictTable::Form& form : forms) {
    const auto packed = PackedWord::Of(form.word);
    if (!packed) return Fail("not a Bengali word: " + std::string(form.word));
    if (form.facts.frequency < 0 || form.facts.frequency > 127) {
      return Fail("a frequency outside 0..127: " + std::string(form.word));
    }
    buckets[packed->Hash() & (count - 1)].push_back({*packed, form.facts});
  }
  for (auto& bucket : buckets) {
    std::sort(bucket.begin(), bucket.end(), [](const Packed& a, const Packed& b) {
      return a.facts.frequency != b.facts.frequency ? a.facts.frequency > b.facts.frequency
                                                    : a.word.bytes() < b.word.bytes();
    });
  }
  return buckets;
}

}  // namespace

Result<std::string> VerdictTable::Build(std::span<const Form> forms) {
  const auto distributed = Distribute(forms);
  if (!distributed) return tl::unexpected(distributed.error());
  std::string bytes;
  AppendNumber(bytes, kMagic);
  AppendNumber(bytes, static_cast<uint32_t>(distributed->size()));
  AppendNumber(bytes, static_cast<uint32_t>(forms.size()));
  AppendNumber(bytes, 0);
  std::string entries;
  for (const auto& bucket : *distributed) {
    AppendNumber(bytes, static_cast<uint32_t>(entries.size()));
    for (const Packed& form : bucket) {
      entries += static_cast<char>(form.word.bytes().size());
      entries += static_cast<char>(form.facts.frequency * 2 + (form.facts.known ? 1 : 0));
      entries += form.word.bytes();
    }
  }
  AppendNumber(bytes, static_cast<uint32_t>(entries.size()));
  bytes += entries;
  const auto table = Open(bytes);
  for (const Form& form : forms) {
    const auto facts = table ? table->Find(form.word) : std::nullopt;
    if (!facts || facts->known != form.facts.known || facts->frequency != form.facts.frequency) {
      return Fail("the form is there twice: " + std::string(form.word));
    }
  }
  return bytes;
}

std::optional<VerdictTable> VerdictTable::Open(std::string_view bytes) {
  if (bytes.size() < kHeader || NumberAt(bytes, 0) != kMagic) return std::nullopt;
  const size_t buckets = NumberAt(bytes, 4);
  const size_t offsets = (buckets + 1) * sizeof(uint32_t);
  if (buckets == 0 || (buckets & (buckets - 1)) != 0 || bytes.size() < kHeader + offsets) {
    return std::nullopt;
  }
  VerdictTable table;
  table.offsets_ = bytes.substr(kHeader, offsets);
  table.buckets_ = bytes.substr(kHeader + offsets);
  table.mask_ = buckets - 1;
  table.forms_ = NumberAt(bytes, 8);
  return table;
}

std::optional<WordFacts> VerdictTable::Find(std::string_view word) const {
  const auto packed = PackedWord::Of(word);
  if (!packed) return std::nullopt;
  const std::string_view wanted = packed->bytes();
  const size_t bucket = packed->Hash() & mask_;
  const size_t end =
      std::min<size_t>(NumberAt(offsets_, (bucket + 1) * sizeof(uint32_t)), buckets_.size());
  for (size_t at = NumberAt(offsets_, bucket * sizeof(uint32_t)); at + kEntryHead <= end;) {
    const size_t size = static_cast<uint8_t>(buckets_[at]);
    if (size == wanted.size() && buckets_.substr(at + kEntryHead, size) == wanted) {
      const auto info = static_cast<uint8_t>(buckets_[at + 1]);
      return WordFacts{(info & 1U) != 0, info >> 1U};
    }
    at += kEntryHead + size;
  }
  return std::nullopt;
}

}  // namespace bnlint
