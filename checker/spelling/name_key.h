#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bnlint {

/// The word without its case endings and particles (ল্যাভরভকে → ল্যাভরভ), as far as at least two aksharas
/// remain. A guess from the form alone.
std::string_view NameStem(std::string_view word);

/// What transcriptions of one foreign name agree on: long and short vowels, the three sibilants, ণ and
/// ন, জ and য, ঁ, ya-phala and doubled consonants fall together. Thread-safe.
std::string NameKey(std::string_view stem);

/// Levenshtein distance in code points, or `limit` + 1 when it is greater than that.
size_t CodePointDistance(std::string_view a, std::string_view b, size_t limit);

}  // namespace bnlint
