#include "ocr/unit.h"

#include "text/char_class.h"
#include "text/document.h"
#include "text/mask.h"
#include "text/utf8.h"

namespace bnlint::ocr {
namespace {

UnitKind KindOf(std::string_view text, std::span<const Token> tokens) {
  int words = 0;
  int letters = 0;
  int numbers = 0;
  int foreign = 0;
  bool number_first = false;
  bool bengali_first = false;
  for (const Token& token : tokens) {
    if (token.Is(TokenKind::kBengali)) {
      const std::string_view word = token.In(text);
      if (!IsBengaliLetter(ClassOf(DecodeAt(word, 0).value))) continue;
      bengali_first = bengali_first || numbers + foreign == 0;
      ++(word.size() <= 3 ? letters : words);
    } else if (token.Is(TokenKind::kNumber)) {
      number_first = number_first || words + letters + foreign == 0;
      ++numbers;
    } else if (token.Is(TokenKind::kLatin) || token.Is(TokenKind::kOtherWord)) {
      ++foreign;
    }
  }
  const int bengali = words + letters;
  if (bengali > 0 && foreign > 0) return UnitKind::kMixed;
  if (bengali > 0 && numbers > 0) return number_first ? UnitKind::kNumber : UnitKind::kMixed;
  if (foreign > 0) return numbers > 0 ? UnitKind::kMixed : UnitKind::kLatin;
  if (words > 0 || letters > 1) return UnitKind::kWord;
  if (letters == 1) return UnitKind::kLetter;
  return numbers > 0 ? UnitKind::kNumber : UnitKind::kMarks;
}

constexpr uint8_t kNoProse = kMaskUrl | kMaskEmail | kMaskCode;

}  // namespace

void FindUnits(std::string_view text, std::span<const Token> tokens, std::vector<Unit>& units) {
  units.clear();
  std::vector<Mask> masks;
  // Every address and every piece of code holds one of these.
  if (text.find_first_of("@`/") != std::string_view::npos) FindMasks(text, tokens, masks);
  bool line_begins = true;
  for (size_t i = 0; i < tokens.size();) {
    if (tokens[i].Is(TokenKind::kSpace)) {
      if (tokens[i].Has(kHasLineBreak)) {
        line_begins = true;
        if (!units.empty()) units.back().ends_line = true;
      }
      ++i;
      continue;
    }
    Unit unit;
    unit.first = static_cast<uint32_t>(i);
    while (i < tokens.size() && !tokens[i].Is(TokenKind::kSpace)) ++i;
    unit.last = static_cast<uint32_t>(i);
    unit.begin = tokens[unit.first].begin;
    unit.end = tokens[unit.last - 1].end;
    unit.begins_line = line_begins;
    line_begins = false;
    if (text.substr(unit.begin, unit.end - unit.begin).find(kObject) != std::string_view::npos ||
        IsMasked(masks, {unit.begin, unit.end}, kNoProse)) {
      continue;
    }
    unit.kind = KindOf(text, tokens.subspan(unit.first, unit.last - unit.first));
    units.push_back(unit);
  }
  if (!units.empty()) units.back().ends_line = true;
}

}  // namespace bnlint::ocr
