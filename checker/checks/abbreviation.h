#pragma once

#include <string_view>

namespace bnlint {

/// The stem of a common abbreviation, without the mark behind it: মো (মো. মোঃ মো:), ড, লি, খ্রি. Thread-safe.
bool IsAbbreviationStem(std::string_view word);

}  // namespace bnlint
