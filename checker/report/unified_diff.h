#pragma once

#include <ostream>
#include <string_view>

#include "lint/changes.h"

namespace bnlint {

/// Writes what `changes` made of `before` as a unified diff of `path`, for `patch -p0` and `git apply -p0`: whole lines
/// that end with LF, three of context, all bytes as they are, also those of CRLF and of broken UTF-8. Applied to `before`
/// it gives exactly `after`. Writes nothing when there are no changes. Linear time. Thread-safe.
void WriteUnifiedDiff(std::ostream& out, std::string_view path, std::string_view before,
                      std::string_view after, const Changes& changes);

}  // namespace bnlint
