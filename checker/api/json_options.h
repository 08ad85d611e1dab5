#pragma once

#include <string_view>

#include "bnlint.h"

namespace bnlint {

/// The options of bnlint_open(): a JSON object. `error` names the key that is unknown or the value that does not fit.
Outcome<CheckerOptions> OptionsFromJson(std::string_view json);

}  // namespace bnlint
