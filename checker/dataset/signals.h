#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "dataset/language.h"

namespace bnlint::dataset {

/// What a dataset builder filters on: one number each for a whole document. SignalTable() says what each is, in which
/// unit, and where its formula comes from.
///
/// Words. A *unit* is a word or a mark. A word is a run of letters, signs, digits and joiners of any script, with an
/// apostrophe inside between letters and a point or comma inside between digits (text/token.h; tokens that touch are one
/// word: ২০১১সালে); every other character that is no blank and can be seen is a unit of its own. So vowel signs never break a word, and
/// the danda is a mark. Lengths are in code points, as Python counts them; aksharas beside where that says more.
/// Lines end at LF. A *line* of a ratio is one that is not blank, unless the signal says otherwise.
enum class Signal : uint8_t {
  kCharacters,
  kWords,
  kUnits,
  kMeanWordLength,
  kMeanWordAksharas,
  kAlphaRatio,
  kAlphaWordRatio,
  kStopWords,
  kStopWordRatio,
  kDigitRatio,
  kSymbolRatio,
  kSpecialRatio,
  kHashRatio,
  kEllipsisRatio,
  kMarkRatio,
  kBengaliRatio,
  kLatinRatio,
  kDevanagariRatio,
  kOtherScriptRatio,
  kBengali,
  kLanguageScore,
  kLines,
  kTerminalLineRatio,
  kShortLineRatio,
  kBulletLineRatio,
  kEllipsisLineRatio,
  kNewlineRatio,
  kDuplicateLineRatio,
  kDuplicateLineCharRatio,
  kCharDuplicateRatio,
  kDuplicateParagraphRatio,
  kDuplicateParagraphCharRatio,
  kTop2Gram,
  kTop3Gram,
  kTop4Gram,
  kDuplicate5Gram,
  kDuplicate6Gram,
  kDuplicate7Gram,
  kDuplicate8Gram,
  kDuplicate9Gram,
  kDuplicate10Gram,
  kCharacterRepetition,
  kWordRepetition,
  kBoilerplateRatio,
  kTruncated,
  kFindings,
  kErrors,
  kWarnings,
  kNotes,
  kFlaggedRatio,
  kOcrQuality,
  kKnownWordRatio,
  kValidWordRatio,
  kGarbageRatio,
  kCount
};
inline constexpr size_t kSignals = static_cast<size_t>(Signal::kCount);

/// What it takes to know a signal; each costs more than the one before.
enum class Needs : uint8_t {
  kText,      ///< Measure(): some 100 MB/s
  kQuality,   ///< the dictionary and the OCR model: ocr/page_reader.h
  kFindings,  ///< the rules
};

struct SignalInfo {
  Signal signal;
  Needs needs;
  std::string_view name;     ///< "terminal_line_ratio": in configurations and attributes
  std::string_view unit;     ///< "words", "ratio" …
  std::string_view formula;  ///< one line of English
  std::string_view source;   ///< whose formula it is: "FineWeb", "Gopher", "ROOTS" …, or "bnlint"
  std::string_view bengali;  ///< its name for a reader of Bengali
};

/// All signals, in the order of the enumeration.
std::span<const SignalInfo> SignalTable();
inline const SignalInfo& Info(Signal signal) { return SignalTable()[static_cast<size_t>(signal)]; }
/// By name; nothing when there is none.
std::optional<Signal> FindSignal(std::string_view name);

/// The signals of one document. What was not computed is NaN: a signal that Needs more than was done.
class Signals {
 public:
  Signals();
  [[nodiscard]] double operator[](Signal signal) const {
    return values_[static_cast<size_t>(signal)];
  }
  double& operator[](Signal signal) { return values_[static_cast<size_t>(signal)]; }
  [[nodiscard]] bool Has(Signal signal) const { return (*this)[signal] == (*this)[signal]; }
  TextLanguage language = TextLanguage::kUnknown;

 private:
  std::array<double, kSignals> values_;
};

/// Every signal that Needs only the text, which should be UTF-8 (broken bytes count as one character each). Linear time;
/// memory some twenty times the text. Of an empty text every ratio is 0. Thread-safe.
Signals Measure(std::string_view text);

}  // namespace bnlint::dataset
