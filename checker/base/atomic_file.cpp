#include "base/atomic_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace bnlint {
namespace {

std::string Reason() { return std::strerror(errno); }

// The bytes must be on the disk before the name is.
bool Sync(const std::string& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return false;
  const bool synced = fsync(fd) == 0;
  close(fd);
  return synced;
}

}  // namespace

AtomicFile::AtomicFile(std::string path, std::string temporary)
    : path_(std::move(path)),
      temporary_(std::move(temporary)),
      stream_(temporary_, std::ios::binary | std::ios::trunc) {}

Result<AtomicFile> AtomicFile::Create(std::string path) {
  std::string temporary = path + ".tmp" + std::to_string(getpid());
  AtomicFile file(std::move(path), std::move(temporary));
  if (!file.stream_) {
    Error error{"cannot write it: " + Reason(), file.path_, 0, 0};
    file.temporary_.clear();
    return tl::unexpected(std::move(error));
  }
  return file;
}

AtomicFile::~AtomicFile() {
  if (temporary_.empty()) return;
  stream_.close();
  std::remove(temporary_.c_str());
}

Result<void> AtomicFile::Commit() {
  stream_.close();
  if (!stream_ || !Sync(temporary_) || std::rename(temporary_.c_str(), path_.c_str()) != 0) {
    return Fail("cannot write it: " + Reason(), path_);
  }
  temporary_.clear();
  return {};
}

}  // namespace bnlint
