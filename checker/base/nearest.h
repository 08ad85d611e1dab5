#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace bnlint {

/// Edits in bytes between two short ASCII names: one inserted, left out, put in place of another, or two neighbours in
/// the wrong order (optimal string alignment). O(a.size() × b.size()).
size_t EditDistance(std::string_view a, std::string_view b);

/// "; did you mean 'x'?" for the name nearest to `word`, or nothing when none is near (distance above
/// a third of its length).
std::string DidYouMean(std::string_view word, std::span<const std::string> names);

}  // namespace bnlint
