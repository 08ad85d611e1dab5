#pragma once

#include <string_view>

#include "spelling/speller.h"
#include "text/token.h"

namespace bnlint {

/// What single checks want to know of a word before they look at its paragraph (word_traits.h). Each is answered where
/// its check lives, and must be true of every word that the check could say something about. Thread-safe.

bool MayBeTwoSpellings(std::string_view word, const Token& token, const Speller& speller);
bool MayHoldOddConjunct(std::string_view word);
bool MayBeGlued(std::string_view word, const Speller& speller);
bool IsDoubledUnderReph(std::string_view word, const Speller& speller);
/// … if it is unknown and unseen.
bool MayBeLatinAsBijoy(std::string_view word);
bool SpeaksOfPrograms(std::string_view word);
bool MayBeDetachedEnding(std::string_view word);
bool IsFirstPerson(std::string_view word);
/// `known`: the dictionary knows it as it stands.
bool MayLackKhandaTa(std::string_view word, bool known);

}  // namespace bnlint
