#pragma once

#include <functional>
#include <memory>
#include <ostream>
#include <string>

#include "base/result.h"

namespace bnlint {

/// Writes a file so that its path holds the old content or the whole new one, never a part, even when the process is
/// killed or the machine stops: the bytes go to a temporary file in the same directory, which Commit gives the name.
/// Without Commit nothing changes. A symbolic link is followed and stays; mode and owner of a file that is there are
/// kept (the owner when we may), its access control lists and other attributes are not. What is no regular file (a
/// device, a pipe) is written to directly. Not thread-safe.
class AtomicFile {
 public:
  /// `nameless`: where the system can, the temporary file has no name until Commit, so that a killed process leaves
  /// none behind. Fails when nothing can be written there.
  static Result<AtomicFile> Create(const std::string& path, bool nameless = true);
  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&&) = delete;
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;
  ~AtomicFile();

  [[nodiscard]] std::ostream& stream();
  /// `last_look` is asked when all bytes are on the disk; when it fails nothing changes.
  Result<void> Commit(const std::function<Result<void>()>& last_look = {});

 private:
  struct Work;
  explicit AtomicFile(std::unique_ptr<Work> work);
  std::unique_ptr<Work> work_;
};

}  // namespace bnlint
