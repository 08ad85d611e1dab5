#pragma once

#include <cstddef>
#include <string_view>

namespace bnlint {

/// The bytes of a placeholder of a program's format string at `at` (%1$s, %d, %(name)s, %%, {name}, {0}, {{x}}); 0: none.
/// Looks no further than 64 bytes. Thread-safe.
size_t PlaceholderSize(std::string_view text, size_t at);

}  // namespace bnlint
