#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "spelling/speller.h"
#include "text/mojibake.h"

namespace bnlint {

/// Puts letters in the holes of `found` where the dictionary knows just one word that fits, or one far more common
/// than the others, and takes these holes off its list. Bounded work; thread-safe.
void FillHoles(const Speller& speller, Mojibake& found);

/// The word that the dictionary knows with one letter, sign or joiner between `left` and `right`, the most frequent one;
/// empty when there is none. Thread-safe.
std::string WordWithHole(const Speller& speller, std::string_view left, std::string_view right);

}  // namespace bnlint
