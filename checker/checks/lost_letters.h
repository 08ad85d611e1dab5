#pragma once

#include <string>
#include <vector>

#include "spelling/speller.h"
#include "text/mojibake.h"

namespace bnlint {

/// Puts letters in the holes of `found` where the dictionary knows just one word that fits, or one far more common
/// than the others, and takes these holes off its list. Bounded work; thread-safe.
void FillHoles(const Speller& speller, Mojibake& found);

}  // namespace bnlint
