#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "text/document.h"
#include "text/source.h"

namespace bnlint {

/// A longer line of JSON Lines is refused.
inline constexpr size_t kJsonLineBytes = size_t{64} << 20;

/// The strings of a JSON file that are prose: the values of `fields` (keys, or paths "a.b"; lists do not count in them) with
/// all that is below them; with no fields every value that has a character beyond ASCII. Keys never are. Fixes are written
/// in the escapes that the string uses itself. What is not valid JSON is Document::error, unless no string of it could be prose.
/// Thread-safe.
Document ParseJson(const Source& block, std::span<const std::string> fields);

/// The same of JSON Lines, each line by itself; the error is that of the first broken line, the others are read.
Document ParseJsonLines(const Source& block, std::span<const std::string> fields);

/// Behind the last line end, or 0.
size_t CutAtLine(std::string_view bytes);

}  // namespace bnlint
