#pragma once

#include <cstddef>
#include <string_view>

#include "spelling/confusion.h"

namespace bnlint {

/// What an edit of one letter costs that no confusion explains. A sign is missed or mistaken more easily
/// than a letter, and the beginning of a word less easily than the rest: `at` is the place in the typed
/// word, from 0. All are constant-time and thread-safe.
EditCost OmissionCost(char16_t missing, size_t at);
EditCost SurplusCost(std::u16string_view typed, size_t at);
EditCost ReplacementCost(char16_t typed, char16_t right, size_t at);
/// Of the letters at `at` and `at + distance`. REQUIRES: both are there, 1 <= distance <= 2.
EditCost SwapCost(std::u16string_view typed, size_t at, size_t distance);

/// The least that OmissionCost and ReplacementCost return, and more than any word can bear.
inline constexpr EditCost kLeastLetterCost = 60;
inline constexpr EditCost kNever = 1000;

/// The greatest cost of edits that a word of so many letters can bear and still be recognised.
EditCost MostCost(size_t letters);

}  // namespace bnlint
