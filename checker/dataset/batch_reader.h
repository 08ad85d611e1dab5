#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/compression.h"
#include "dataset/shards.h"

namespace bnlint::dataset {

/// A line of a file of documents. Offsets into Batch::bytes.
struct Record {
  size_t begin = 0;
  size_t end = 0;         ///< behind the line break, if it has one
  uint64_t number = 0;    ///< of the line, from 1
  bool too_long = false;  ///< then it has no bytes
};

/// Some lines of one shard.
struct Batch {
  size_t shard = 0;   ///< its index
  std::string bytes;  ///< the lines, and kJsonPadding bytes more
  std::vector<Record> records;
  bool last = false;           ///< of its shard
  uint64_t taken = 0;          ///< bytes of all files taken when it was read, as they are stored
  std::optional<Error> error;  ///< why the shard could not be read to its end

  [[nodiscard]] std::string_view Line(const Record& record) const {
    return std::string_view(bytes).substr(record.begin, record.end - record.begin);
  }
};

/// Reads shards one after the other, batch by batch, each of whole lines. Blank lines are passed over. Memory: a batch, or
/// the longest line if that is longer. Not thread-safe.
class BatchReader {
 public:
  static constexpr size_t kBatchBytes = size_t{256} << 10;

  /// A line of more than `longest` bytes is not held but told.
  BatchReader(const std::vector<Shard>& shards, size_t longest)
      : shards_(shards), longest_(longest) {}
  /// Nothing after the last batch of the last shard. Every shard has a last batch.
  std::optional<Batch> Next();

 private:
  [[nodiscard]] uint64_t Taken() const { return before_ + (input_ ? input_->taken() : 0); }
  bool Open(Batch& batch);
  bool Fill(Batch& batch);
  void CutLines(Batch& batch, bool at_end);
  void AddRecord(Batch& batch, size_t begin, size_t end);

  const std::vector<Shard>& shards_;
  size_t longest_;
  size_t shard_ = 0;
  std::unique_ptr<Input> input_;
  std::string pending_;    // read and not yet handed out
  size_t searched_ = 0;    // no line ends before this offset of it
  bool skipping_ = false;  // the rest of a line that was too long
  uint64_t line_ = 0;      // lines handed out of the shard
  uint64_t before_ = 0;    // taken of earlier shards
};

}  // namespace bnlint::dataset
