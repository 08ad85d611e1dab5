#pragma once

#include <cstdint>

namespace bnlint {

/// What a house wants where Bengali usage leaves a choice. As it stands after `{}` nothing is wanted: checks look for what
/// differs from the rest of its own text. A value type.
struct HouseStyle {
  enum class DandaSpace : uint8_t { kNever, kAlways };
  enum class Digits : uint8_t { kConsistent, kBengali, kLatin };
  enum class Nukta : uint8_t { kConsistent, kPrecomposed, kDecomposed };
  enum class Quotes : uint8_t { kConsistent, kCurly, kStraight };

  DandaSpace danda_space = DandaSpace::kNever;
  Digits digits = Digits::kConsistent;
  Nukta nukta = Nukta::kConsistent;
  Quotes quotes = Quotes::kConsistent;
  bool west_bengal = false;  ///< older spellings that West Bengal's norm keeps are right
};

}  // namespace bnlint
