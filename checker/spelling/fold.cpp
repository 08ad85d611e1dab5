#include "spelling/fold.h"

#include "text/char_class.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

constexpr char32_t kRa = 0x09B0, kZwj = 0x200D, kHasanta = 0x09CD;
// Before Unicode 4.1 ৎ was written ত, hasanta, ZWJ.
constexpr std::string_view kOldKhandaTa = "\u09A4\u09CD\u200D";
constexpr std::string_view kKhandaTa = "\u09CE";

// The precomposed form of a pair, or 0.
char32_t Compose(char32_t first, char32_t second) {
  if (second == 0x09BC) {
    if (first == 0x09A1) return 0x09DC;
    if (first == 0x09A2) return 0x09DD;
    if (first == 0x09AF) return 0x09DF;
  }
  if (first == 0x09C7 && second == 0x09BE) return 0x09CB;
  if (first == 0x09C7 && second == 0x09D7) return 0x09CC;
  return 0;
}

// `text` without what Fold drops, and with straight apostrophes.
std::string Bare(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  char32_t before = 0;
  for (size_t at = 0; at < text.size();) {
    if (text.substr(at).starts_with(kOldKhandaTa)) {
      out += kKhandaTa;
      at += kOldKhandaTa.size();
      continue;
    }
    const CodePoint c = DecodeAt(text, at);
    const size_t next = at + c.size;
    const CharClass cls = ClassOf(c.value);
    const bool ra_ya = c.value == kZwj && before == kRa && next < text.size() &&
                       DecodeAt(text, next).value == kHasanta;
    if (c.value == 0x2019 || c.value == 0x02BC) {
      out += '\'';
    } else if (cls != CharClass::kInvisible && (cls != CharClass::kJoiner || ra_ya)) {
      out += text.substr(at, c.size);
    }
    before = c.value;
    at = next;
  }
  return out;
}

}  // namespace

bool FoldedWord::IsFolded(std::string_view word) {
  constexpr uint8_t kNukta = 0x3C, kAa = 0x3E, kE = 0x47, kAuMark = 0x57;  // from U+0980
  uint8_t before = 0;
  for (size_t at = 0; at < word.size();) {
    if (static_cast<uint8_t>(word[at]) < 0x80) {
      before = 0;
      ++at;
      continue;
    }
    if (!IsBengaliAt(word, at)) return false;
    const auto letter = static_cast<uint8_t>((static_cast<uint8_t>(word[at + 1]) & 1U) << 6U |
                                             (static_cast<uint8_t>(word[at + 2]) & 0x3FU));
    if (letter == kNukta || letter == kAuMark || (letter == kAa && before == kE)) return false;
    before = letter;
    at += 3;
  }
  return true;
}

std::string Fold(std::string_view text) { return FoldCanonical(Bare(text)); }

std::string FoldCanonical(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const CodePoint first = DecodeAt(text, at);
    const size_t next = at + first.size;
    const CodePoint second = next < text.size() ? DecodeAt(text, next) : CodePoint{0, 0, true};
    if (const char32_t composed = Compose(first.value, second.value); composed != 0) {
      AppendUtf8(out, composed);
      at = next + second.size;
    } else {
      out += text.substr(at, first.size);
      at = next;
    }
  }
  return out;
}

std::string InFormOf(std::string text, std::string_view model) {
  static constexpr std::string_view kNukta = "\xE0\xA6\xBC";
  if (model.find(kNukta) == std::string_view::npos) return text;
  using Pair = std::pair<std::string_view, std::string_view>;
  for (const auto& [one, two] : {Pair{"\xE0\xA7\x9C", "\xE0\xA6\xA1\xE0\xA6\xBC"},
                                 Pair{"\xE0\xA7\x9D", "\xE0\xA6\xA2\xE0\xA6\xBC"},
                                 Pair{"\xE0\xA7\x9F", "\xE0\xA6\xAF\xE0\xA6\xBC"}}) {
    for (size_t at = text.find(one); at != std::string::npos;
         at = text.find(one, at + two.size())) {
      text.replace(at, one.size(), two);
    }
  }
  return text;
}

}  // namespace bnlint
