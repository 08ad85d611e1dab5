#include "spelling/letter_edit.h"

#include <algorithm>
#include <array>

#include "spelling/letters.h"

namespace bnlint {
namespace {

// What an edit of the first letter costs more.
constexpr EditCost kFirst = 15;

EditCost LetterCost(char16_t letter, size_t at) {
  const EditCost cost = IsMark(letter) ? kLeastLetterCost : IsConsonant(letter) ? 90 : 80;
  return at == 0 ? cost + kFirst : cost;
}

}  // namespace

EditCost OmissionCost(char16_t missing, size_t at) { return LetterCost(missing, at); }

EditCost SurplusCost(std::u16string_view typed, size_t at) {
  // A key held down or struck twice: নাাা.
  if (at > 0 && typed[at] == typed[at - 1]) return 12;
  return LetterCost(typed[at], at);
}

EditCost ReplacementCost(char16_t typed, char16_t right, size_t at) {
  const EditCost cost = IsMark(typed) != IsMark(right) ? 115 : IsMark(typed) ? 70 : 100;
  return at == 0 ? cost + kFirst : cost;
}

EditCost SwapCost(std::u16string_view typed, size_t at, size_t distance) {
  const char16_t first = typed[at];
  const char16_t last = typed[at + distance];
  if (first == last) return kNever;
  if (distance == 1) return 55;
  // Two consonants around a sign: পিচাশ for পিশাচ.
  return IsConsonant(first) && IsConsonant(last) && IsMark(typed[at + 1]) ? 60 : kNever;
}

EditCost MostCost(size_t letters) {
  static constexpr std::array<EditCost, 8> kMost = {0, 90, 110, 140, 170, 190, 210, 230};
  return kMost[std::min(letters, kMost.size() - 1)];
}

}  // namespace bnlint
