#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "rule/rule.h"

namespace bnlint {

/// Reads one rule file. `path` is what errors call it; its folder is the category and its stem the
/// name. Every error found is reported, with line and column: unknown keys, missing texts, a pattern
/// that RE2 or the rule language refuses, fewer than one bad and one good example. Thread-safe.
tl::expected<Rule, Errors> LoadRule(std::string_view toml, const std::string& path);

}  // namespace bnlint
