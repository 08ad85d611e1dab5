#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ocr/unit.h"
#include "ocr/word_reader.h"

namespace bnlint::ocr {

/// The signals that a finding names; every feature belongs to one.
enum class Signal : uint8_t {
  kBase,          ///< how often such things are wrong at all
  kDictionary,    ///< known or not, and how frequent
  kSyllable,      ///< outside the syllable grammar
  kLetters,       ///< an unlikely sequence of aksharas
  kNeighbour,     ///< a word that OCR mistakes for this one is much more frequent
  kContext,       ///< the words beside it go with another
  kShape,         ///< stray marks, mixed scripts, a place on the line where junk collects
  kSurroundings,  ///< what stands around it is wrong as well
};
inline constexpr size_t kSignals = 8;
std::string_view NameOf(Signal signal);

/// A family of features under one name; a weight for each is in ocr-weights.tsv as "name.index".
struct FeatureFamily {
  std::string_view name;
  Signal signal;
  uint16_t count;
};
/// Index into Families().
enum Family : uint8_t {
  kBias,          // by kind
  kFrequency,     // of words: class bucket (9), unknown words then known ones
  kAttested,      // unknown and unlisted, but counted: 0 never, 1 a few times, 2 more
  kOtherReading,  // of unknown words: Reading 1 to 3; 3 and 4 a repeated word, unknown and known
  kFault,         // outside the grammar: 0 in a word, 1 in another kind
  kLikelihood,  // 0, 1 mean and worst of unknown words, 2, 3 of known words, 4 unknown letters' excess
  kAksharas,       // of words: 1, 2, 3, 4 or more; unknown words then known ones
  kNeighbourhood,  // best candidate's advantage: 0 unknown > 0, 1 unknown < 0, 2, 3 known; 4, 5 none
  kAffinity,       // of the word: 0 left, 1 right; 2 sides that ought to be met and are not
  kBetterAffinity,  // advantage in context: 0, 1 unknown; 2, 3 known; 4 known, squared
  kParts,           // more than one word in the unit
  kBefore,          // what leads: kind of mark (6)
  kAfter,           // what trails: kind of mark (12)
  kInside,          // marks between letters: 0 hyphen, 1 other punctuation, 2 symbol
  kBracket,         // 0 opened and not closed, 1 closed and not opened
  kLine,            // 0 alone, 1 first, 2 last on its line; by word-like and not (6)
  kNumberShape,     // Bengali digits, Latin digits, both; one digit, more (6); 6 Bengali ending
  kLatinShape,      // letters 1, 2, 3, 4 or more; 4 all capitals, 5 no vowel, 6 capitals inside
  kMixedShape,      // 0 Bengali + Latin, 1 Bengali + digit, 2 Latin + digit, 3 Bengali + two others
  kMarksShape,      // what the one mark is (10)
  kLetterShape,     // a lone letter: 0 ও or এ, 1 other; 2 with a mark beside it
  kNextMark,        // behind it a unit of marks: 0 danda, 1 another; 2, 3 before it
  kPage,            // logit of the mean round-one probability of the block, by kind
  kAround,          // 0, 1: … of the nearest 2 and 8 on each side, words; 2, 3: others
  kShare,  // ln of the share of Latin, number, mixed, mark units in the block, for those kinds
  kFamilies
};
const std::array<FeatureFamily, kFamilies>& Families();

/// The index of a feature among all, and how many there are.
constexpr size_t kMostFeatures = 256;
size_t FeatureIndex(Family family, size_t index);
size_t FeatureCount();
std::string FeatureName(size_t feature);
Signal FeatureSignal(size_t feature);

struct Feature {
  uint16_t index;
  float value;
};
using Features = std::vector<Feature>;

/// The words that stand directly before and behind one, with nothing but blanks between; 0 where there is none.
struct Context {
  struct Beside {
    Neighbours::Key key = 0;
    float count = 0;
  };
  Beside left;
  Beside right;
  /// How well a word goes between them: the sum of its affinities.
  [[nodiscard]] float Fit(const Neighbours& table, Neighbours::Key key, float count) const;
};

/// What round one knows of a unit.
struct UnitFacts {
  Features features;
  /// The reading of the word that is judged (the oddest of the unit); null when there is none.
  std::shared_ptr<const WordReading> word;
  uint32_t token = 0;  ///< its token
  Context context;
};

/// Reads the units of one paragraph. Thread-safe.
std::vector<UnitFacts> ReadUnits(std::string_view text, std::span<const Token> tokens,
                                 std::span<const Unit> units, const WordReader& reader);

/// Round two: what stands around. `first` are the round-one probabilities of all units of a block, `kinds` their
/// kinds; the features are added to `units[i]`.
void AddSurroundings(std::span<const float> first, std::span<const UnitKind> kinds,
                     std::span<UnitFacts* const> units);

}  // namespace bnlint::ocr
