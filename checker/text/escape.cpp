// A reader for each kind, by the character that it begins with.

#include "text/escape.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>
#include <unordered_map>

#include <unicode/uchar.h>

#include "embed/embed.h"
#include "text/char_class.h"
#include "text/code_page.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr Escape kNone{};
constexpr size_t kMostDigits = 8;

int HexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}
bool IsAlnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool IsHighSurrogate(char32_t c) { return c >= 0xD800 && c <= 0xDBFF; }
bool IsLowSurrogate(char32_t c) { return c >= 0xDC00 && c <= 0xDFFF; }
char32_t Join(char32_t high, char32_t low) {
  return 0x10000 + ((high - 0xD800) << 10U) + (low - 0xDC00);
}
// A character that text may hold.
bool IsText(char32_t c) {
  const bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
  return !control && c <= 0x10FFFF && !IsHighSurrogate(c) && !IsLowSurrogate(c) &&
         (c & 0xFFFEU) != 0xFFFE;
}

// Exactly `count` hexadecimal digits at `at`.
std::optional<char32_t> Hex(std::string_view text, size_t at, size_t count) {
  if (at + count > text.size()) return std::nullopt;
  char32_t value = 0;
  for (size_t i = at; i < at + count; ++i) {
    const int digit = HexValue(text[i]);
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(digit);
  }
  return value;
}

// ---- entities ----

using Names = std::unordered_map<std::string_view, char32_t>;

const Names& EntityNames() {
  static const Names names = [] {
    Names all;
    std::string_view rest = Embedded("dictionaries/bn/html-entities.tsv");
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      const size_t tab = line.find('\t');
      if (tab == std::string_view::npos) continue;
      all.emplace(line.substr(0, tab), *Hex(line, tab + 1, line.size() - tab - 1));
    }
    return all;
  }();
  return names;
}

// Those that also count in capitals, without their semicolon and with blanks inside.
bool IsCommonName(std::string_view name) {
  constexpr std::array<std::string_view, 13> kCommon = {"amp",  "lt",    "gt",    "quot",  "apos",
                                                        "nbsp", "ldquo", "rdquo", "lsquo", "rsquo",
                                                        "zwnj", "zwj",   "shy"};
  return std::find(kCommon.begin(), kCommon.end(), name) != kCommon.end();
}

size_t SkipBlank(std::string_view text, size_t at) {
  return at < text.size() && text[at] == ' ' ? at + 1 : at;
}

struct Found {
  size_t end = 0;
  char32_t value = 0;
};

// "#2453" or "#x995" at `at`, without what ends it. Numbers may have been translated: &#৩৯;
std::optional<Found> ReadNumber(std::string_view text, size_t at) {
  const bool hex = at + 1 < text.size() && (text[at + 1] == 'x' || text[at + 1] == 'X');
  at = hex ? at + 2 : SkipBlank(text, at + 1);
  const size_t first = at;
  char32_t value = 0;
  for (size_t digits = 0; at < text.size() && digits < kMostDigits; ++digits) {
    const CodePoint c = DecodeAt(text, at);
    const int digit =
        hex && c.value < 0x80 ? HexValue(static_cast<char>(c.value)) : DigitValue(c.value);
    if (digit < 0) break;
    value = value * (hex ? 16 : 10) + static_cast<char32_t>(digit);
    at += c.size;
  }
  if (at == first) return std::nullopt;
  if (value >= 0x80 && value <= 0x9F) {  // as browsers read it
    value = CodePages::Get().CharOf(CodePage::kWindows1252, static_cast<uint8_t>(value));
  }
  return Found{at, value};
}

std::optional<Found> ReadName(std::string_view text, size_t at, bool& common) {
  size_t end = at;
  while (end < text.size() && IsAlnum(text[end]) && end - at < 16) ++end;
  std::string name(text.substr(at, end - at));
  const auto exact = EntityNames().find(name);
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  common = IsCommonName(name);
  if (exact != EntityNames().end()) return Found{end, exact->second};
  if (common) return Found{end, EntityNames().at(name)};
  return std::nullopt;
}

// What follows an ampersand, or an escaped one: the end of "#39;" or "nbsp ;".
std::optional<Found> ReadEntityBody(std::string_view text, size_t at) {
  const size_t begin = SkipBlank(text, at);
  if (begin >= text.size()) return std::nullopt;
  bool common = true;
  const bool number = text[begin] == '#';
  std::optional<Found> found = number ? ReadNumber(text, begin) : ReadName(text, begin, common);
  if (!found || (begin > at && !common)) return std::nullopt;
  const size_t blank = SkipBlank(text, found->end);
  if (found->end < text.size() && text[found->end] == ';') {
    ++found->end;
  } else if (common && blank < text.size() && text[blank] == ';') {
    found->end = blank + 1;
  } else {  // the semicolon is lost
    const bool goes_on =
        found->end < text.size() && (IsAlnum(text[found->end]) || text[found->end] == '=');
    if (begin > at || goes_on || (number ? found->value < 0x80 : !common)) return std::nullopt;
  }
  return found;
}

