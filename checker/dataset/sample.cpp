// Each line has a number that looks random and is always the same; those with the lowest are the sample.

#include "dataset/sample.h"

#include <charconv>
#include <queue>

#include "dataset/batch_reader.h"
#include "dataset/count_table.h"

namespace bnlint::dataset {
namespace {

uint64_t Lot(size_t shard, uint64_t line) { return Mix(Mix(shard + 1) + line); }

// The highest lot among the `wanted` lowest of all lines.
Result<uint64_t> HighestOf(uint64_t wanted, const std::vector<Shard>& shards, size_t longest) {
  BatchReader reader(shards, longest);
  std::priority_queue<uint64_t> lowest;
  while (const auto batch = reader.Next()) {
    if (batch->error) return tl::unexpected(*batch->error);
    for (const Record& record : batch->records) {
      lowest.push(Lot(batch->shard, record.number));
      if (lowest.size() > wanted) lowest.pop();
    }
  }
  return lowest.empty() ? 0 : lowest.top();
}

}  // namespace

Result<Chosen> MakeSample(const std::string& text, const std::vector<Shard>& shards,
                          size_t longest) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number <= 0 ||
      (number >= 1 && number != static_cast<double>(static_cast<uint64_t>(number)))) {
    return Fail("a fraction between 0 and 1, or a number of documents", "--sample");
  }
  uint64_t highest = 0;
  if (number < 1) {
    highest = static_cast<uint64_t>(number * 18446744073709551615.0);
  } else {
    for (const Shard& shard : shards) {
      if (shard.path == "-") {
        return Fail("a number of documents needs files; of standard input give a fraction",
                    "--sample");
      }
    }
    const auto found = HighestOf(static_cast<uint64_t>(number), shards, longest);
    if (!found) return tl::unexpected(found.error());
    highest = *found;
  }
  return [highest](size_t shard, uint64_t line) { return Lot(shard, line) <= highest; };
}

}  // namespace bnlint::dataset
