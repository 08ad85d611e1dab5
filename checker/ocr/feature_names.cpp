#include <string>

#include "ocr/features.h"

namespace bnlint::ocr {
namespace {

struct Index {
  std::array<size_t, kFamilies + 1> begins{};
  std::array<Signal, kMostFeatures> signals{};
};

const Index& TheIndex() {
  static const Index index = [] {
    Index made;
    for (size_t family = 0; family < kFamilies; ++family) {
      const FeatureFamily& f = Families()[family];
      made.begins[family + 1] = made.begins[family] + f.count;
      for (size_t i = 0; i < f.count; ++i) made.signals[made.begins[family] + i] = f.signal;
    }
    return made;
  }();
  return index;
}

}  // namespace

std::string_view NameOf(Signal signal) {
  static constexpr std::array<std::string_view, kSignals> kNames = {
      "base", "dictionary", "syllable", "letters", "neighbour", "context", "shape", "surroundings"};
  return kNames[static_cast<size_t>(signal)];
}

const std::array<FeatureFamily, kFamilies>& Families() {
  static constexpr std::array<FeatureFamily, kFamilies> kAll = {{
      {"kind", Signal::kBase, kUnitKinds},
      {"frequency", Signal::kDictionary, 18},
      {"attested", Signal::kDictionary, 3},
      {"other-reading", Signal::kDictionary, 5},
      {"fault", Signal::kSyllable, 2},
      {"likelihood", Signal::kLetters, 5},
      {"aksharas", Signal::kDictionary, 8},
      {"neighbour", Signal::kNeighbour, 6},
      {"affinity", Signal::kContext, 3},
      {"better-affinity", Signal::kContext, 5},
      {"parts", Signal::kShape, 1},
      {"before", Signal::kShape, 6},
      {"after", Signal::kShape, 12},
      {"inside", Signal::kShape, 3},
      {"bracket", Signal::kShape, 2},
      {"line", Signal::kShape, 6},
      {"number", Signal::kShape, 7},
      {"latin", Signal::kShape, 7},
      {"mixed", Signal::kShape, 4},
      {"mark", Signal::kShape, 10},
      {"letter", Signal::kShape, 3},
      {"next-mark", Signal::kShape, 4},
      {"page", Signal::kSurroundings, kUnitKinds},
      {"around", Signal::kSurroundings, 4},
      {"share", Signal::kSurroundings, kUnitKinds},
  }};
  return kAll;
}

size_t FeatureIndex(Family family, size_t index) { return TheIndex().begins[family] + index; }
size_t FeatureCount() { return TheIndex().begins[kFamilies]; }
Signal FeatureSignal(size_t feature) { return TheIndex().signals[feature]; }

std::string FeatureName(size_t feature) {
  size_t family = 0;
  while (TheIndex().begins[family + 1] <= feature) ++family;
  return std::string(Families()[family].name) + "." +
         std::to_string(feature - TheIndex().begins[family]);
}

}  // namespace bnlint::ocr
