#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ocr/features.h"

namespace bnlint::ocr {

/// What a misread word may have been: at most `most` words, best first, folded. First what one common mistake and
/// the words beside it explain; with `thorough`, which takes some milliseconds, also what several mistakes explain.
/// REQUIRES: facts.word is set. Thread-safe.
std::vector<std::string> Guesses(std::string_view word, const UnitFacts& facts, size_t most,
                                 bool thorough);

}  // namespace bnlint::ocr
