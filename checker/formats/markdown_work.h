#pragma once

#include <string_view>

namespace bnlint {

/// Would md4c 0.4.8 take more than about two seconds for this text? It takes minutes for some megabytes of
/// brackets or nested quotes. An estimate from counts: nothing here looks at a clock.
bool IsTooMuchWork(std::string_view text);

}  // namespace bnlint
