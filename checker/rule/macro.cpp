#include "rule/macro.h"

#include <algorithm>
#include <charconv>

#include "text/utf8.h"

namespace bnlint {
namespace {

// The same sets as CharClass, written as RE2 ranges; a test holds the two together.
#define BN_CONSONANT \
  R"(\x{0995}-\x{09A8}\x{09AA}-\x{09B0}\x{09B2}\x{09B6}-\x{09B9}\x{09DC}\x{09DD}\x{09DF})"
#define BN_VOWEL R"(\x{0985}-\x{098C}\x{098F}\x{0990}\x{0993}\x{0994}\x{09E0}\x{09E1})"
#define BN_LETTER BN_VOWEL BN_CONSONANT R"(\x{0980}\x{09BD}\x{09CE}\x{09F0}\x{09F1}\x{09FC})"
#define BN_SIGN R"(\x{09BE}-\x{09C4}\x{09C7}\x{09C8}\x{09CB}\x{09CC}\x{09D7}\x{09E2}\x{09E3})"
#define BN_MARK BN_SIGN R"(\x{0981}-\x{0983}\x{09BC}\x{09CD})"
#define BN_DIGIT R"(\x{09E6}-\x{09EF})"
#define JOINER R"(\x{200C}\x{200D})"
#define BLANK R"(\x{0009}\x{0020}\x{00A0}\x{1680}\x{2000}-\x{200A}\x{202F}\x{205F}\x{3000})"
#define NEWLINE R"(\x{000A}-\x{000D}\x{0085}\x{2028}\x{2029})"

Error At(std::string_view pattern, size_t offset, std::string message) {
  return {std::move(message), {}, 1, CountCodePoints(pattern.substr(0, offset)) + 1};
}

const Macro* FindMacro(std::string_view name) {
  const auto found = std::find_if(Macros().begin(), Macros().end(),
                                  [&](const Macro& macro) { return macro.name == name; });
  return found == Macros().end() ? nullptr : &*found;
}

// What to write in place of an escape that RE2 reads as ASCII; empty when the escape is fine.
std::string_view Replacement(char escape) {
  switch (escape) {
    case 'w': return "{{bn_char}} or {{bn_word}}";
    case 'W': return "[^{{bn_char}}]";
    case 'd': return "{{digit}}, {{bn_digit}} or {{ascii_digit}}";
    case 'D': return "[^{{digit}}]";
    case 's': return "{{space}} or {{blank}}";
    case 'S': return "[^{{space}}]";
    case 'b':
    case 'B': return "edges = \"word\"";
    default: return {};
  }
}

// The largest number of a {n}, {n,} or {n,m} that starts at `at`; 0 when it is no repeat.
int RepeatAt(std::string_view pattern, size_t at) {
  const size_t close = pattern.find('}', at);
  if (close == std::string_view::npos) return 0;
  int largest = 0;
  for (const char* p = pattern.data() + at + 1; p < pattern.data() + close;) {
    int number = 0;
    const auto [next, error] = std::from_chars(p, pattern.data() + close, number);
    if (error == std::errc::result_out_of_range) return kMaxRepeat + 1;
    if (error != std::errc()) return largest;  // not a repeat, or the empty end of {n,}
    largest = std::max(largest, number);
    p = next < pattern.data() + close && *next == ',' ? next + 1 : next;
    if (next < pattern.data() + close && *next != ',') return 0;
  }
  return largest;
}

}  // namespace

const std::vector<Macro>& Macros() {
  static const std::vector<Macro> macros = {
      {"bn_letter", BN_LETTER, "", "a Bengali letter: vowel, consonant, ৎ"},
      {"bn_consonant", BN_CONSONANT, "", "a Bengali consonant, ড় ঢ় য় included"},
      {"bn_vowel", BN_VOWEL, "", "an independent Bengali vowel"},
      {"bn_mark", BN_MARK, "", "a Bengali mark: vowel sign, hasanta, nukta, ঁ ং ঃ"},
      {"bn_sign", BN_SIGN, "", "a Bengali vowel sign"},
      {"bn_char", BN_LETTER BN_MARK, "", "a Bengali letter or mark"},
      {"bn_digit", BN_DIGIT, "", "০ to ৯"},
      {"bn_word", "", "(?:[" BN_LETTER "][" BN_LETTER BN_MARK JOINER "]*)", "a Bengali word"},
      {"ascii_digit", "0-9", "", "0 to 9"},
      {"digit", "0-9" BN_DIGIT, "", "a digit, ASCII or Bengali"},
      {"latin", "A-Za-z", "", "a letter A to Z"},
      {"danda", R"(\x{0964}\x{0965})", "", "। and ॥"},
      {"joiner", JOINER, "", "ZWNJ and ZWJ"},
      {"blank", BLANK, "", "a blank within a line, no-break space included"},
      {"space", BLANK NEWLINE, "", "a blank or line break"},
      {"open_quote", R"("'‘“«)", "", "an opening or straight quotation mark"},
      {"close_quote", R"("'’”»)", "", "a closing or straight quotation mark"},
      {"dash", R"(\-–—)", "", "hyphen, en dash, em dash"},
  };
  return macros;
}

Result<std::string> ExpandMacros(std::string_view pattern) {
  std::string out;
  bool in_class = false;
  for (size_t at = 0; at < pattern.size();) {
    const char c = pattern[at];
    if (c == '\\' && at + 1 < pattern.size()) {
      if (const auto use = Replacement(pattern[at + 1]); !use.empty()) {
        return tl::unexpected(At(
            pattern, at,
            "\\" + std::string(1, pattern[at + 1]) + " knows only ASCII; use " + std::string(use)));
      }
      // \x{…} and \p{…} bring braces that are no repeat.
      const bool braced = std::string_view("xpP").find(pattern[at + 1]) != std::string_view::npos &&
                          pattern.substr(at + 2).starts_with("{");
      const size_t brace = braced ? pattern.find('}', at) : at + 1;
      const size_t end = brace == std::string_view::npos ? pattern.size() : brace + 1;
      out += pattern.substr(at, end - at);
      at = end;
    } else if (pattern.substr(at).starts_with("{{")) {
      const size_t close = pattern.find("}}", at);
      const auto name =
          pattern.substr(at + 2, close == std::string_view::npos ? close : close - at - 2);
      const Macro* macro = close == std::string_view::npos ? nullptr : FindMacro(name);
      if (macro == nullptr) {
        return tl::unexpected(At(pattern, at, "no macro is called {{" + std::string(name) + "}}"));
      }
      if (in_class && macro->ranges.empty()) {
        return tl::unexpected(
            At(pattern, at,
               "{{" + std::string(name) + "}} is a sequence and cannot stand between [ and ]"));
      }
      if (macro->ranges.empty()) {
        out += macro->sequence;
      } else {
        out += in_class ? std::string(macro->ranges) : "[" + std::string(macro->ranges) + "]";
      }
      at = close + 2;
    } else {
      if (c == '[' && in_class && pattern.substr(at).starts_with("[:")) {
        return tl::unexpected(
            At(pattern, at, "[[:…:]] classes know only ASCII; use a macro such as {{bn_letter}}"));
      }
      if (c == '{' && !in_class && RepeatAt(pattern, at) > kMaxRepeat) {
        return tl::unexpected(At(pattern, at,
                                 "a repeat above " + std::to_string(kMaxRepeat) +
                                     " is refused: use * or +, or a native check"));
      }
      const bool opens = c == '[' && !in_class;
      if (opens) {  // a ] right behind [ or [^ is a character
        const size_t first = at + (pattern.substr(at + 1).starts_with("^") ? 2 : 1);
        out += pattern.substr(at, first - at);
        at = first;
        in_class = true;
        if (pattern.substr(at).starts_with("]")) out += pattern[at++];
        continue;
      }
      if (c == ']') in_class = false;
      out += c;
      ++at;
    }
  }
  return out;
}

}  // namespace bnlint
