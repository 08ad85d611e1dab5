// The native checks by name: the one place where a new one is entered.

#include <algorithm>
#include <iterator>

#include "checks/check.h"
#include "checks/checks.h"

namespace bnlint {
namespace {

struct Entry {
  std::string_view name;
  std::unique_ptr<Check> (*make)(const CheckServices&);
};

constexpr Entry kChecks[] = {
    {"abbreviation-style", MakeAbbreviationStyle},
    {"academy-form", MakeAcademyForm},
    {"bare-sentence", MakeBareSentence},
    {"colon-visarga", MakeColonVisarga},
    {"danda-glued", MakeDandaGlued},
    {"danda-lookalike", MakeDandaLookalike},
    {"danda-space", MakeDandaSpace},
    {"dash-style", MakeDashStyle},
    {"detached-ni", MakeDetachedNi},
    {"detached-suffix", MakeDetachedSuffix},
    {"digit-letter", MakeDigitLetter},
    {"double-space", MakeDoubleSpace},
    {"dup-mark", MakeDupMark},
    {"empty-value", MakeEmptyValue},
    {"final-o", MakeFinalO},
    {"foreign-digit", MakeForeignDigit},
    {"glued-words", MakeGluedWords},
    {"grouping", MakeGrouping},
    {"invalid-syllable", MakeInvalidSyllable},
    {"invalid-utf8", MakeInvalidUtf8},
    {"ki-kii", MakeKiKii},
    {"latin-digit", MakeLatinDigit},
    {"lead-hyphen", MakeLeadHyphen},
    {"misspelling", MakeMisspelling},
    {"mixed-digit", MakeMixedDigit},
    {"mixed-systems", MakeMixedSystems},
    {"name-variant", MakeNameVariant},
    {"no-space-after-comma", MakeNoSpaceAfterComma},
    {"nukta-form", MakeNuktaForm},
    {"orphan-mark", MakeOrphanMark},
    {"para-end", MakeParaEnd},
    {"period-as-danda", MakePeriodAsDanda},
    {"quote-lost", MakeQuoteLost},
    {"quotes", MakeQuotes},
    {"register-mix", MakeRegisterMix},
    {"repeated-punctuation", MakeRepeatedPunctuation},
    {"reph-double", MakeRephDouble},
    {"sadhu-form", MakeSadhuForm},
    {"space-before-punctuation", MakeSpaceBeforePunctuation},
    {"split-vowel", MakeSplitVowel},
    {"split-word", MakeSplitWord},
    {"unbalanced-bracket", MakeUnbalancedBracket},
    {"usage", MakeUsage},
    {"variant-mix", MakeVariantMix},
    {"visarga-colon", MakeVisargaColon},
    {"word-repeat", MakeWordRepeat},
};

}  // namespace

std::unique_ptr<Check> MakeCheck(std::string_view name, const CheckServices& services) {
  const auto* found = std::find_if(std::begin(kChecks), std::end(kChecks),
                                   [&](const Entry& entry) { return entry.name == name; });
  return found == std::end(kChecks) ? nullptr : found->make(services);
}

std::vector<std::string_view> CheckNames() {
  std::vector<std::string_view> names;
  names.reserve(std::size(kChecks));
  for (const Entry& entry : kChecks) names.push_back(entry.name);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace bnlint
