#pragma once

#include <string>

#include "rule/diagnostic.h"
#include "rule/rule.h"

namespace bnlint::lsp {

/// The page of a rule for a hover: what it finds, why, and examples, in Markdown or as plain text.
std::string RulePage(const Rule& rule, Language language, bool markdown);

/// A file: URI of the page, for editors that open it when somebody clicks on the rule's id. The page is written to the
/// user's cache ($XDG_CACHE_HOME/bnlint/rules) unless it is there as it is. Empty when that cannot be. Not
/// thread-safe.
std::string PageUri(const Rule& rule, Language language);

}  // namespace bnlint::lsp
