#include "config/paths.h"

#include <filesystem>

namespace bnlint {

namespace fs = std::filesystem;

std::string ShownPath(std::string_view path) {
  std::error_code error;
  const fs::path given(path);
  const std::string relative =
      fs::path(AbsolutePath(path)).lexically_relative(fs::current_path(error)).string();
  const bool below = relative != ".." && !relative.starts_with("../");
  return error || relative.empty() || !below ? given.string() : relative;
}

std::string AbsolutePath(std::string_view path) {
  std::error_code error;
  return fs::absolute(fs::path(path), error).lexically_normal().string();
}

std::string PathFrom(std::string_view from, std::string_view path) {
  return (fs::path(from).parent_path() / fs::path(path)).lexically_normal().string();
}

}  // namespace bnlint
