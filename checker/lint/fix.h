#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rule/diagnostic.h"

namespace bnlint {

/// `text` with the edits of `fixes` applied. Edits that are equal count once; of fixes that overlap the
/// first in order of place wins whole and the others are left for another run (of a separable fix only what
/// overlaps). `text` begins at byte 0 of its file. Thread-safe.
std::string ApplyFixes(std::string_view text, std::vector<Fix> fixes);

}  // namespace bnlint
