#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rule/diagnostic.h"
#include "spelling/speller.h"

namespace bnlint {

/// What a converter from Bijoy did to a word, and the word that was meant.
struct Conversion {
  std::string_view fault;  ///< a term of bijoy-residue's rule file
  std::string better;
  FixSafety safety = FixSafety::kUnsafe;
};

/// The questions that bijoy-residue asks about one Bengali word without stray glyphs. All of them answer only with
/// words that the dictionary has; `word` itself must be unknown to it. Thread-safe.

/// A hasanta behind a vowel sign (মৃতু্য), a reph a letter too far (কতৃর্ক), a wrong letter of converter-slips.tsv.
std::optional<Conversion> FindConversion(std::string_view word, const Speller& speller);

/// Whether FindConversion can have an answer: a quick look at the letters beside each hasanta.
bool MayBeConverted(std::string_view word);

/// A reph lost (পযন্ত). For texts that show by other signs that they lost some. `least`: how frequent the word with
/// it must be (Speller::Frequency).
std::optional<Conversion> FindLostReph(std::string_view word, int least, const Speller& speller);

/// ে ি behind the letter after য় (দিয়ইে, সময়রে): converters that know য় only as two code points.
std::optional<Conversion> FindLateSign(std::string_view word, const Speller& speller);

/// ক্ষ lost (শিা, পরীা), where what is left is impossible, or, if `anywhere`, wherever one ক্ষ makes a known word.
std::optional<Conversion> FindLostKssa(std::string_view word, bool anywhere,
                                       const Speller& speller);

}  // namespace bnlint
