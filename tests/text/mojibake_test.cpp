#include "text/mojibake.h"

#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text/utf8.h"

namespace bnlint {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view kText =
    "“ঠিক আছে, কাল দুঃখ ভুলে ৫টি বই পড়ব।” — র‍্যাব, ঢাকা "
    "😀 "
    "ঞঁ";

// What a program shows that takes UTF-8 for `page`.
std::string Misread(std::string_view text, CodePage page) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<uint8_t>(c);
    AppendUtf8(out, byte < 0x80 ? byte : CodePages::Get().CharOf(page, byte));
  }
  return out;
}

// The same without the bytes that the page lacks, which become `mark`.
std::string MisreadStrictly(std::string_view text, CodePage page, std::string_view mark) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<uint8_t>(c);
    const bool lost = byte >= 0x80 && byte < 0xC0 && CodePages::Get().Lacks(page, byte);
    out += lost ? mark : Misread(std::string_view(&c, 1), page);
  }
  return out;
}

// The no-break spaces as blanks.
std::string WithBlanks(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    AppendUtf8(out, c.value == 0xA0 ? U' ' : c.value);
    at += c.size;
  }
  return out;
}

TEST(FindMojibake, UndoesEveryCodePage) {
  for (size_t i = 0; i < kCodePages; ++i) {
    const auto page = static_cast<CodePage>(i);
    const std::string damaged = Misread(kText, page);
    const auto found = FindMojibake(damaged);
    ASSERT_THAT(found, SizeIs(1)) << Name(page);
    EXPECT_EQ(found[0].text, kText) << Name(page);
    EXPECT_EQ(found[0].span, (Span{0, damaged.size()})) << Name(page);
    EXPECT_TRUE(found[0].exact) << Name(page);
    EXPECT_EQ(found[0].times, 1) << Name(page);
  }
}

TEST(FindMojibake, UndoesTwoAndThreeMisreadings) {
  for (const CodePage first : {CodePage::kWindows1252, CodePage::kDos437, CodePage::kWindows1251}) {
    for (const CodePage second : {CodePage::kWindows1252, CodePage::kDos850, CodePage::kMacRoman}) {
      const std::string twice = Misread(Misread(kText, first), second);
      const auto found = FindMojibake(twice);
      ASSERT_THAT(found, SizeIs(1)) << Name(first) << ", " << Name(second);
      EXPECT_EQ(found[0].text, kText) << Name(first) << ", " << Name(second);
      EXPECT_EQ(found[0].times, 2);
      EXPECT_TRUE(found[0].exact);
      EXPECT_EQ(found[0].page, second);
    }
  }
  const std::string thrice =
      Misread(Misread(Misread("নদীর ধারে", CodePage::kWindows1252), CodePage::kWindows1252),
              CodePage::kWindows1252);
  const auto found = FindMojibake(thrice);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].text, "নদীর ধারে");
  EXPECT_EQ(found[0].times, 3);
}

TEST(FindMojibake, KnowsLatin1ByItsControls) {
  std::string damaged;
  for (const char c : std::string_view("নদীর একূল ওকূল"))
    AppendUtf8(damaged, static_cast<uint8_t>(c));
  const auto found = FindMojibake(damaged);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].text, "নদীর একূল ওকূল");
  EXPECT_TRUE(found[0].exact);
}

TEST(FindMojibake, GivesOneStretchForEachDamagedPlace) {
  const std::string one = Misread("বই", CodePage::kWindows1252);
  const std::string text = "একটি " + one + " আর " + one + ", " + one + " পড়ি।";
  const auto found = FindMojibake(text);
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].text, "বই");
  EXPECT_EQ(text.substr(found[0].span.begin, found[0].span.size()), one);
  EXPECT_EQ(found[1].text, "বই, বই");
}

