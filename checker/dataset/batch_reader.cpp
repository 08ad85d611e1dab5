#include "dataset/batch_reader.h"

#include <algorithm>

#include "dataset/json_line.h"

namespace bnlint::dataset {

std::optional<Batch> BatchReader::Next() {
  if (shard_ == shards_.size()) return std::nullopt;
  Batch batch;
  batch.shard = shard_;
  bool more = Open(batch);
  while (more && batch.records.empty()) {
    more = Fill(batch);
    CutLines(batch, !more);
  }
  batch.taken = Taken();
  if (!more) {
    batch.last = true;
    before_ = batch.taken;
    input_.reset();
    pending_.clear();
    ++shard_;
  }
  batch.bytes.append(kJsonPadding, '\0');
  return batch;
}

// False when there is nothing to read.
bool BatchReader::Open(Batch& batch) {
  if (input_) return true;
  line_ = 0;
  searched_ = 0;
  skipping_ = false;
  auto input = Input::Open(shards_[shard_].path);
  if (!input) {
    batch.error = input.error();
    return false;
  }
  input_ = std::move(*input);
  return true;
}

// Reads until there is a batch with a whole line. False at the end of the shard.
bool BatchReader::Fill(Batch& batch) {
  constexpr size_t kChunk = size_t{64} << 10;
  while (true) {
    const size_t size = pending_.size();
    pending_.resize(size + kChunk);
    const auto got = input_->Read(pending_.data() + size, kChunk);
    pending_.resize(size + got.value_or(0));
    if (!got) {
      batch.error = got.error();
      return false;
    }
    if (*got == 0) return false;
    if (skipping_ || pending_.size() > longest_) return true;
    if (pending_.size() >= kBatchBytes && pending_.find('\n', searched_) != std::string::npos) {
      return true;
    }
    if (pending_.size() >= kBatchBytes) searched_ = pending_.size();
  }
}

void BatchReader::AddRecord(Batch& batch, size_t begin, size_t end) {
  ++line_;
  const std::string_view line = std::string_view(pending_).substr(begin, end - begin);
  if (line.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
  if (line.size() > longest_) {
    batch.records.push_back({0, 0, line_, true});
    return;
  }
  batch.records.push_back({batch.bytes.size(), batch.bytes.size() + line.size(), line_, false});
  batch.bytes += line;
}

void BatchReader::CutLines(Batch& batch, bool at_end) {
  size_t begin = 0;
  for (size_t end = pending_.find('\n'); end != std::string::npos;
       end = pending_.find('\n', begin)) {
    if (!skipping_) AddRecord(batch, begin, end + 1);
    skipping_ = false;
    begin = end + 1;
  }
  pending_.erase(0, begin);
  searched_ = 0;
  // A stream that breaks off leaves a part of a line, which is no line.
  if (at_end && !batch.error && !skipping_ && !pending_.empty()) {
    AddRecord(batch, 0, pending_.size());
  } else if (!at_end && !skipping_ && pending_.size() > longest_) {
    batch.records.push_back({0, 0, ++line_, true});
    skipping_ = true;
  }
  if (skipping_ || at_end) pending_.clear();
}

}  // namespace bnlint::dataset
