#pragma once

#include <string>
#include <string_view>

#include "rule/rule.h"
#include "rule/ruleset.h"

namespace bnlint {

/// What a rule file says, as pages for people and tools. All of these are thread-safe.

/// The page of `bnlint explain`: what the rule finds, why, and its examples. Ends with a line
/// break.
std::string ExplainText(const Rule& rule, Language language, bool colour);

/// The same in Markdown and both languages, without a heading.
std::string RuleMarkdown(const Rule& rule);

/// All rules by category, a line each.
std::string RuleListText(const RuleSet& rules, Language language);

/// The documentation of all rules: a table and then every rule's page.
std::string RuleListMarkdown(const RuleSet& rules);

/// An array with everything a rule file says, but for the pattern.
std::string RuleListJson(const RuleSet& rules);

/// Up to the first blank line, on one line: a summary of a rule's `why`.
std::string FirstParagraph(std::string_view text);

}  // namespace bnlint
