#include "dataset/units.h"

#include <cstring>

#include "dataset/count_table.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint::dataset {
namespace {

bool IsWord(TokenKind kind) {
  return kind == TokenKind::kBengali || kind == TokenKind::kLatin ||
         kind == TokenKind::kOtherWord || kind == TokenKind::kNumber;
}

// A joiner or an invisible character on its own: neither word nor mark, and no break.
bool IsHidden(const Token& token, std::string_view text) {
  if (!token.Is(TokenKind::kSymbol)) return false;
  const CharClass cls = ClassOf(DecodeAt(text, token.begin).value);
  return cls == CharClass::kJoiner || cls == CharClass::kInvisible;
}

// A number has none; nor has a run of signs without the letter that they belong to.
bool HasLetter(const Token& token, std::string_view text) {
  if (token.Is(TokenKind::kNumber)) return false;
  if (!token.Is(TokenKind::kBengali)) return true;
  for (size_t at = token.begin; at < token.end;) {
    const CodePoint c = DecodeAt(text, at);
    if (IsBengaliLetter(ClassOf(c.value))) return true;
    at += c.size;
  }
  return false;
}

}  // namespace

// Eight bytes at a time; what counts is speed on words of some twenty bytes.
uint64_t HashBytes(std::string_view bytes) {
  uint64_t hash = bytes.size() * 0x9e3779b97f4a7c15ULL;
  while (bytes.size() >= 8) {
    uint64_t chunk = 0;
    std::memcpy(&chunk, bytes.data(), 8);
    hash = Mix(hash ^ chunk);
    bytes.remove_prefix(8);
  }
  uint64_t rest = 0;
  for (const char c : bytes) rest = rest << 8 | static_cast<unsigned char>(c);
  return Mix(hash ^ rest);
}

std::vector<Unit> UnitsOf(std::string_view text, std::span<const Token> tokens) {
  std::vector<Unit> units;
  units.reserve(tokens.size() / 2);
  bool joins = false;  // the unit before is a word that touches this token
  for (const Token& token : tokens) {
    if (token.Is(TokenKind::kSpace)) {
      joins = false;
      continue;
    }
    if (IsHidden(token, text)) continue;
    const bool word = IsWord(token.kind);
    if (!word || !joins) units.push_back({0, token.begin, token.end, 0, word, false});
    Unit& unit = units.back();
    unit.end = token.end;
    unit.alpha = unit.alpha || (word && HasLetter(token, text));
    joins = word;
  }
  for (Unit& unit : units) {
    const std::string_view bytes = text.substr(unit.begin, unit.end - unit.begin);
    unit.hash = HashBytes(bytes);
    unit.length = static_cast<uint32_t>(CountCodePoints(bytes));
  }
  return units;
}

}  // namespace bnlint::dataset
