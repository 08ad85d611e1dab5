#pragma once

#include <algorithm>
#include <string_view>

namespace bnlint {

/// A path without "./" before it, as services that know the root of a project want it.
inline std::string_view WithoutDotSlash(std::string_view path) {
  while (path.starts_with("./")) {
    path.remove_prefix(std::min(path.find_first_not_of('/', 1), path.size()));
  }
  return path;
}

}  // namespace bnlint