TEST(FindMojibake, MarksLettersWhoseByteIsLost) {
  for (const std::string_view mark : {"", "?", "\uFFFD"}) {
    const auto found = FindMojibake(MisreadStrictly("শব্দ এল", CodePage::kWindows1252, mark));
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].text, "শব\uFFFDদ \uFFFDল") << mark;
    EXPECT_FALSE(found[0].exact);
    ASSERT_THAT(found[0].holes, SizeIs(2));
    EXPECT_EQ(found[0].holes[0].offset, std::string_view("শব").size());
    // 81 8D 9D, and A0 AD, which other programs drop.
    EXPECT_EQ(found[0].holes[0].candidates, U"\u09C1\u09CD\u09DD\u09ED");
    EXPECT_EQ(found[0].holes[1].candidates, U"ঁএঐঝঠভ");
  }
}

TEST(FindMojibake, PutsBackALeadByteOfWhichOnlyOneFits) {
  // E0 A6 95 without its E0, and without its A6.
  const auto found = FindMojibake("à¦®¦• à¦®à•");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].text, "মক মক");
  EXPECT_FALSE(found[0].exact);
  EXPECT_THAT(found[0].holes, IsEmpty());
}

TEST(FindMojibake, TakesBlanksForNoBreakSpacesWhereTheyMustBe) {
  const std::string twice =
      Misread(Misread("আমার নদী", CodePage::kWindows1252), CodePage::kWindows1252);
  const auto found = FindMojibake(WithBlanks(twice));
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].text, "আমার নদী");
  EXPECT_FALSE(found[0].exact);  // † and ” are told apart by their last byte
  const auto once = FindMojibake(WithBlanks(Misread("ঠিক কথা", CodePage::kWindows1252)));
  ASSERT_THAT(once, SizeIs(1));
  EXPECT_EQ(once[0].text, "ঠিক কথা");
  EXPECT_FALSE(once[0].exact);
}

TEST(FindMojibake, FindsPunctuationThatWasHurtAlone) {
  const auto found = FindMojibake("তিনি এলেন â€“ একা, ২০Â°");
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].text, "–");
  EXPECT_EQ(found[1].text, "°");
}

TEST(FindMojibake, LeavesForeignTextAlone) {
  for (const std::string_view text :
       {"Fête à Noël, où l’été finit — déjà", "«Так держать», ржавый редактор, ред. Ржев",
        "ÅÄÖ är § 5", "Δεν είναι α, β, γ; µ ± 5°", "às três, não é São João",
        "Việt Nam, ở đây có à ¦ §", "Łódź, ŕ¦, żółć", "à¦", "¦§", "Â", "א ב ג", "√ ∂ ‡ ¶ ß", "ÓŽ",
        "БРОЈ редова, наредба ред, премештај садржи",
        "বাংলা লেখা — “ঠিক”, ZWNJ: ক্‌ষ"}) {
    EXPECT_THAT(FindMojibake(text), IsEmpty()) << text;
  }
}

TEST(FindMojibake, SurvivesAnything) {
  EXPECT_THAT(FindMojibake(""), IsEmpty());
  EXPECT_THAT(FindMojibake("\xE0\xA6 \xFF\xC3"), IsEmpty());
  std::string all;
  for (char32_t c = 1; c < 0x2700; ++c) AppendUtf8(all, c);
  FindMojibake(all + all);
  const std::string damaged =
      Misread(Misread(kText, CodePage::kWindows1252), CodePage::kWindows1252);
  for (size_t cut = 0; cut < damaged.size(); ++cut) {
    for (const Mojibake& found : FindMojibake(damaged.substr(0, cut))) {
      EXPECT_LE(found.span.end, cut);
      EXPECT_LT(found.span.begin, found.span.end);
    }
  }
}

TEST(UndoMojibake, PutsTheStretchesBack) {
  EXPECT_EQ(UndoMojibake("à¦• খ à¦—!"), "ক খ গ!");
  EXPECT_EQ(UndoMojibake("abc"), "abc");
}

}  // namespace
}  // namespace bnlint
