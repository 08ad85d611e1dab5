#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "report/json.h"

namespace bnlint {

/// Adds what is wrong in the [dataset] of a bnlint.toml: dataset/policy.h reads it.
void CheckDataset(std::string_view toml, const std::string& path, Errors& errors);

/// What the table may say, as JSON schema.
Json DatasetSchema();

}  // namespace bnlint