Escape ReadEntity(std::string_view text, size_t at) {
  size_t begin = at + 1;
  while (text.substr(begin).starts_with("amp;") && ReadEntityBody(text, begin + 4)) begin += 4;
  auto found = ReadEntityBody(text, begin);
  if (!found) return kNone;
  if (IsHighSurrogate(found->value) && text.substr(found->end).starts_with("&#")) {
    const auto low = ReadNumber(text, found->end + 1);
    if (!low || !IsLowSurrogate(low->value) || !text.substr(low->end).starts_with(";"))
      return kNone;
    found = Found{low->end + 1, Join(found->value, low->value)};
  }
  if (found->value == 0 || !IsText(found->value)) return kNone;
  return {found->end - at, EscapeKind::kEntity, found->value, false, false, false};
}

// ---- backslashes ----

Escape Backslash(size_t size, char32_t value) {
  return IsText(value) ? Escape{size, EscapeKind::kBackslash, value, false, false, value < 0x20}
                       : kNone;
}

// What stands between braces at `at`; empty when there is nothing, or too much.
std::string_view InBraces(std::string_view text, size_t at, size_t most) {
  if (!text.substr(std::min(at, text.size())).starts_with('{')) return {};
  const size_t close = text.substr(0, std::min(text.size(), at + 2 + most)).find('}', at);
  return close == std::string_view::npos ? std::string_view() : text.substr(at + 1, close - at - 1);
}

// "u{995}" at `at`, with its letter.
std::optional<Found> ReadBraced(std::string_view text, size_t at) {
  const std::string_view digits = InBraces(text, at + 1, kMostDigits);
  const auto value = Hex(digits, 0, digits.size());
  if (digits.empty() || !value) return std::nullopt;
  return Found{at + 3 + digits.size(), *value};
}

// "N{BENGALI LETTER KA}".
std::optional<Found> ReadCharacterName(std::string_view text, size_t at) {
  constexpr size_t kLongest = 83;
  const std::string name(InBraces(text, at + 1, kLongest));
  UErrorCode status = U_ZERO_ERROR;
  const UChar32 value = u_charFromName(U_UNICODE_CHAR_NAME, name.c_str(), &status);
  if (name.empty() || U_FAILURE(status) != 0) return std::nullopt;
  return Found{at + 3 + name.size(), static_cast<char32_t>(value)};
}

// "u0995", "u{995}" or RTF's "u2453?" at `at`.
std::optional<Found> ReadU(std::string_view text, size_t at) {
  if (const auto braced = ReadBraced(text, at)) return braced;
  const auto value = Hex(text, at + 1, 4);
  if (!value) return std::nullopt;
  // In decimal digits the block of Bengali is 2432 to 2559.
  if (*value >= 0x2432 && *value <= 0x2559 && text.substr(at + 5).starts_with("?")) {
    char32_t decimal = 0;
    for (size_t i = at + 1; i < at + 5; ++i)
      decimal = decimal * 10 + static_cast<char32_t>(text[i] - '0');
    if (text.find_first_not_of("0123456789", at + 1) >= at + 5) return Found{at + 6, decimal};
  }
  return Found{at + 5, *value};
}

