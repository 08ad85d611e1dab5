#include "ocr/weights.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdlib>
#include <map>
#include <string>

#include "embed/embed.h"

namespace bnlint::ocr {
namespace {

constexpr std::string_view kFile = "dictionaries/bn/ocr-weights.tsv";

// A decimal number that is all of `text`, or NaN. (Clang 14's library has no from_chars for float.)
float ParseNumber(std::string_view text) {
  const std::string copy(text);
  char* end = nullptr;
  const float value = std::strtof(copy.c_str(), &end);
  if (copy.empty() || end != copy.c_str() + copy.size() || !std::isfinite(value)) return NAN;
  return value;
}

}  // namespace

Result<Weights> Weights::Parse(std::string_view text, std::string_view name) {
  std::map<std::string, size_t, std::less<>> names;
  for (size_t i = 0; i < FeatureCount(); ++i) names.emplace(FeatureName(i), i);
  Weights weights;
  for (uint64_t number = 1; !text.empty(); ++number) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.empty() || line[0] == '#') continue;
    const size_t tab = std::min(line.find('\t'), line.size());
    const size_t second = std::min(line.find('\t', tab + 1), line.size());
    const auto feature = names.find(line.substr(0, tab));
    const size_t after = std::min(tab + 1, line.size());
    const float one = ParseNumber(line.substr(after, std::max(second, after) - after));
    const float two = ParseNumber(line.substr(std::min(second + 1, line.size())));
    const bool are_numbers = !std::isnan(one) && !std::isnan(two);
    if (line.substr(0, tab) == "score" && are_numbers) {
      weights.scale_ = one;
      weights.power_ = two;
      continue;
    }
    if (feature == names.end() || !are_numbers) {
      return tl::unexpected<Error>({"not a weight: a feature and two numbers, with tabs between",
                                    std::string(name), number, 1});
    }
    weights.weights_[kFirst][feature->second] = one;
    weights.weights_[kSecond][feature->second] = two;
  }
  return weights;
}

const Weights& Weights::Embedded() {
  static const Weights weights = [] {
    auto parsed = Parse(bnlint::Embedded(kFile), kFile);
    assert(parsed && "a test reads the file");
    return std::move(parsed).value_or(Weights());
  }();
  return weights;
}

float Weights::Probability(const Features& features, Round round) const {
  float sum = 0;
  for (const Feature& feature : features) sum += weights_[round][feature.index] * feature.value;
  return 1 / (1 + std::exp(-sum));
}

double Weights::WrongShare(double mean) const {
  return std::clamp(scale_ * std::pow(mean, power_), 0.0, 1.0);
}

std::array<float, kSignals> Weights::Contributions(const Features& features) const {
  std::array<float, kSignals> sums{};
  for (const Feature& feature : features) {
    sums[static_cast<size_t>(FeatureSignal(feature.index))] +=
        weights_[kSecond][feature.index] * feature.value;
  }
  return sums;
}

}  // namespace bnlint::ocr
