#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bnlint {

/// Why a place in a Bengali word is outside the syllable grammar.
enum class SyllableFault : uint8_t {
  kOrphanMark,     ///< a sign or modifier with no letter before it that could carry it
  kDoubledMark,    ///< the same mark twice
  kTwoSigns,       ///< two different vowel signs on one letter
  kMarkOrder,      ///< a modifier (ঁ ং ঃ) before the vowel sign, or modifiers out of order
  kHasanta,        ///< a hasanta after a vowel, a sign or another hasanta, or joining nothing
  kNukta,          ///< a nukta on a letter that takes none, or after a vowel sign
  kJoiner,         ///< a ZWNJ or ZWJ where the script gives it no meaning
  kLongCluster,    ///< more than five consonants joined
  kForeignLetter,  ///< a letter of the block that Bengali does not use: ৰ ৱ
};

/// The name that rule files use for a fault: "orphan-mark", "two-signs" …
std::string_view FaultName(SyllableFault fault);

struct SyllableError {
  size_t begin;  ///< the offending code point, in bytes from the start of the word
  size_t end;
  SyllableFault fault;
};

/// The end of the akshara (orthographic syllable) that begins at byte `at`: a consonant cluster with
/// its signs, or an independent vowel with its modifiers. An offending code point counts as an
/// akshara of its own, so iteration always advances and joins back to the word.
/// REQUIRES: at < word.size() and on a code point boundary. Thread-safe.
size_t AksharaEnd(std::string_view word, size_t at);

/// The number of aksharas of a word, by AksharaEnd.
size_t CountAksharas(std::string_view word);

/// The first place at or after byte `from` where `word` leaves the grammar, or nothing.
///
/// The grammar is that of the catalogue (C, K, CL, M, D, S, WORD in its regular expression), read
/// deterministically, and wider in four points: split vowels (ে+া, ে+ৗ) count as the one sign that
/// they are canonically equal to; the archaic letters ঌ ৠ ৡ and signs ৢ ৣ count as vowels and signs;
/// ক খ গ জ ঝ ফ ভ may carry a nukta, as transcriptions of Urdu and English write (জ়, ফ়); a ZWNJ may stand
/// before any vowel sign of a cluster. [M] No false alarm in 119,000 tokens of clean text.
/// Apostrophes and invisible characters must have been cut out before. Thread-safe.
std::optional<SyllableError> FindSyllableError(std::string_view word, size_t from = 0);

}  // namespace bnlint
