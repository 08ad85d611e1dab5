#pragma once

#include <vector>

#include "checks/check.h"
#include "text/akshara.h"

namespace bnlint {

/// Appends the faults of syllable structure of a token, in text offsets and in order; of a token that
/// is no Bengali word there are none. The token is read
/// in the pieces between its apostrophes; a token with invisible characters has none to report, since
/// those explain whatever looks broken. A mark repeated three times or more is drawn-out speech
/// (নাাাা), not damage.
void FindSyllableErrors(std::string_view text, const Token& token, size_t index,
                        std::vector<TokenError>& errors);

}  // namespace bnlint
