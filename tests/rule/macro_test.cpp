#include "rule/macro.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/char_class.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

TEST(ExpandMacros, WritesClassesAndSequences) {
  const std::vector<std::pair<std::string_view, std::string_view>> cases = {
      {"", ""},
      {"ক+।", "ক+।"},
      {"{{ascii_digit}}", "[0-9]"},
      {"[{{ascii_digit}}]", "[0-9]"},
      {"[^{{latin}}{{ascii_digit}}_]", "[^A-Za-z0-9_]"},
      {"[]{{latin}}]{{latin}}", "[]A-Za-z][A-Za-z]"},
      {"[^]{{latin}}]{{latin}}", "[^]A-Za-z][A-Za-z]"},
      {R"([\]{{latin}}])", R"([\]A-Za-z])"},
      {R"(\[{{latin}}\])", R"(\[[A-Za-z]\])"},
      {R"(\\{{latin}})", R"(\\[A-Za-z])"},
      {R"(\.{{latin}})", R"(\.[A-Za-z])"},
      {R"({{danda}}{2})", R"([\x{0964}\x{0965}]{2})"},
      {R"(\x{0964})", R"(\x{0964})"},
      {R"(\x{0964}{2,3}\p{Latin})", R"(\x{0964}{2,3}\p{Latin})"},
      {"ক{64}খ{2,64}গ{3,}", "ক{64}খ{2,64}গ{3,}"},
      {"ক{,99}{x}{", "ক{,99}{x}{"},
      {"[{100}]", "[{100}]"},
      {R"(\{100})", R"(\{100})"},
  };
  for (const auto& [pattern, expected] : cases) {
    const auto got = ExpandMacros(pattern);
    ASSERT_TRUE(got) << pattern << ": " << got.error().ToString();
    EXPECT_EQ(*got, expected) << pattern;
  }
}

struct Refused {
  std::string_view pattern;
  uint64_t column;
  std::string_view says;
};

TEST(ExpandMacros, RefusesWithTheColumn) {
  const std::vector<Refused> cases = {
      {R"(\bক)", 1, "edges"},
      {R"(কখ\B)", 3, "edges"},
      {R"(ক্ষ\w+)", 4, "{{bn_char}}"},
      {R"([\W])", 2, "bn_char"},
      {R"(\\\d)", 3, "{{digit}}"},
      {R"(\D)", 1, "digit"},
      {R"(দুই \s)", 5, "{{space}}"},
      {R"(\S)", 1, "space"},
      {"ক{65}", 2, "64"},
      {"কখ{2,65}", 3, "64"},
      {"ক{100,}", 2, "64"},
      {"ক{99999999999}", 2, "64"},
      {R"(\x{0964}{100})", 9, "64"},
      {R"(\.{100})", 3, "64"},
      {"ক{{bn_lettr}}", 2, "{{bn_lettr}}"},
      {"[ক{{nothing}}]", 3, "{{nothing}}"},
      {"{{}}", 1, "macro"},
      {"{{digit", 1, "{{digit"},
      {"[ক{{bn_word}}]", 3, "sequence"},
      {"[ক[:alpha:]]", 3, "ASCII"},
  };
  for (const Refused& c : cases) {
    const auto got = ExpandMacros(c.pattern);
    ASSERT_FALSE(got) << c.pattern << " became " << *got;
    EXPECT_EQ(got.error().column, c.column) << c.pattern;
    EXPECT_EQ(got.error().line, 1U) << c.pattern;
    EXPECT_NE(got.error().message.find(c.says), std::string::npos) << got.error().message;
  }
}

TEST(Macros, AllCompileInsideAndOutsideBrackets) {
  for (const Macro& macro : Macros()) {
    const std::string use = "{{" + std::string(macro.name) + "}}";
    EXPECT_NE(macro.ranges.empty(), macro.sequence.empty()) << macro.name;
    EXPECT_FALSE(macro.meaning.empty()) << macro.name;
    EXPECT_TRUE(RE2(*ExpandMacros(use)).ok()) << macro.name;
    if (!macro.ranges.empty()) {
      EXPECT_TRUE(RE2(*ExpandMacros("[^ক" + use + "]")).ok()) << macro.name;
    }
  }
}

// A macro and the class of the same name hold the same characters.
TEST(Macros, AgreeWithCharClass) {
  struct Agreement {
    std::string_view macro;
    std::function<bool(CharClass)> in_class;
  };
  const auto is = [](CharClass wanted) { return [wanted](CharClass c) { return c == wanted; }; };
  const std::vector<Agreement> cases = {
      {"bn_letter", IsBengaliLetter},
      {"bn_mark", IsBengaliMark},
      {"bn_char", IsBengali},
      {"bn_digit", is(CharClass::kBnDigit)},
      {"bn_consonant", is(CharClass::kBnConsonant)},
      {"bn_vowel", is(CharClass::kBnVowel)},
      {"bn_sign", is(CharClass::kBnSign)},
      {"danda", is(CharClass::kDanda)},
      {"joiner", is(CharClass::kJoiner)},
      {"blank", is(CharClass::kSpace)},
      {"space", IsBlank},
      {"ascii_digit", is(CharClass::kAsciiDigit)},
  };
  for (const Agreement& c : cases) {
    const RE2 regex(*ExpandMacros("{{" + std::string(c.macro) + "}}"));
    ASSERT_TRUE(regex.ok()) << c.macro;
    for (char32_t value = 1; value < 0x3100; ++value) {
      std::string text;
      AppendUtf8(text, value);
      EXPECT_EQ(RE2::FullMatch(text, regex), c.in_class(ClassOf(value)))
          << c.macro << " and U+" << std::hex << static_cast<unsigned>(value);
    }
  }
}

TEST(Macros, WordHoldsMarksAndJoiners) {
  const RE2 word(*ExpandMacros("{{bn_word}}"));
  for (const std::string_view text : {"ক", "শক্তি", "র\u200D্যাব", "হাট\u200Cবার", "ৎ"}) {
    EXPECT_TRUE(RE2::FullMatch({text.data(), text.size()}, word)) << text;
  }
  for (const std::string_view text : {"", "ি", "ক খ", "ক১", "a"}) {
    EXPECT_FALSE(RE2::FullMatch({text.data(), text.size()}, word)) << text;
  }
}

}  // namespace
}  // namespace bnlint
