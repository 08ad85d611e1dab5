#pragma once

#include <string>

#include "base/result.h"

namespace bnlint {

/// The whole of a file: one that is known to be small (a rule, a dictionary, a word list), or that must be in memory as
/// a whole. A directory is an error. Thread-safe.
Result<std::string> ReadFile(const std::string& path);
/// All that is left of standard input.
Result<std::string> ReadStandardInput();

}  // namespace bnlint
