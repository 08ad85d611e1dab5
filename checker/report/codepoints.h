#pragma once

#include <string>

#include "rule/diagnostic.h"

namespace bnlint {

/// Names those code points of a finding that the eye cannot see or tell apart, and no others:
/// blanks when there is nothing else, joiners, controls, lone marks, digits and letters of another
/// script within Bengali. What the first fix changes them to comes behind an arrow: "U+200B ZERO
/// WIDTH SPACE × 2 → U+200C ZERO WIDTH NON-JOINER". Empty when plain to see. Thread-safe.
std::string CodePointLine(const Diagnostic& diagnostic, Language language);

}  // namespace bnlint
