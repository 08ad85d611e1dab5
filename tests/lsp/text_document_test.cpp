#include "lsp/text_document.h"

#include <random>

#include <gtest/gtest.h>

#include "lsp/mend_json.h"
#include "lsp/uri.h"

namespace bnlint::lsp {
namespace {

TEST(TextDocument, LinesEndAsInTheProtocol) {
  const TextDocument text("ক\r\nখ\rগ\n\n\u2028ঘ\r");
  ASSERT_EQ(text.lines(), 6U);
  EXPECT_EQ(text.Line(0), (Span{0, 3}));
  EXPECT_EQ(text.Line(1), (Span{5, 8}));
  EXPECT_EQ(text.Line(3), (Span{13, 13}));
  EXPECT_EQ(text.Line(4), (Span{14, 20}));
  EXPECT_EQ(text.Line(5), (Span{21, 21}));
}

TEST(TextDocument, CountsInEveryEncoding) {
  const TextDocument text("a\nক😀খ");
  const size_t last = 2 + 3 + 4;
  EXPECT_EQ(text.PlaceAt(last, Encoding::kUtf8), (LinePlace{1, 7}));
  EXPECT_EQ(text.PlaceAt(last, Encoding::kUtf16), (LinePlace{1, 3}));
  EXPECT_EQ(text.PlaceAt(last, Encoding::kUtf32), (LinePlace{1, 2}));
  for (const auto& [place, encoding] :
       {std::pair{LinePlace{1, 7}, Encoding::kUtf8}, std::pair{LinePlace{1, 3}, Encoding::kUtf16},
        std::pair{LinePlace{1, 2}, Encoding::kUtf32}}) {
    EXPECT_EQ(text.OffsetAt(place, encoding), last);
  }
  // Behind the end of a line, of the text; inside a character.
  EXPECT_EQ(text.OffsetAt({0, 99}, Encoding::kUtf16), 1U);
  EXPECT_EQ(text.OffsetAt({9, 0}, Encoding::kUtf16), text.text().size());
  EXPECT_EQ(text.OffsetAt({1, 2}, Encoding::kUtf16), 5U);
  EXPECT_EQ(text.OffsetAt({1, 1}, Encoding::kUtf8), 2U);
}

TEST(TextDocument, BetweenCrAndLfIsTheEndOfTheLine) {
  const TextDocument text("ab\r\nc");
  EXPECT_EQ(text.PlaceAt(3, Encoding::kUtf16), (LinePlace{0, 2}));
}

TEST(TextDocument, HalfAPairBecomesAReplacementCharacter) {
  TextDocument text("😀😁");
  text.Replace({0, 1}, {0, 3}, "ক", Encoding::kUtf16);
  EXPECT_EQ(text.text(), "\uFFFDক\uFFFD");
  text.SetText("😀");
  text.Replace({0, 1}, {0, 1}, "ক", Encoding::kUtf16);
  EXPECT_EQ(text.text(), "\uFFFDক\uFFFD");
  text.SetText("ab");
  text.Replace({0, 2}, {0, 1}, "c", Encoding::kUtf16);  // the wrong way round
  EXPECT_EQ(text.text(), "ac");
}

// Long lines have a table; short ones are counted through. Both say the same, and back.
TEST(TextDocument, PlacesAndOffsetsAgreeHoweverLongTheLine) {
  std::mt19937 random(4);
  std::string whole;
  for (int i = 0; i < 6000; ++i) {
    constexpr std::string_view kPieces[] = {"a", "é", "ক", "😀", "\u200C"};
    whole += kPieces[random() % 5];
  }
  const TextDocument long_line(whole);
  for (const Encoding encoding : {Encoding::kUtf8, Encoding::kUtf16, Encoding::kUtf32}) {
    uint64_t units = 0;
    for (size_t at = 0; at < whole.size();) {
      ASSERT_EQ(long_line.PlaceAt(at, encoding), (LinePlace{0, units}));
      ASSERT_EQ(long_line.OffsetAt({0, units}, encoding), at);
      const auto lead = static_cast<unsigned char>(whole[at]);
      const size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      units += encoding == Encoding::kUtf8    ? size
               : encoding == Encoding::kUtf16 ? (size == 4 ? 2 : 1)
                                              : 1;
      at += size;
    }
  }
}

TEST(MendJson, HalvesOfPairsAndBrokenBytes) {
  EXPECT_EQ(MendJsonText(R"("\ud83d\ude00")"), R"("\ud83d\ude00")");
  EXPECT_EQ(MendJsonText(R"("\ud83dx")"), "\"\uFFFDx\"");
  EXPECT_EQ(MendJsonText(R"("\ude00\ud83d")"), "\"\uFFFD\uFFFD\"");
  EXPECT_EQ(MendJsonText(R"("\\ud83d")"), R"("\\ud83d")");
  EXPECT_EQ(MendJsonText("\"\xFF\xE0\xA6\""), "\"\uFFFD\uFFFD\"");
  EXPECT_EQ(MendJsonText("\"\\"), "\"\\");
}

TEST(Uri, ThereAndBack) {
  EXPECT_EQ(PathOf("file:///a%20b/%E0%A6%95.txt"), "/a b/ক.txt");
  EXPECT_EQ(PathOf("file://localhost/a"), "/a");
  EXPECT_EQ(PathOf("untitled:One"), "");
  EXPECT_EQ(PathOf("file://"), "");
  EXPECT_EQ(PathOf("file:///100%"), "/100%");
  EXPECT_EQ(PathOf("file:///a%00b"), "/a%00b");
  const std::string path = "/বাংলা/a b#c?d%e.txt";
  EXPECT_EQ(PathOf(UriOf(path)), path);
}

}  // namespace
}  // namespace bnlint::lsp
