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
    {"academy-form", MakeAcademyForm},
    {"bare-sentence", MakeBareSentence},
    {"broken-line", MakeBrokenLine},
    {"danda-lookalike", MakeDandaLookalike},
    {"detached-ni", MakeDetachedNi},
    {"detached-suffix", MakeDetachedSuffix},
    {"dup-mark", MakeDupMark},
    {"final-o", MakeFinalO},
    {"foreign-digit", MakeForeignDigit},
    {"glued-words", MakeGluedWords},
    {"hyphenated-break", MakeHyphenatedBreak},
    {"invalid-syllable", MakeInvalidSyllable},
    {"invalid-utf8", MakeInvalidUtf8},
    {"ki-kii", MakeKiKii},
    {"latin-digit", MakeLatinDigit},
    {"lead-hyphen", MakeLeadHyphen},
    {"misspelling", MakeMisspelling},
    {"mixed-digit", MakeMixedDigit},
    {"mixed-systems", MakeMixedSystems},
    {"name-variant", MakeNameVariant},
    {"nukta-form", MakeNuktaForm},
    {"ocr-confusion", MakeOcrConfusion},
    {"ocr-garbage", MakeOcrGarbage},
    {"orphan-mark", MakeOrphanMark},
    {"page-number", MakePageNumber},
    {"para-end", MakeParaEnd},
    {"pdf-lost-conjunct", MakePdfLostConjunct},
    {"pdf-split-o", MakePdfSplitO},
    {"pdf-visual-order", MakePdfVisualOrder},
    {"quote-lost", MakeQuoteLost},
    {"quotes", MakeQuotes},
    {"register-mix", MakeRegisterMix},
    {"reph-double", MakeRephDouble},
    {"running-header", MakeRunningHeader},
    {"sadhu-form", MakeSadhuForm},
    {"split-vowel", MakeSplitVowel},
    {"split-word", MakeSplitWord},
    {"usage", MakeUsage},
    {"variant-mix", MakeVariantMix},
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
