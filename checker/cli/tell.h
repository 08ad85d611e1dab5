#pragma once

#include "base/result.h"

namespace bnlint {

/// Writes "bnlint: " and the error to standard error.
void Tell(const Error& error);
void Tell(const Errors& errors);

}  // namespace bnlint
