// The native checks by name: the one place where a new one is entered.

#include <algorithm>
#include <iterator>

#include "checks/by_paragraph.h"
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
    {"assamese-letter", MakeAssameseLetter},
    {"bad-hasanta", MakeBadHasanta},
    {"bare-sentence", MakeBareSentence},
    {"bijoy", MakeBijoy},
    {"bijoy-residue", MakeBijoyResidue},
    {"broken-line", MakeBrokenLine},
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
    {"escape-residue", MakeEscapeResidue},
    {"final-o", MakeFinalO},
    {"foreign-digit", MakeForeignDigit},
    {"glued-words", MakeGluedWords},
    {"grouping", MakeGrouping},
    {"homoglyph", MakeHomoglyph},
    {"hri-huu", MakeHriHuu},
    {"hyphenated-break", MakeHyphenatedBreak},
    {"invalid-syllable", MakeInvalidSyllable},
    {"invalid-utf8", MakeInvalidUtf8},
    {"iscii", MakeIscii},
    {"joined-blocks", MakeJoinedBlocks},
    {"khanda-ta", MakeKhandaTa},
    {"ki-kii", MakeKiKii},
    {"latin-digit", MakeLatinDigit},
    {"lead-hyphen", MakeLeadHyphen},
    {"lossy-question", MakeLossyQuestion},
    {"mark-order", MakeMarkOrder},
    {"misspelling", MakeMisspelling},
    {"mixed-digit", MakeMixedDigit},
    {"mixed-systems", MakeMixedSystems},
    {"mojibake", MakeMojibake},
    {"name-variant", MakeNameVariant},
    {"no-space-after-comma", MakeNoSpaceAfterComma},
    {"nukta-form", MakeNuktaForm},
    {"nukta-other", MakeNuktaOther},
    {"ocr-confusion", MakeOcrConfusion},
    {"ocr-garbage", MakeOcrGarbage},
    {"orphan-mark", MakeOrphanMark},
    {"page-number", MakePageNumber},
    {"para-end", MakeParaEnd},
    {"pdf-lost-conjunct", MakePdfLostConjunct},
    {"pdf-split-o", MakePdfSplitO},
    {"pdf-visual-order", MakePdfVisualOrder},
    {"period-as-danda", MakePeriodAsDanda},
    {"quote-lost", MakeQuoteLost},
    {"quote-style", MakeQuoteStyle},
    {"quotes", MakeQuotes},
    {"ra-ya", MakeRaYa},
    {"register-mix", MakeRegisterMix},
    {"repeated-punctuation", MakeRepeatedPunctuation},
    {"reph-double", MakeRephDouble},
    {"reversed-o", MakeReversedO},
    {"running-header", MakeRunningHeader},
    {"sadhu-form", MakeSadhuForm},
    {"sign-after-vowel", MakeSignAfterVowel},
    {"space-before-punctuation", MakeSpaceBeforePunctuation},
    {"spaced-hasanta", MakeSpacedHasanta},
    {"split-vowel", MakeSplitVowel},
    {"split-word", MakeSplitWord},
    {"stray-joiner", MakeStrayJoiner},
    {"stripped-marks", MakeStrippedMarks},
    {"truncated-utf8", MakeTruncatedUtf8},
    {"unbalanced-bracket", MakeUnbalancedBracket},
    {"unknown-conjunct", MakeUnknownConjunct},
    {"usage", MakeUsage},
    {"utf16-as-utf8", MakeUtf16AsUtf8},
    {"variant-mix", MakeVariantMix},
    {"visarga-colon", MakeVisargaColon},
    {"word-repeat", MakeWordRepeat},
    {"ya-phala", MakeYaPhala},
};

constexpr std::string_view kByParagraph[] = {
    "academy-form",     "bad-hasanta",    "bare-sentence", "bijoy",
    "broken-line",      "colon-visarga",  "detached-ni",   "detached-suffix",
    "digit-letter",     "dup-mark",       "final-o",       "foreign-digit",
    "glued-words",      "homoglyph",      "hri-huu",       "hyphenated-break",
    "invalid-syllable", "iscii",          "joined-blocks", "khanda-ta",
    "ki-kii",           "mark-order",     "misspelling",   "mixed-digit",
    "mojibake",         "nukta-other",    "orphan-mark",   "ra-ya",
    "register-mix",     "reph-double",    "reversed-o",    "sadhu-form",
    "sign-after-vowel", "spaced-hasanta", "split-word",    "stray-joiner",
    "unknown-conjunct", "usage",          "word-repeat",   "ya-phala",
};

}  // namespace

bool JudgesByParagraph(std::string_view check) {
  return std::binary_search(std::begin(kByParagraph), std::end(kByParagraph), check);
}

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
