#pragma once

#include <string_view>

namespace bnlint {

/// Word lists inside the binary (dictionaries/bn/, with their sources in SOURCES.md). Words are compared
/// folded (fold.h). The first call builds a table; all are constant-time and thread-safe afterwards.

/// A frequent form that Bengali does not reduplicate: twice in a row it is a slip.
bool IsNeverDoubled(std::string_view word);

}  // namespace bnlint