Escape ReadBackslash(std::string_view text, size_t at) {
  constexpr size_t kMostBackslashes = 8;  // each further escaping doubles them
  size_t letter = at;
  while (letter < text.size() && text[letter] == '\\' && letter - at < kMostBackslashes) ++letter;
  if (letter >= text.size()) return kNone;
  switch (text[letter]) {
    case 'u': {
      const auto found = ReadU(text, letter);
      if (!found) return kNone;
      if (!IsHighSurrogate(found->value)) return Backslash(found->end - at, found->value);
      const size_t next =
          text.substr(0, found->end + kMostBackslashes + 1).find_first_not_of('\\', found->end);
      if (next == found->end || next >= text.size() || text[next] != 'u') return kNone;
      const auto low = Hex(text, next + 1, 4);
      return low && IsLowSurrogate(*low) ? Backslash(next + 5 - at, Join(found->value, *low))
                                         : kNone;
    }
    case 'U': {  // Apple's tools write four digits
      const auto eight = Hex(text, letter + 1, 8);
      if (eight && IsText(*eight)) return Backslash(letter + 9 - at, *eight);
      const auto four = Hex(text, letter + 1, 4);
      return four ? Backslash(letter + 5 - at, *four) : kNone;
    }
    case 'N': {
      const auto found = ReadCharacterName(text, letter);
      return found ? Backslash(found->end - at, found->value) : kNone;
    }
    case 'x': {
      if (const auto braced = ReadBraced(text, letter))
        return Backslash(braced->end - at, braced->value);
      const auto value = Hex(text, letter + 1, 2);
      if (!value) return kNone;
      return {letter + 3 - at, EscapeKind::kBackslash, *value, true, false, *value < 0x80};
    }
    case '2':
    case '3': {
      if (letter + 3 > text.size() || text.find_first_not_of("01234567", letter) < letter + 3)
        return kNone;
      const auto digit = [&](size_t i) { return static_cast<char32_t>(text[letter + i] - '0'); };
      return {letter + 3 - at,
              EscapeKind::kBackslash,
              digit(0) * 64 + digit(1) * 8 + digit(2),
              true,
              false,
              false};
    }
    default: break;
  }
  constexpr std::string_view kLetters = "nrt\"'/";
  constexpr std::string_view kMeanings = "\n\r\t\"'/";
  const size_t which = kLetters.find(text[letter]);
  if (which == std::string_view::npos) return kNone;
  return {letter + 1 - at,
          EscapeKind::kBackslash,
          static_cast<char32_t>(kMeanings[which]),
          false,
          false,
          true};
}

// "<U+0995>".
Escape ReadCodePoint(std::string_view text, size_t at) {
  if (!text.substr(at).starts_with("<U+")) return kNone;
  for (const size_t digits : {4, 5, 6, 8}) {
    const auto value = Hex(text, at + 3, digits);
    if (!value || !text.substr(at + 3 + digits).starts_with('>')) continue;
    return IsText(*value) ? Escape{digits + 4, EscapeKind::kCodePoint, *value, false, false, false}
                          : kNone;
  }
  return kNone;
}

// ---- percent and equals signs ----

Escape ReadPercent(std::string_view text, size_t at) {
  size_t begin = at + 1;
  while (text.substr(begin).starts_with("25") && Hex(text, begin + 2, 2)) begin += 2;
  if (begin < text.size() && text[begin] == 'u') {
    const auto value = Hex(text, begin + 1, 4);
    if (!value || !IsText(*value)) return kNone;
    return {begin + 5 - at, EscapeKind::kPercent, *value, false, false, *value < 0x80};
  }
  const auto value = Hex(text, begin, 2);
  if (!value) return kNone;
  return {begin + 2 - at, EscapeKind::kPercent, *value, true, false, *value < 0x80};
}

Escape ReadEquals(std::string_view text, size_t at) {
  for (const std::string_view line_end : {"\n", "\r\n"}) {
    if (text.substr(at + 1).starts_with(line_end)) {
      return {1 + line_end.size(), EscapeKind::kQuotedPrintable, 0, false, true, true};
    }
  }
  const auto value = Hex(text, at + 1, 2);
  if (!value) return kNone;
  return {3, EscapeKind::kQuotedPrintable, *value, true, false, *value < 0x80};
}

Escape ReadEmoji(std::string_view text, size_t at) {
  const CodePoint c = DecodeAt(text, at);
  const int digit = at + c.size < text.size() ? HexValue(text[at + c.size]) : -1;
  if (c.value < 0x1F00 || c.value > 0x1FFF || digit < 0) return kNone;
  const char32_t value = c.value * 16 + static_cast<char32_t>(digit);
  if (u_hasBinaryProperty(static_cast<UChar32>(value), UCHAR_EMOJI) == 0) return kNone;
  return {c.size + 1, EscapeKind::kEmoji, value, false, false, false};
}

}  // namespace

Escape ReadEscape(std::string_view text, size_t at) {
  switch (text[at]) {
    case '&': return ReadEntity(text, at);
    case '\\': return ReadBackslash(text, at);
    case '<': return ReadCodePoint(text, at);
    case '%': return ReadPercent(text, at);
    case '=': return ReadEquals(text, at);
    case '\xE1': return ReadEmoji(text, at);
    default: return kNone;
  }
}

bool MayHoldEscape(std::string_view text) {
  constexpr std::string_view kBeginnings = "&\\<%=\xE1";
  return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](char c) { return text.find(c) != std::string_view::npos; });
}

}  // namespace bnlint
