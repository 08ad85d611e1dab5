#pragma once

#include <fstream>
#include <string>

#include "base/result.h"

namespace bnlint {

/// Writes a file so that its path holds the old content or the whole new one, never a part: into a
/// temporary file beside it, renamed by Commit. Without Commit nothing changes. Not thread-safe.
class AtomicFile {
 public:
  /// Fails when nothing can be written beside `path`.
  static Result<AtomicFile> Create(std::string path);
  AtomicFile(AtomicFile&&) = default;
  AtomicFile& operator=(AtomicFile&&) = delete;
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;
  ~AtomicFile();

  std::ofstream& stream() { return stream_; }
  Result<void> Commit();

 private:
  AtomicFile(std::string path, std::string temporary);
  std::string path_;
  std::string temporary_;  // empty once committed or moved from
  std::ofstream stream_;
};

}  // namespace bnlint
