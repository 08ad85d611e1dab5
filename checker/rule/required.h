#pragma once

#include <string_view>
#include <vector>

#include "text/char_set.h"

namespace bnlint {

/// Characters that stand one behind the other, each out of a set.
using CharRun = std::vector<CharSet>;

/// Runs of which every match of a pattern holds one at least.
using AnyRun = std::vector<CharRun>;

/// What every match of a pattern (RE2 syntax, macros expanded) must hold: one of each of these. Empty when nothing can
/// be said; what is said is true of every match, but not all that could be said. Found from the syntax alone, in one pass
/// over the pattern. Thread-safe.
std::vector<AnyRun> RequiredRuns(std::string_view pattern);

/// Letters and marks of the Bengali block: where they touch they stand in one token, so runs of them lie in one word. A run
/// that RequiredRuns gives has only such sets or none.
const CharSet& WordLetters();

/// How rare a run is in Bengali prose: about -log2 of how often it begins at a given character.
double Rarity(const CharRun& run);
double Rarity(const AnyRun& runs);

}  // namespace bnlint
