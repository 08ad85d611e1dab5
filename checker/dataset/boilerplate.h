#pragma once

#include <cstdint>
#include <span>

#include "dataset/units.h"

namespace bnlint::dataset {

/// True when a line is of the page around an article (dictionaries/bn/boilerplate.txt): it has at most 120 code points and
/// holds a phrase of such lines, or is made of items of a menu alone, two of them or more. Thread-safe.
bool IsBoilerplate(std::span<const Unit> line, uint32_t length);

}  // namespace bnlint::dataset
