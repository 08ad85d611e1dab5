#pragma once

#include <string_view>

#include "base/result.h"
#include "config/value.h"

namespace bnlint {

/// What a profile (one of kProfiles) is for, in a sentence.
std::string_view ProfileMeaning(std::string_view name);

/// What a profile says beyond what rule files say of it (`profiles`, `not_in`): the weakest layer of a setup. It is
/// profiles/<name>.toml, which is inside the binary. Thread-safe.
const Layer& ProfileLayer(std::string_view name);

}  // namespace bnlint
