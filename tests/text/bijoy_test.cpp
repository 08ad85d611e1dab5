#include "text/bijoy.h"

#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "embed/embed.h"
#include "text/to_bijoy.h"

namespace bnlint {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

// Codes of the font as Latin-1 or Windows-1252 shows them, and what they read.
TEST(Bijoy, ReadsAsUnicode) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"Avgvi †mvbvi evsjv", "আমার সোনার বাংলা"},
      {"wK wbwðZ", "কি নিশ্চিত"},        // ি over a letter and over a ligature
      {"w¯’i, w¯¿‡Z", "স্থির, স্ত্রিতে"},  // … over a half letter and what hangs on it
      {"†mŠi, ˆekvL", "সৌর, বৈশাখ"},    // ৌ in two halves, ৈ
      {"Kg© wbe©vPb ag©xq", "কর্ম নির্বাচন ধর্মী\u09DF"},  // reph
      {"mvg_¨©", "সামর্থ্য"},                             // … behind ্য
      {"wbev©Pb", "নির্বাচন"},                           // … behind the vowel sign
      {"fr©mbv, ˆbF©Z", "ভর্ৎসনা, নৈর্ঋত"},
      {"e¨w³ kÖwgK MÖvg wcÖq µq", "ব্যক্তি শ্রমিক গ্রাম প্রি\u09DF ক্র\u09DF"},
      {"g„Zz¨", "মৃত্যু"},  // ্য behind ু
      {"Kvh©, i¨ve", "কার্য, র\u200D্যাব"},
      {"ïé e¯‘ ¸iæ", "শুল্ক বস্তু গুরু"},  // glyphs with a vowel sign in them
      {"A¨v‡cj", "অ্যাপেল"},
      {"euva DuwP‡q ‡nu‡K", "বাঁধ উঁচি\u09DFে হেঁকে"},  // ঁ before the sign
      {"jvM& D`&hvcb", "লাগ্ উদ্\u200Cযাপন"},          // visible hasanta
      {"ÒG‡mv,Ó ÔbvÕ| 10$", "“এসো,” ‘না’। ১০৳"},
      {"¶wZ ÿwZ Zx²", "ক্ষতি ক্ষতি তীক্ষ্ম"},  // two codes of one glyph
      {"Zx¶è Acivnè", "তীক্ষ্ণ অপরাহ্ণ"},
      {"mswk\u00ADó cøveb", "সংশ্লিষ্ট প্লাবন"},
      {"\u0086mvbvi g\u0084Z", "সোনার মৃত"},  // read as Latin-1
      {"", ""},
      {"…", "ৃ"},
      {"© 2020", "© ২০২০"},
      {"€ 日本", "€ 日本"}};
  for (const auto& [bijoy, unicode] : kCases) EXPECT_EQ(FromBijoy(bijoy), unicode) << bijoy;
}

// Windows-1252 shows other characters for 80..9F than Latin-1; both read the same.
TEST(Bijoy, BothCodePagesReadTheSame) {
  EXPECT_EQ(FromBijoy("‡Kv_vq m‡½ wPšÍv"), FromBijoy("\u0087Kv_vq m\u0087½ wP\u009AÍv"));
  EXPECT_EQ(BijoyCode(U'†'), 0x86);
  EXPECT_EQ(BijoyCode(0x86), 0x86);
  EXPECT_EQ(BijoyCode(U'ক'), -1);
  EXPECT_EQ(BijoyCode(U' '), -1);
}

// Every form of the frequency list goes there and back. What does not is listed here and has letters that
// the font lacks.
TEST(Bijoy, RoundTripOfAllFrequentForms) {
  const ToBijoy to_bijoy;
  std::string_view rest = Embedded("dictionaries/bn/frequency.tsv");
  size_t seen = 0;
  std::vector<std::string> lost;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.empty() || line[0] == '#') continue;
    const std::string word(line.substr(0, line.find('\t')));
    ++seen;
    const std::string back = FromBijoy(to_bijoy.Word(word));
    std::string plain;  // the joiner of a visible hasanta is not in the list
    for (size_t at = 0; at < back.size();) {
      const CodePoint c = DecodeAt(back, at);
      if (c.value != 0x200C) plain += back.substr(at, c.size);
      at += c.size;
    }
    if (plain != word) lost.push_back(word + " " + to_bijoy.Word(word) + " " + back);
  }
  EXPECT_GT(seen, 80000U);
  EXPECT_EQ(lost, std::vector<std::string>());
}

TEST(Bijoy, ReadingsOfAWordWithStrayGlyphs) {
  EXPECT_EQ(BijoyReadings("ত্রæটি").front(), "ত্রুটি");
  EXPECT_EQ(BijoyReadings("পাকি¯Íান").front(), "পাকিস্তান");
  EXPECT_EQ(BijoyReadings("স¤্রাট").front(), "সম্রাট");
  EXPECT_EQ(BijoyReadings("†কাথায়").front(), "কোথায়");
  EXPECT_EQ(BijoyReadings("প্রতিদ্ব›িদ্বতা").front(), "প্রতিদ্বন্দ্বিতা");
  EXPECT_THAT(BijoyReadings("হƒদয়"), Contains("হৃদয়"));  // other readings
  EXPECT_THAT(BijoyReadings("চিহি¡ত"), Contains("চিহ্নিত"));
  EXPECT_THAT(BijoyReadings("প্ল¬াবিত"), Contains("প্লাবিত"));  // left out
  EXPECT_THAT(BijoyReadings("শে¬¬ট"), Contains("শ্লেট"));      // once for twice
  EXPECT_EQ(BijoyReadings("কথা"), std::vector<std::string>{"কথা"});
  EXPECT_LE(BijoyReadings("¬¬¬¬¬¬¬¬¬¬¬¬ক").size(), 32U);
}

TEST(Bijoy, LatinBehindBengaliLetters) {
  EXPECT_THAT(LatinOf("খড়পধষ"), ElementsAre("Local"));
  EXPECT_THAT(LatinOf("খ\u09A1\u09BCপধষ"), ElementsAre("Local"));
  EXPECT_THAT(LatinOf("ডরহফড়িং"), Contains("Windows"));
  EXPECT_THAT(LatinOf("রিহফড়িং"), Contains("windows"));
  EXPECT_THAT(LatinOf("ঋড়ঁহফৎু"), ElementsAre("Foundry", "Foundrz"));
  EXPECT_THAT(LatinOf("ঝখগ"), ElementsAre("SLM"));
  EXPECT_THAT(LatinOf("কোথা"), IsEmpty());
  EXPECT_THAT(LatinOf("ক্ষতি"), IsEmpty());
  EXPECT_LE(LatinOf("কুকুকুকুকুকুকুকুকু").size(), 8U);
}

}  // namespace
}  // namespace bnlint
