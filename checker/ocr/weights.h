#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ocr/features.h"

namespace bnlint::ocr {

/// The weights of two logistic regressions over the features: round one judges a unit by itself and its neighbours,
/// round two also by what round one found around it. Learnt by bench/ocr_train.py. Immutable, so thread-safe.
class Weights {
 public:
  enum Round : uint8_t { kFirst, kSecond };

  /// Lines "feature<TAB>round one<TAB>round two"; # begins a comment. A feature that is not named weighs nothing.
  /// The line "score" has what WrongShare multiplies with and the power it takes.
  static Result<Weights> Parse(std::string_view text, std::string_view name);
  /// dictionaries/bn/ocr-weights.tsv.
  static const Weights& Embedded();

  /// The probability that the unit is wrong.
  [[nodiscard]] float Probability(const Features& features, Round round) const;
  /// The share of a document's words that is likely wrong or lost, from the mean probability of its units: what no
  /// signal shows grows with what they show, but slower.
  [[nodiscard]] double WrongShare(double mean) const;
  /// What each signal adds to the log odds in round two.
  [[nodiscard]] std::array<float, kSignals> Contributions(const Features& features) const;

 private:
  Weights() : weights_{std::vector<float>(FeatureCount()), std::vector<float>(FeatureCount())} {}
  std::array<std::vector<float>, 2> weights_;
  double scale_ = 1;
  double power_ = 1;
};

}  // namespace bnlint::ocr
