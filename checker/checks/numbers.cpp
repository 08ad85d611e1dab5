#include "checks/numbers.h"

#include <algorithm>

#include "checks/around.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

// What may stand between a number and the word it belongs to.
bool IsTransparent(std::string_view mark) {
  static constexpr std::string_view kMarks[] = {"(", ")", "[", "]", "%", "\"", "'", "“", "”",
                                                "‘", "’", "-", "–", "—", "+",  "৳", "$", "€",
                                                "£", "₹", "/", ":", "।", "~",  "≈"};
  return std::find(std::begin(kMarks), std::end(kMarks), mark) != std::end(kMarks);
}

enum class Neighbour : uint8_t { kNone, kBengali, kLatin };

// ধারা 7, 9 ও 13: what joins numbers into one list.
bool JoinsNumbers(std::string_view word) {
  return word == "ও" || word == "এবং" || word == "বা" || word == "," || word == "থেকে";
}

bool IsColumnGap(std::string_view blank) { return blank.find('\t') != std::string_view::npos; }

// The nearest word on one side, within the column of a table set with tabs. A danda directly behind the number (১। as a heading) is passed; one in
// front ends another sentence.
Neighbour Nearest(const Paragraph& paragraph, size_t index, int step) {
  const auto tokens = paragraph.tokens();
  Neighbour joined = Neighbour::kNone;
  for (auto i = static_cast<std::ptrdiff_t>(index) + step;
       i >= 0 && i < static_cast<std::ptrdiff_t>(tokens.size()); i += step) {
    const Token& token = tokens[static_cast<size_t>(i)];
    // A number takes the surroundings of the list it stands in.
    if (step < 0 && JoinsNumbers(token.In(paragraph.text()))) {
      if (token.Is(TokenKind::kBengali)) joined = Neighbour::kBengali;
      continue;
    }
    switch (token.kind) {
      case TokenKind::kBengali: return Neighbour::kBengali;
      case TokenKind::kLatin:
      case TokenKind::kOtherWord: return Neighbour::kLatin;
      case TokenKind::kSpace:
        if (IsColumnGap(token.In(paragraph.text()))) return joined;
        break;
      case TokenKind::kNumber: break;
      default:
        const std::string_view mark = token.In(paragraph.text());
        if (!IsTransparent(mark) || (mark == "।" && step < 0)) return joined;
    }
  }
  return joined;
}

// 3.11.2 is a version; 01711000000 a telephone number; 086 the number of an entry.
bool IsVersionOrPhone(std::string_view number) {
  const auto dots = std::count(number.begin(), number.end(), '.');
  const auto digits =
      std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool grouped = number.find(',') != std::string_view::npos;
  const bool zero_led =
      number.size() > 1 && number[0] == '0' && number[1] >= '0' && number[1] <= '9';
  return dots >= 2 || (digits >= 8 && !grouped) || zero_led;
}

// Signs of a formula within two tokens; a footnote's anchor 19[…; a part of a name (নেটওয়ার্ক18); a
// smiley; a title in quotation marks; a number with a Latin unit.
bool IsNoProse(const Paragraph& paragraph, size_t index) {
  const auto tokens = paragraph.tokens();
  const std::string_view text = paragraph.text();
  const auto at = [&](std::ptrdiff_t offset) -> std::string_view {
    const auto i = static_cast<std::ptrdiff_t>(index) + offset;
    return i < 0 || i >= static_cast<std::ptrdiff_t>(tokens.size())
               ? std::string_view()
               : tokens[static_cast<size_t>(i)].In(text);
  };
  static constexpr std::string_view kFormula[] = {"=", "≥", "≤", "<", ">", "≠", "×", "±",
                                                  "^", "√", "*", "÷", "−", "π", "→"};
  for (const std::ptrdiff_t offset : {-2, -1, 1, 2}) {
    if (std::find(std::begin(kFormula), std::end(kFormula), at(offset)) != std::end(kFormula))
      return true;
  }
  const auto kind = [&](size_t i) {
    return i < tokens.size() ? tokens[i].kind : TokenKind::kSpace;
  };
  const bool glued_left = index > 0 && kind(index - 1) == TokenKind::kBengali;
  const bool zero_glued = at(0) == "0" && kind(index + 1) == TokenKind::kBengali;
  const bool unit = kind(index + 1) == TokenKind::kLatin ||
                    (at(1) == " " && kind(index + 2) == TokenKind::kLatin);
  const bool quoted = (at(-1) == "\"" && at(1) == "\"") || (at(-1) == "‘" && at(1) == "’") ||
                      (at(-1) == "“" && at(1) == "”") || (at(-1) == "'" && at(1) == "'");
  return at(1) == "[" || at(-1) == ":" || glued_left || zero_glued || unit || quoted;
}

