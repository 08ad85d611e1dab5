#pragma once

#include <string>

#include "bnlint.h"

namespace bnlint {

/// The JSON of bnlint_judge().
std::string VerdictJson(const Verdict& verdict);
/// The JSON of bnlint_signals().
std::string SignalsJson();

}  // namespace bnlint
