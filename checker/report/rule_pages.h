#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rule/rule.h"
#include "rule/ruleset.h"

namespace bnlint {

/// What the pages for terminals, Markdown and SARIF share. All of these are thread-safe.

/// The message of a rule with … for each {name}, whose value only a finding has, and without optional parts.
std::string MessagePattern(const RuleText& text);

/// The bad text of an example with «…» around what the rule finds.
std::string MarkedBad(const Example& example);

/// The lines of a text, without their ends; blank lines at its edges are left out.
std::vector<std::string_view> LinesOf(std::string_view text);

/// The rules in order of category, then id.
std::vector<const Rule*> ByCategory(const RuleSet& rules);

}  // namespace bnlint