// "1." or "1)" at the head of a line numbers a list, in whatever digits; so does 086 before a tab.
bool IsListNumber(const Paragraph& paragraph, size_t index) {
  const auto tokens = paragraph.tokens();
  if (index + 2 >= tokens.size()) return false;
  if (index > 0 && !tokens[index - 1].Has(kHasLineBreak)) return false;
  const std::string_view mark = tokens[index + 1].In(paragraph.text());
  if (tokens[index + 1].Is(TokenKind::kSpace)) return IsColumnGap(mark);
  return (mark == "." || mark == ")") && tokens[index + 2].Is(TokenKind::kSpace);
}

// The whole part of a number in ASCII digits, for comparing.
uint64_t Value(std::string_view number) {
  uint64_t value = 0;
  for (const char c : number.substr(0, number.find('.'))) {
    if (c >= '0' && c <= '9') value = value * 10 + static_cast<uint64_t>(c - '0');
  }
  return value;
}

// A part of 10:30, 13-21-3 or 5-3: a time, a date, an account, a score. 20-25 is a range and prose.
bool IsPartOfCode(const Paragraph& paragraph, size_t index) {
  const Around around(paragraph, index);
  const auto joined = [&](int side, std::string_view mark) {
    return around.Text(side) == mark && around.Is(2 * side, TokenKind::kNumber);
  };
  if (joined(1, ":") || joined(-1, ":")) return true;
  const bool before = joined(-1, "-");
  const bool after = joined(1, "-");
  if (before && (after || (around.Text(-3) == "-" && around.Is(-4, TokenKind::kNumber))))
    return true;
  if (after && around.Text(3) == "-" && around.Is(4, TokenKind::kNumber)) return true;
  if (!before && !after) return false;
  return before ? Value(around.Text(-2)) >= Value(around.Text(0))
                : Value(around.Text(0)) >= Value(around.Text(2));
}

}  // namespace

std::vector<ProseNumber> FindProseNumbers(const Paragraph& paragraph, uint8_t masks) {
  std::vector<ProseNumber> numbers;
  const auto tokens = paragraph.tokens();
  for (size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (!token.Is(TokenKind::kNumber)) continue;
    if (IsVersionOrPhone(token.In(paragraph.text())) || IsListNumber(paragraph, i)) continue;
    if (token.Has(kAsciiDigits) && (IsNoProse(paragraph, i) || IsPartOfCode(paragraph, i)))
      continue;
    const Neighbour left = Nearest(paragraph, i, -1);
    const Neighbour right = Nearest(paragraph, i, +1);
    if (left == Neighbour::kLatin) continue;
    if (left != Neighbour::kBengali && right != Neighbour::kBengali) continue;
    if (paragraph.Masked(token.span(), masks)) continue;
    numbers.push_back({token.span(), token.flags});
  }
  return numbers;
}

bool StandsAlone(const Paragraph& paragraph, std::span<const ProseNumber> numbers,
                 const ProseNumber& number) {
  const auto tokens = paragraph.tokens();
  const auto token = std::find_if(tokens.begin(), tokens.end(), [&](const Token& candidate) {
    return candidate.begin == number.span.begin;
  });
  const auto index = static_cast<size_t>(token - tokens.begin());
  const Around around(paragraph, index);
  if (around.Is(-1, TokenKind::kBengali) || around.Is(-1, TokenKind::kLatin)) return false;
  for (const std::ptrdiff_t side : {-1, 1}) {
    std::ptrdiff_t at = side;
    while (around.Is(at, TokenKind::kSpace) || around.Is(at, TokenKind::kPunctuation)) at += side;
    if (!around.Is(at, TokenKind::kNumber)) continue;
    const Span other = around.At(at)->span();
    const bool among = std::any_of(numbers.begin(), numbers.end(), [&](const ProseNumber& known) {
      return known.span == other && known.flags == number.flags;
    });
    if (!among) return false;
  }
  return true;
}

namespace {

// The number with its digits counted from `zero` on.
std::string WithDigits(std::string_view number, char32_t zero) {
  std::string out;
  for (size_t at = 0; at < number.size();) {
    const CodePoint c = DecodeAt(number, at);
    const int value = IsDigit(ClassOf(c.value)) ? DigitValue(c.value) : -1;
    if (value >= 0) {
      AppendUtf8(out, zero + static_cast<char32_t>(value));
    } else {
      out += number.substr(at, c.size);
    }
    at += c.size;
  }
  return out;
}

}  // namespace

std::string WithBengaliDigits(std::string_view number) { return WithDigits(number, 0x09E6); }

std::string WithAsciiDigits(std::string_view number) { return WithDigits(number, U'0'); }

}  // namespace bnlint
