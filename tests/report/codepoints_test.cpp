#include "report/codepoints.h"

#include <gtest/gtest.h>

#include "report/fixture.h"

namespace bnlint {
namespace {

using namespace report_test;  // NOLINT(google-build-using-namespace): made for these tests

const Rule& SharedRule() {
  static const Rule rule = TestRule();
  return rule;
}

std::string Line(std::string_view marked) {
  return CodePointLine(Finding(SharedRule(), marked), Language::kEnglish);
}
std::string Line(std::string_view marked, std::string fix) {
  return CodePointLine(FixedFinding(SharedRule(), marked, std::move(fix)), Language::kEnglish);
}

TEST(CodePointLine, SaysNothingOfWhatIsPlainToSee) {
  EXPECT_EQ(Line("[[বাংলা]]"), "");
  EXPECT_EQ(Line("[[তাঁর বাড়ি]]"), "");
  EXPECT_EQ(Line("এলেন।[[স]]বাই"), "");
  EXPECT_EQ(Line("[[2011]] সালে"), "");
  EXPECT_EQ(Line("[[Facebookএ]]"), "");
  EXPECT_EQ(Line("[[XNUMX]] আগস্ট"), "");
  EXPECT_EQ(Line("[[ভূল]]", "ভুল"), "");
  EXPECT_EQ(Line("এলেন।[[]]সবাই", " "), "");
}

TEST(CodePointLine, NamesTheInvisible) {
  EXPECT_EQ(Line("[[ক\u200Bখ]]"), "U+200B ZERO WIDTH SPACE");
  EXPECT_EQ(Line("[[  ]]", " "), "U+0020 SPACE × 2");
  EXPECT_EQ(Line("৫[[\u00A0]]টাকা", " "), "U+00A0 NO-BREAK SPACE → U+0020 SPACE");
  EXPECT_EQ(Line("ক[[খ\u00A0গ]]ঘ"), "U+00A0 NO-BREAK SPACE");
  EXPECT_EQ(Line("[[\x1B[31m]]"), "U+001B ESCAPE");
  EXPECT_EQ(Line("[[ক\xE0\xA6]] খ"), "\\xE0\\xA6 (not UTF-8)");
  EXPECT_EQ(Line("[[ক\uFFFDখ]]"), "U+FFFD REPLACEMENT CHARACTER");
  EXPECT_EQ(Line("[[\uE000]]"), "U+E000 (private use)");
  EXPECT_EQ(Line("[[র\u200D্যাব]]", "র\u200C্যাব"),
            "U+200D ZERO WIDTH JOINER → U+200C ZERO WIDTH NON-JOINER");
  EXPECT_EQ(Line("[[র্যাব]]", "র\u200D্যাব"), "→ U+200D ZERO WIDTH JOINER");
}

TEST(CodePointLine, NamesMarksThatMislead) {
  EXPECT_EQ(Line("ত[[ি]]নি"), "U+09BF BENGALI VOWEL SIGN I");
  EXPECT_EQ(Line("[[কাা]]", "কা"), "U+09BE BENGALI VOWEL SIGN AA × 2");
  EXPECT_EQ(Line("[[ত\u09BE\u09C7মার]]"),
            "U+09BE BENGALI VOWEL SIGN AA, U+09C7 BENGALI VOWEL SIGN E");
}

TEST(CodePointLine, NamesWhatStandsAmongBengali) {
  EXPECT_EQ(Line("[[২০1৫]]", "২০১৫"), "U+0031 DIGIT ONE");
  EXPECT_EQ(Line("২[[o]]১৫", "০"), "U+006F LATIN SMALL LETTER O");
  EXPECT_EQ(Line("[[३]]টি"), "U+0969 DEVANAGARI DIGIT THREE");
}

TEST(CodePointLine, NamesBothSidesOfAFixThatLookAlike) {
  EXPECT_EQ(Line("চড়তে[[৷]]", "।"),
            "U+09F7 BENGALI CURRENCY NUMERATOR FOUR → U+0964 DEVANAGARI DANDA");
  EXPECT_EQ(Line("চড়তে[[|]]", "।"), "U+007C VERTICAL LINE → U+0964 DEVANAGARI DANDA");
  EXPECT_EQ(Line("[[আ\u09DC]]", "আ\u09A1\u09BC"),
            "U+09DC BENGALI LETTER RRA → U+09A1 BENGALI LETTER DDA, U+09BC BENGALI SIGN NUKTA");
  EXPECT_EQ(Line("[[ত\u0981\u09BEর]]", "ত\u09BE\u0981র"),
            "U+0981 BENGALI SIGN CANDRABINDU, U+09BE BENGALI VOWEL SIGN AA → "
            "U+09BE BENGALI VOWEL SIGN AA, U+0981 BENGALI SIGN CANDRABINDU");
  EXPECT_EQ(Line("ক[[-]]খ", "–"), "U+002D HYPHEN-MINUS → U+2013 EN DASH");
}

TEST(CodePointLine, NamesSixAtMost) {
  const std::string eight = "[[\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007]]";
  const std::string line = Line(eight);
  EXPECT_NE(line.find("U+2005 FOUR-PER-EM SPACE and 2 more"), std::string::npos) << line;
  const Diagnostic diagnostic = Finding(SharedRule(), eight);
  EXPECT_NE(CodePointLine(diagnostic, Language::kBengali).find("এবং আরও ২টি"), std::string::npos);
}

}  // namespace
}  // namespace bnlint
