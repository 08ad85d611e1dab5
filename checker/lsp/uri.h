#pragma once

#include <string>
#include <string_view>

namespace bnlint::lsp {

/// The path of a file: URI; empty for another scheme (untitled:) and what is no URI.
std::string PathOf(std::string_view uri);
/// The file: URI of an absolute path.
std::string UriOf(std::string_view path);

}  // namespace bnlint::lsp
