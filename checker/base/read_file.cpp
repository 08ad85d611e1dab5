#include "base/read_file.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace bnlint {

namespace {

Result<std::string> ReadAll(std::FILE* file, const std::string& name) {
  std::string bytes;
  std::array<char, 1 << 16> buffer;  // NOLINT(*-member-init): fread fills it
  while (file != nullptr) {
    const size_t got = std::fread(buffer.data(), 1, buffer.size(), file);
    bytes.append(buffer.data(), got);
    if (got == 0) break;
  }
  if (file != nullptr && std::ferror(file) == 0) return bytes;
  return Fail(std::string("cannot read it: ") + std::strerror(errno), name);
}

}  // namespace

Result<std::string> ReadFile(const std::string& path) {
  const auto close = [](std::FILE* file) { std::fclose(file); };
  const std::unique_ptr<std::FILE, decltype(close)> file(std::fopen(path.c_str(), "rbe"), close);
  return ReadAll(file.get(), path);
}

Result<std::string> ReadStandardInput() { return ReadAll(stdin, "standard input"); }

}  // namespace bnlint
