// Batches are read by one thread at a time, worked on by all, and what comes of them is written in their order.

#include "dataset/job.h"

#include <algorithm>
#include <filesystem>

#include "dataset/batch_reader.h"
#include "dataset/destination.h"
#include "dataset/documents.h"
#include "dataset/pipeline.h"

namespace bnlint::dataset {
namespace {

// Takes the results of batches in order.
class Writer {
 public:
  explicit Writer(const Job& job) : job_(job) {}

  // False when the run is to stop.
  bool Take(BatchResult result) {
    Add(result.summary);
    for (const Error& error : result.bad) job_.tell(error);
    if (job_.stats != nullptr) Count(result);
    const bool stop = job_.stop_on_error && !result.bad.empty();
    if (!Write(result) || stop) {
      summary_.failed = true;
      return false;
    }
    if (job_.progress) job_.progress(summary_.documents, result.taken);
    return true;
  }

  // All shards together make one output, which is complete now.
  void Finish() {
    if (job_.output_dir.empty() && !summary_.failed) CommitAll();
  }

  JobSummary summary_;

 private:
  void Add(const JobSummary& part) {
    summary_.documents += part.documents;
    summary_.characters += part.characters;
    summary_.kept += part.kept;
    summary_.dropped += part.dropped;
    summary_.repaired += part.repaired;
    summary_.bad_lines += part.bad_lines;
    for (size_t i = 0; i < kSignals; ++i) summary_.reasons[i] += part.reasons[i];
  }

  void Count(BatchResult& result) {
    for (const Signals& signals : result.signals) job_.stats->Add(signals);
    for (auto& [rule, tally] : result.rules) job_.stats->Add(rule, std::move(tally));
  }

  bool Write(const BatchResult& result) {
    const Shard& shard = job_.shards[result.shard];
    if (job_.stats == nullptr) {
      if (!Open(output_, OutputPath(job_, shard)) || !Open(dropped_, DroppedPath(job_, shard))) {
        return false;
      }
      if (output_) output_->Write(result.output);
      if (dropped_) dropped_->Write(result.dropped);
    }
    if (result.error) {
      job_.tell(*result.error);
      bad_shard_ = summary_.failed = true;
    }
    if (!result.last || job_.output_dir.empty()) return true;
    // A shard that could not be read to its end is not complete: another run tries again.
    const bool written = bad_shard_ || CommitAll();
    output_.reset();
    dropped_.reset();
    bad_shard_ = false;
    return written;
  }

  bool Open(std::unique_ptr<Destination>& destination, const std::string& path) {
    if (destination || path.empty()) return true;
    auto opened = Destination::Open(path);
    if (!opened) {
      job_.tell(opened.error());
      return false;
    }
    destination = std::move(*opened);
    return true;
  }

  // What is dropped first: the output's file says that the shard is done.
  bool CommitAll() {
    for (const auto* destination : {&dropped_, &output_}) {
      if (!*destination) continue;
      if (const auto committed = (*destination)->Commit(); !committed) {
        job_.tell(committed.error());
        summary_.failed = true;
        return false;
      }
    }
    return true;
  }

  const Job& job_;
  std::unique_ptr<Destination> output_;
  std::unique_ptr<Destination> dropped_;
  bool bad_shard_ = false;
};

// Leaves the shards that are still to be done.
Job Rest(const Job& job, uint64_t& skipped) {
  Job rest = job;
  if (!job.output_dir.empty()) {
    std::erase_if(rest.shards, [&](const Shard& shard) {
      std::error_code code;
      return std::filesystem::exists(OutputPath(job, shard), code);
    });
  }
  skipped = job.shards.size() - rest.shards.size();
  return rest;
}

}  // namespace

JobSummary RunJob(const Job& whole) {
  uint64_t skipped = 0;
  const Job job = Rest(whole, skipped);
  BatchReader reader(job.shards, job.longest_line);
  Writer writer(job);
  const unsigned jobs = std::max(1U, job.jobs);
  Pipeline<Batch, BatchResult> pipeline(
      [&] { return reader.Next(); }, [&](const Batch& batch) { return WorkOn(job, batch); },
      [&](BatchResult result) { return writer.Take(std::move(result)); });
  pipeline.Run(jobs, size_t{2} * jobs);
  writer.Finish();
  writer.summary_.skipped_shards = skipped;
  return writer.summary_;
}

}  // namespace bnlint::dataset
