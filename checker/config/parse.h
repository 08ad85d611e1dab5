#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "config/keys.h"
#include "config/value.h"

namespace bnlint {

/// One [[overrides]] of a file.
struct Override {
  std::vector<Item> paths;
  Layer layer;
};

/// A bnlint.toml as it stands, before what it names has been looked for.
struct ParsedConfig {
  Layer top;
  std::vector<Override> overrides;
  std::vector<std::string> foreign;  ///< the tables that other rooms read and that are there
};

/// Reads one file by the table of keys.h. `path` is what errors call it. Every fault is added to `errors`, in order of
/// place: what is no TOML, unknown keys and values with the nearest known one, wrong types, malformed globs. Names of rules
/// are not looked up: that needs the rules. What is right is in the answer all the same. `where` is Key::kTop, or
/// Key::kProfile for a profile of bnlint's own. Thread-safe.
ParsedConfig ParseConfig(std::string_view toml, const std::string& path, uint8_t where,
                         Errors& errors);

}  // namespace bnlint
