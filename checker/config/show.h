#pragma once

#include <string>

#include "base/result.h"
#include "config/configs.h"

namespace bnlint {

/// What holds for the file at `path`: every key with its value and the place that said it, the rules that are not as they
/// are by default. As TOML with comments.
std::string ShowText(const std::string& path, const FileConfig& config);

/// The same as JSON: {"path", "config", "file_format", "excluded", "values": {KEY: {"value", "from"}}, "rules"}; `rules` are
/// all that run. "from" is a list of {"path", "line", "column"}, one for each string of a list; null for a default.
std::string ShowJson(const std::string& path, const FileConfig& config);

}  // namespace bnlint
