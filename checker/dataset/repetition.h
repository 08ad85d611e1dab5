#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "dataset/signals.h"
#include "dataset/units.h"

namespace bnlint::dataset {

/// Sets the signals that say how much a text repeats itself: the n-grams of its units (Gopher, as datatrove counts them),
/// its words and characters (ROOTS). `points` are the text's code points.
void MeasureRepetition(std::span<const Unit> units, std::span<const char32_t> points,
                       Signals& signals);

}  // namespace bnlint::dataset
