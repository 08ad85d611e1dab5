#pragma once

#include <string_view>
#include <vector>

namespace bnlint {

/// A file of the source tree that is inside the binary. `name` is its path in the tree
/// ("rules/punctuation/danda-glued.toml"), `bytes` its contents; both live as long as the program.
struct EmbeddedFile {
  std::string_view name;
  std::string_view bytes;
};

/// All embedded files, in a fixed order. Thread-safe.
std::vector<EmbeddedFile> EmbeddedFiles();

/// The contents of one embedded file; empty when there is none of that name. Thread-safe.
std::string_view Embedded(std::string_view name);

}  // namespace bnlint
