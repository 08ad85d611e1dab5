#pragma once

#include <string>
#include <string_view>

namespace bnlint {

/// What errors call a file: as the user would, when it is below the current directory; else the whole path.
std::string ShownPath(std::string_view path);

/// The path from the root of the file system, without "." and "..", whether it exists or not.
std::string AbsolutePath(std::string_view path);

/// `path` as one that stands in the file `from`: from the directory of that file, unless it is absolute.
std::string PathFrom(std::string_view from, std::string_view path);

}  // namespace bnlint
