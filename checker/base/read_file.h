#pragma once

#include <string>

#include "base/result.h"

namespace bnlint {

/// The whole of a file that is known to be small (a rule, a dictionary, a word list). A directory is an error.
/// Thread-safe.
Result<std::string> ReadFile(const std::string& path);

}  // namespace bnlint
