// The order is what makes it safe: write, mode and owner, fsync, a last look, rename, fsync of the directory.

#include "base/atomic_file.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <random>
#include <streambuf>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bnlint {
namespace {

namespace fs = std::filesystem;

std::string Reason() { return std::strerror(errno); }
tl::unexpected<Error> CannotWrite(const std::string& path) {
  return Fail("cannot write it: " + Reason(), path);
}

// A stream's end at a file descriptor. The reason of the first failure is kept: what follows would hide it.
class FileBuffer final : public std::streambuf {
 public:
  explicit FileBuffer(int fd) : fd_(fd) { setp(buffer_.data(), buffer_.data() + buffer_.size()); }
  [[nodiscard]] int reason() const { return reason_; }

 protected:
  int_type overflow(int_type c) override {
    if (sync() != 0) return traits_type::eof();
    if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
  }
  int sync() override {
    for (const char* at = pbase(); at != pptr();) {
      const ssize_t wrote = write(fd_, at, static_cast<size_t>(pptr() - at));
      if (wrote < 0 && errno == EINTR) continue;
      if (wrote < 0) {
        if (reason_ == 0) reason_ = errno;
        return -1;
      }
      at += wrote;
    }
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    return 0;
  }

 private:
  int fd_;
  int reason_ = 0;
  std::array<char, 1 << 16> buffer_{};
};

std::string RandomName() {
  static constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
  static thread_local std::random_device random;
  std::uniform_int_distribution<size_t> letter(0, kLetters.size() - 1);
  std::string name = ".bnlint-";
  for (int i = 0; i < 12; ++i) name += kLetters[letter(random)];
  return name;
}

// Makes something under a name that nothing in `folder` has yet; the name, or empty with errno set.
template <typename Make>
std::string UnderNewName(const fs::path& folder, const Make& make) {
  for (int tries = 0; tries < 100; ++tries) {
    std::string path = (folder / RandomName()).string();
    if (make(path)) return path;
    if (errno != EEXIST) break;
  }
  return {};
}

int OpenNameless([[maybe_unused]] const fs::path& folder, [[maybe_unused]] mode_t mode) {
#ifdef O_TMPFILE
  // It gets its name by way of /proc.
  if (access("/proc/self/fd", X_OK) == 0) {
    return open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
  }
#endif
  return -1;
}

// The owner when we may, at least the group; then the mode, which a new owner would clear in part.
bool Dress(int fd, const struct stat& like) {
  mode_t mode = like.st_mode & 07777U;
  if (fchown(fd, like.st_uid, like.st_gid) != 0) {
    mode &= 0777U;
    if (fchown(fd, static_cast<uid_t>(-1), like.st_gid) != 0) mode &= ~070U | ((mode & 07U) << 3U);
  }
  return fchmod(fd, mode) == 0;
}

}  // namespace

struct AtomicFile::Work {
  Work(fs::path target_, int fd_) : target(std::move(target_)), fd(fd_), buffer(fd_) {}
  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;
  ~Work() {
    close(fd);
    if (!temporary.empty()) unlink(temporary.c_str());
  }

  fs::path target;
  int fd;
  bool direct = false;    // no regular file: written in place
  bool nameless = false;  // `temporary` comes with Commit
  std::string temporary;
  std::string told_path;  // as the user wrote it
  FileBuffer buffer;
  std::ostream stream{&buffer};
};

AtomicFile::AtomicFile(std::unique_ptr<Work> work) : work_(std::move(work)) {}
AtomicFile::AtomicFile(AtomicFile&& other) noexcept = default;
AtomicFile::~AtomicFile() = default;
std::ostream& AtomicFile::stream() { return work_->stream; }

Result<AtomicFile> AtomicFile::Create(const std::string& path, bool nameless) {
  struct stat there {};
  const bool exists = stat(path.c_str(), &there) == 0;
  if (!exists && fs::is_symlink(path)) return CannotWrite(path);  // it leads nowhere
  std::unique_ptr<Work> work;
  if (exists && !S_ISREG(there.st_mode)) {
    const int fd = open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (fd < 0) return CannotWrite(path);
    work = std::make_unique<Work>(path, fd);
    work->direct = true;
  } else {
    std::error_code error;
    const fs::path target = exists ? fs::canonical(path, error) : fs::path(path);
    if (error) return Fail("cannot write it: " + error.message(), path);
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    // Nobody may read in the meantime what they may not read in the end.
    const mode_t mode = exists ? 0600 : 0666;
    int fd = nameless ? OpenNameless(folder, mode) : -1;
    nameless = fd >= 0;
    std::string temporary;
    if (!nameless) {
      temporary = UnderNewName(folder, [&](const std::string& name) {
        fd = open(name.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode);
        return fd >= 0;
      });
      if (temporary.empty()) return CannotWrite(path);
    }
    work = std::make_unique<Work>(target, fd);
    work->nameless = nameless;
    work->temporary = std::move(temporary);
  }
  work->told_path = path;
  return AtomicFile(std::move(work));
}

Result<void> AtomicFile::Commit(const std::function<Result<void>()>& last_look) {
  Work& work = *work_;
  work.stream.flush();
  if (!work.stream) {
    errno = work.buffer.reason();
    return CannotWrite(work.told_path);
  }
  if (work.direct) return {};
  struct stat there {};
  if (stat(work.target.c_str(), &there) == 0 && !Dress(work.fd, there)) {
    return CannotWrite(work.told_path);
  }
  // The bytes must be on the disk before the name is.
  if (fsync(work.fd) != 0) return CannotWrite(work.told_path);
  if (last_look) {
    if (auto looked = last_look(); !looked) return looked;
  }
  fs::path folder = work.target.parent_path();
  if (folder.empty()) folder = ".";
  if (work.nameless) {
    const std::string open_file = "/proc/self/fd/" + std::to_string(work.fd);
    work.temporary = UnderNewName(folder, [&](const std::string& name) {
      return linkat(AT_FDCWD, open_file.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0;
    });
    if (work.temporary.empty()) return CannotWrite(work.told_path);
    work.nameless = false;
  }
  if (std::rename(work.temporary.c_str(), work.target.c_str()) != 0) {
    return CannotWrite(work.told_path);
  }
  work.temporary.clear();
  // Some file systems cannot sync a directory; the file is whole all the same.
  const int directory = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory >= 0) {
    fsync(directory);
    close(directory);
  }
  return {};
}

}  // namespace bnlint
