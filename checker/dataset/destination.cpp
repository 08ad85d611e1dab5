#include "dataset/destination.h"

#include <filesystem>
#include <iostream>
#include <system_error>

#include "base/atomic_file.h"
#include "dataset/compression.h"

namespace bnlint::dataset {
namespace {

class StandardOutput final : public Destination {
 public:
  void Write(std::string_view bytes) override {
    std::cout.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  Result<void> Commit() override {
    std::cout.flush();
    if (!std::cout) return Fail("writing failed", "standard output");
    return {};
  }
};

class File final : public Destination {
 public:
  File(AtomicFile file, const std::string& path)
      : file_(std::move(file)), path_(path), output_(Output::For(path, file_.stream())) {}
  void Write(std::string_view bytes) override { output_->Write(bytes); }
  Result<void> Commit() override {
    if (!output_->Close()) return Fail("writing failed", path_);
    return file_.Commit();
  }

 private:
  AtomicFile file_;
  std::string path_;
  std::unique_ptr<Output> output_;
};

std::string Below(const std::string& folder, const Shard& shard) {
  return (std::filesystem::path(folder) / shard.output).string();
}

}  // namespace

Result<std::unique_ptr<Destination>> Destination::Open(const std::string& path) {
  if (path == "-") return std::make_unique<StandardOutput>();
  std::error_code code;
  const auto folder = std::filesystem::path(path).parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder, code);
  if (code) return Fail(code.message(), folder.string());
  auto file = AtomicFile::Create(path);
  if (!file) return tl::unexpected(file.error());
  return std::make_unique<File>(std::move(*file), path);
}

std::string OutputPath(const Job& job, const Shard& shard) {
  return job.output_dir.empty() ? job.output : Below(job.output_dir, shard);
}

std::string DroppedPath(const Job& job, const Shard& shard) {
  if (job.dropped.empty() || job.output_dir.empty()) return job.dropped;
  return Below(job.dropped, shard);
}

}  // namespace bnlint::dataset
