#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bnlint {

/// Why a place in a Bengali word is outside the syllable grammar.
enum class SyllableFault : uint8_t {
  kOrphanMark,           ///< a sign or modifier with no letter before it that could carry it
  kDoubledMark,          ///< the same mark twice
  kTwoSigns,             ///< two different vowel signs on one letter
  kTwoModifiers,         ///< ং and ঃ on one letter, or ঁ behind them
  kMarkOrder,            ///< ঁ ং ঃ before the vowel sign of their consonant
  kSignAfterVowel,       ///< a vowel sign on an independent vowel
  kHalfSign,             ///< ৗ without the ে that it completes to ৌ
  kHasanta,              ///< a hasanta after a vowel, a sign or another hasanta
  kHasantaBeforeVowel,   ///< a hasanta between a consonant and an independent vowel
  kHasantaJoinsNothing,  ///< a hasanta before a sign, ৎ or a precomposed ড় ঢ় য়
  kNukta,                ///< a nukta on a letter that takes none, or after a sign
  kJoiner,               ///< a ZWNJ or ZWJ where the grammar has no place for it
  kLongCluster,          ///< more than five consonants joined
  kForeignLetter,        ///< what is no Bengali letter or mark
};

/// The name that rule files use for a fault: "orphan-mark", "two-signs" …
std::string_view FaultName(SyllableFault fault);

struct SyllableError {
  size_t begin;  ///< the offending code point, in bytes from the start of the word
  size_t end;
  SyllableFault fault;
};

/// Reads a word and says where it leaves the syllable grammar and why.
///
/// The grammar is that of the catalogue (C, K, CL, M, D, S, WORD in its regular expression), compiled by
/// hand into a table, states × classes of code points → next state or fault (akshara.cpp). Wider than that
/// expression in four points: split vowels (ে+া, ে+ৗ) count as the one sign that they are canonically equal to;
/// the archaic letters ঌ ৠ ৡ and signs ৢ ৣ count as vowels and signs; ক খ গ জ ঝ ফ ভ may carry a nukta, as
/// transcriptions of Urdu and English write (জ়, ফ়); ৰ and ৱ count as consonants, since Assamese differs in its
/// letters, not in how they join.
/// [M] No false alarm in 119,000 tokens of clean text.
///
/// Behind a fault it reads on as if the offending code point were not there, so one slip is one fault.
/// Apostrophes and invisible characters must have been cut out before. One pass, no allocation.
class SyllableReader {
 public:
  /// `word` must outlive the reader.
  explicit SyllableReader(std::string_view word) : word_(word) {}
  /// The next fault in order of reading, or nothing at the end of the word.
  std::optional<SyllableError> Next();

 private:
  std::string_view word_;
  size_t at_ = 0;
  size_t last_ = 0;  // where the code point before begins, and the one before that
  size_t second_last_ = 0;
  uint8_t state_ = 0;   // of the automaton
  uint8_t joined_ = 0;  // consonants of the cluster at hand
  bool ended_ = false;
};

/// The first place where `word` leaves the grammar, or nothing. Thread-safe.
inline std::optional<SyllableError> FindSyllableError(std::string_view word) {
  return SyllableReader(word).Next();
}

/// The end of the akshara (orthographic syllable) that begins at byte `at`: a consonant cluster with its
/// signs, or an independent vowel with its modifiers. Marks that the grammar refuses belong to the letter
/// before them, those at the start of the word are an akshara of their own; so iteration always advances
/// and joins back to the word. REQUIRES: at < word.size(), 0 or where an akshara ended. Thread-safe.
size_t AksharaEnd(std::string_view word, size_t at);

/// The number of aksharas of a word, by AksharaEnd.
size_t CountAksharas(std::string_view word);

}  // namespace bnlint
