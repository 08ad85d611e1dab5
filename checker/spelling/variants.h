#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "spelling/confusion.h"

namespace bnlint {

/// Forms that may have been meant where `typed` stands, made by undoing confusions, surplus letters and
/// swapped neighbours one after the other: for words that no list holds and only a dictionary can judge.
/// Calls `visit` with each, cheapest first, until it returns false, edits would cost more than
/// `most_cost` or 80 forms have been visited. No form is visited twice, `typed` never, nor forms that are no
/// Bengali syllables. `typed` is folded. Deterministic; thread-safe.
void VisitVariants(std::u16string_view typed, const ConfusionTable& confusions, EditCost most_cost,
                   const std::function<bool(std::u16string_view form, EditCost cost)>& visit);

}  // namespace bnlint
