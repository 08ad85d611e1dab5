#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace bnlint {

/// Why an operation failed: what is wrong, where, and (in the message) what to do about it.
/// `line` and `column` count from 1 in code points; 0 means "the whole file" or "not in a file".
struct Error {
  std::string message;
  std::string path;
  uint64_t line = 0;
  uint64_t column = 0;

  /// "path:line:column: message", leaving out what is not known.
  [[nodiscard]] std::string ToString() const {
    std::string text = path;
    if (line != 0) text += ':' + std::to_string(line) + ':' + std::to_string(column);
    return text.empty() ? message : text + ": " + message;
  }
};

using Errors = std::vector<Error>;

/// The value, or why there is none. No exception crosses a public function.
template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> Fail(std::string message, std::string path = {}) {
  return tl::unexpected<Error>({std::move(message), std::move(path), 0, 0});
}

}  // namespace bnlint
