#pragma once

#include <memory>

#include "checks/check.h"

namespace bnlint {

// One factory a check; what each looks for is in its rule file, how it decides in its source file.
std::unique_ptr<Check> MakeAbbreviationStyle(const CheckServices& services);
std::unique_ptr<Check> MakeAcademyForm(const CheckServices& services);
std::unique_ptr<Check> MakeAssameseLetter(const CheckServices& services);
std::unique_ptr<Check> MakeBadHasanta(const CheckServices& services);
std::unique_ptr<Check> MakeBareSentence(const CheckServices& services);
std::unique_ptr<Check> MakeBijoy(const CheckServices& services);
std::unique_ptr<Check> MakeBijoyResidue(const CheckServices& services);
std::unique_ptr<Check> MakeBrokenLine(const CheckServices& services);
std::unique_ptr<Check> MakeColonVisarga(const CheckServices& services);
std::unique_ptr<Check> MakeDandaGlued(const CheckServices& services);
std::unique_ptr<Check> MakeDandaLookalike(const CheckServices& services);
std::unique_ptr<Check> MakeDandaSpace(const CheckServices& services);
std::unique_ptr<Check> MakeDashStyle(const CheckServices& services);
std::unique_ptr<Check> MakeDetachedNi(const CheckServices& services);
std::unique_ptr<Check> MakeDetachedSuffix(const CheckServices& services);
std::unique_ptr<Check> MakeDigitLetter(const CheckServices& services);
std::unique_ptr<Check> MakeDoubleSpace(const CheckServices& services);
std::unique_ptr<Check> MakeDupMark(const CheckServices& services);
std::unique_ptr<Check> MakeEmptyValue(const CheckServices& services);
std::unique_ptr<Check> MakeEscapeResidue(const CheckServices& services);
std::unique_ptr<Check> MakeFinalO(const CheckServices& services);
std::unique_ptr<Check> MakeForeignDigit(const CheckServices& services);
std::unique_ptr<Check> MakeGluedWords(const CheckServices& services);
std::unique_ptr<Check> MakeGrouping(const CheckServices& services);
std::unique_ptr<Check> MakeHomoglyph(const CheckServices& services);
std::unique_ptr<Check> MakeHriHuu(const CheckServices& services);
std::unique_ptr<Check> MakeHyphenatedBreak(const CheckServices& services);
std::unique_ptr<Check> MakeInvalidSyllable(const CheckServices& services);
std::unique_ptr<Check> MakeInvalidUtf8(const CheckServices& services);
std::unique_ptr<Check> MakeIscii(const CheckServices& services);
std::unique_ptr<Check> MakeJoinedBlocks(const CheckServices& services);
std::unique_ptr<Check> MakeKhandaTa(const CheckServices& services);
std::unique_ptr<Check> MakeKiKii(const CheckServices& services);
std::unique_ptr<Check> MakeLatinDigit(const CheckServices& services);
std::unique_ptr<Check> MakeLeadHyphen(const CheckServices& services);
std::unique_ptr<Check> MakeLossyQuestion(const CheckServices& services);
std::unique_ptr<Check> MakeMarkOrder(const CheckServices& services);
std::unique_ptr<Check> MakeMisspelling(const CheckServices& services);
std::unique_ptr<Check> MakeMixedDigit(const CheckServices& services);
std::unique_ptr<Check> MakeMixedSystems(const CheckServices& services);
std::unique_ptr<Check> MakeMojibake(const CheckServices& services);
std::unique_ptr<Check> MakeNameVariant(const CheckServices& services);
std::unique_ptr<Check> MakeNoSpaceAfterComma(const CheckServices& services);
std::unique_ptr<Check> MakeNuktaForm(const CheckServices& services);
std::unique_ptr<Check> MakeNuktaOther(const CheckServices& services);
std::unique_ptr<Check> MakeOcrConfusion(const CheckServices& services);
std::unique_ptr<Check> MakeOcrGarbage(const CheckServices& services);
std::unique_ptr<Check> MakeOrphanMark(const CheckServices& services);
std::unique_ptr<Check> MakePageNumber(const CheckServices& services);
std::unique_ptr<Check> MakeParaEnd(const CheckServices& services);
std::unique_ptr<Check> MakePdfLostConjunct(const CheckServices& services);
std::unique_ptr<Check> MakePdfSplitO(const CheckServices& services);
std::unique_ptr<Check> MakePdfVisualOrder(const CheckServices& services);
std::unique_ptr<Check> MakePeriodAsDanda(const CheckServices& services);
std::unique_ptr<Check> MakeQuoteLost(const CheckServices& services);
std::unique_ptr<Check> MakeQuoteStyle(const CheckServices& services);
std::unique_ptr<Check> MakeQuotes(const CheckServices& services);
std::unique_ptr<Check> MakeRaYa(const CheckServices& services);
std::unique_ptr<Check> MakeRegisterMix(const CheckServices& services);
std::unique_ptr<Check> MakeRepeatedPunctuation(const CheckServices& services);
std::unique_ptr<Check> MakeRephDouble(const CheckServices& services);
std::unique_ptr<Check> MakeReversedO(const CheckServices& services);
std::unique_ptr<Check> MakeRunningHeader(const CheckServices& services);
std::unique_ptr<Check> MakeSadhuForm(const CheckServices& services);
std::unique_ptr<Check> MakeSignAfterVowel(const CheckServices& services);
std::unique_ptr<Check> MakeSpaceBeforePunctuation(const CheckServices& services);
std::unique_ptr<Check> MakeSpacedHasanta(const CheckServices& services);
std::unique_ptr<Check> MakeSplitVowel(const CheckServices& services);
std::unique_ptr<Check> MakeSplitWord(const CheckServices& services);
std::unique_ptr<Check> MakeStrayJoiner(const CheckServices& services);
std::unique_ptr<Check> MakeStrippedMarks(const CheckServices& services);
std::unique_ptr<Check> MakeTruncatedUtf8(const CheckServices& services);
std::unique_ptr<Check> MakeUnbalancedBracket(const CheckServices& services);
std::unique_ptr<Check> MakeUnknownConjunct(const CheckServices& services);
std::unique_ptr<Check> MakeUsage(const CheckServices& services);
std::unique_ptr<Check> MakeUtf16AsUtf8(const CheckServices& services);
std::unique_ptr<Check> MakeVariantMix(const CheckServices& services);
std::unique_ptr<Check> MakeVisargaColon(const CheckServices& services);
std::unique_ptr<Check> MakeWordRepeat(const CheckServices& services);
std::unique_ptr<Check> MakeYaPhala(const CheckServices& services);

}  // namespace bnlint
