#pragma once

#include <string_view>

namespace bnlint {

/// Whether standard output gets colours: "always", "never", or with "auto" when it is a terminal, NO_COLOR
/// is unset or empty, and TERM is not "dumb".
bool UseColour(std::string_view choice);

}  // namespace bnlint
