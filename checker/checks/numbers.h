#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"

namespace bnlint {

/// A number that stands in Bengali prose: beside a Bengali word, over no more than brackets, signs and
/// other numbers. Numbers of Latin names (Windows 11), versions, telephone numbers, list numbers at the
/// head of a paragraph and everything masked are none.
struct ProseNumber {
  Span span;          ///< text offsets
  uint8_t flags = 0;  ///< kBengaliDigits, kAsciiDigits, kForeignDigits
};

/// The prose numbers of a paragraph, in order. `masks` are the kinds that the asking rule does not look
/// into.
std::vector<ProseNumber> FindProseNumbers(const Paragraph& paragraph, uint8_t masks);

/// False when the number is glued to a word before it (a name: দেশু৭), or when another number that is not among `numbers` stands
/// beside it over no more than marks and blanks (2017 - 2018): then its digits cannot be changed without a look.
bool StandsAlone(const Paragraph& paragraph, std::span<const ProseNumber> numbers,
                 const ProseNumber& number);

/// Of a fix that writes the number in other digits because the house wants them.
inline FixSafety SafetyOf(const Paragraph& paragraph, std::span<const ProseNumber> numbers,
                          const ProseNumber& number) {
  return StandsAlone(paragraph, numbers, number) ? FixSafety::kSafe : FixSafety::kUnsafe;
}

/// The number with every digit of whatever script as a Bengali digit of the same value.
std::string WithBengaliDigits(std::string_view number);
/// … as an ASCII digit.
std::string WithAsciiDigits(std::string_view number);

}  // namespace bnlint
