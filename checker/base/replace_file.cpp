#include "base/replace_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/atomic_file.h"

namespace bnlint {
namespace {

// False too when the file cannot be read.
bool Holds(const std::string& path, std::string_view bytes) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return false;
  std::array<char, 1 << 16> buffer{};
  bool same = true;
  while (same) {
    const ssize_t got = read(fd, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    const std::string_view piece(buffer.data(), static_cast<size_t>(std::max<ssize_t>(got, 0)));
    same = got >= 0 && bytes.starts_with(piece);
    if (got <= 0) break;
    bytes.remove_prefix(same ? piece.size() : 0);
  }
  close(fd);
  return same && bytes.empty();
}

}  // namespace

Result<void> ReplaceFile(const std::string& path, std::string_view expected,
                         std::string_view bytes) {
  struct stat there {};
  if (stat(path.c_str(), &there) != 0)
    return Fail(std::string("cannot write it: ") + std::strerror(errno), path);
  if (!S_ISREG(there.st_mode)) return Fail("cannot write it: it is no regular file", path);
  // The administrator may write to anything; a file that nobody may write to is meant to stay.
  if ((there.st_mode & 0222U) == 0 || access(path.c_str(), W_OK) != 0) {
    return Fail("cannot write it: it is read-only", path);
  }
  if (there.st_nlink > 1) {
    return Fail("cannot write it: it has other names (hard links), which would keep the old text",
                path);
  }
  auto file = AtomicFile::Create(path);
  if (!file) return tl::unexpected(file.error());
  file->stream().write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return file->Commit([&]() -> Result<void> {
    if (Holds(path, expected) || Holds(path, bytes)) return {};
    return Fail("it changed while it was being checked; nothing was written", path);
  });
}

}  // namespace bnlint
