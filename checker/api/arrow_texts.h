#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bnlint.h"
#include "bnlint_c.h"

namespace bnlint {

/// A text of a batch; nothing for a null.
using MaybeText = std::optional<std::string_view>;

/// The texts of an Arrow array of format "u" (string), "U" (large string) or "vu" (string view), as views into its
/// buffers. Another format is an error. The array must be valid as the Arrow specification says; its offsets are trusted.
Outcome<std::vector<MaybeText>> TextsOf(const ArrowSchema& schema, const ArrowArray& array);

}  // namespace bnlint
