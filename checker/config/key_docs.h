#pragma once

#include <string>

namespace bnlint {

/// The keys of bnlint.toml and the profiles as a page of Markdown, from the table that the parser reads by.
std::string ConfigMarkdown();

}  // namespace bnlint
