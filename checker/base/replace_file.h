#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace bnlint {

/// Puts `bytes` in the place of the file at `path` as AtomicFile does, provided that it still holds `expected`, or
/// `bytes` already. Refuses what is no regular file, what may not be written to, and a file with further names (hard
/// links), since these would go on naming the old one. Thread-safe.
Result<void> ReplaceFile(const std::string& path, std::string_view expected,
                         std::string_view bytes);

}  // namespace bnlint
