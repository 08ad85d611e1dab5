#pragma once

#include "dataset/reading.h"
#include "dataset/signals.h"

namespace bnlint::dataset {

/// Sets the signals of lines and paragraphs: how they end, how long they are, which repeat, which are no prose.
void MeasureLines(const Reading& reading, Signals& signals);

}  // namespace bnlint::dataset
