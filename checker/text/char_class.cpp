#include "text/char_class.h"

#include <array>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace bnlint {
namespace {

CharClass BengaliClass(char32_t c) {
  if (c >= 0x09E6 && c <= 0x09EF) return CharClass::kBnDigit;
  if (c >= 0x0981 && c <= 0x0983) return CharClass::kBnModifier;
  switch (c) {
    case 0x09BC: return CharClass::kBnNukta;
    case 0x09CD: return CharClass::kBnHasanta;
    case 0x09CE: return CharClass::kBnKhandaTa;
    case 0x09D7: return CharClass::kBnSign;
    case 0x0980:
    case 0x09BD:
    case 0x09F0:
    case 0x09F1:
    case 0x09FC: return CharClass::kBnOther;
    default: break;
  }
  if ((c >= 0x0985 && c <= 0x0994) || c == 0x09E0 || c == 0x09E1) return CharClass::kBnVowel;
  if ((c >= 0x0995 && c <= 0x09B9) || (c >= 0x09DC && c <= 0x09DF)) return CharClass::kBnConsonant;
  if ((c >= 0x09BE && c <= 0x09CC) || c == 0x09E2 || c == 0x09E3) return CharClass::kBnSign;
  return CharClass::kBnSymbol;
}

bool IsInvisible(char32_t c) {
  return c == 0x00AD || c == 0x061C || c == 0x180E || c == 0x200B || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) ||
         (c >= 0x2066 && c <= 0x206F) || c == 0xFEFF;
}

CharClass FromCategory(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  const uint32_t mask = U_GET_GC_MASK(code);
  if ((mask & U_GC_ND_MASK) != 0) return CharClass::kOtherDigit;
  if ((mask & U_GC_L_MASK) != 0) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(code, &status) == USCRIPT_LATIN ? CharClass::kLatin
                                                             : CharClass::kOtherLetter;
  }
  if ((mask & U_GC_M_MASK) != 0) return CharClass::kOtherMark;
  if ((mask & U_GC_P_MASK) != 0) return CharClass::kPunctuation;
  if ((mask & U_GC_ZS_MASK) != 0) return CharClass::kSpace;
  if ((mask & U_GC_CC_MASK) != 0) return CharClass::kControl;
  if ((mask & (U_GC_CN_MASK | U_GC_CO_MASK | U_GC_CS_MASK)) != 0) return CharClass::kUnknown;
  if ((mask & U_GC_CF_MASK) != 0) return CharClass::kInvisible;
  return CharClass::kSymbol;
}

CharClass Classify(char32_t c) {
  if (c == ' ' || c == '\t') return CharClass::kSpace;
  if ((c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029) {
    return CharClass::kNewline;
  }
  if (c == 0x200C || c == 0x200D) return CharClass::kJoiner;
  if (IsInvisible(c)) return CharClass::kInvisible;
  if (c >= '0' && c <= '9') return CharClass::kAsciiDigit;
  if (c == 0x0964 || c == 0x0965) return CharClass::kDanda;
  if (c == 0x02BC) return CharClass::kPunctuation;  // the modifier letter apostrophe is typed for ’
  if (c >= 0x0980 && c <= 0x09FF) {
    return u_isdefined(static_cast<UChar32>(c)) != 0 ? BengaliClass(c) : CharClass::kUnknown;
  }
  return FromCategory(c);
}

// Bengali text lives below U+2100 but for emoji and the odd symbol: one table look-up.
constexpr char32_t kTableSize = 0x2100;
const std::array<CharClass, kTableSize>& Table() {
  static const auto table = [] {
    std::array<CharClass, kTableSize> classes{};
    for (char32_t c = 0; c < kTableSize; ++c) classes[c] = Classify(c);
    return classes;
  }();
  return table;
}

}  // namespace

CharClass ClassOf(char32_t code_point) {
  static const auto& table = Table();
  return code_point < kTableSize ? table[code_point] : Classify(code_point);
}

int DigitValue(char32_t code_point) { return u_charDigitValue(static_cast<UChar32>(code_point)); }

}  // namespace bnlint
