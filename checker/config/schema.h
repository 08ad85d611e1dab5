#pragma once

#include <string>

namespace bnlint {

/// A JSON schema (draft 7) of bnlint.toml, made from the table of keys that the parser reads by. Ends with a line break.
std::string ConfigSchema();

}  // namespace bnlint
