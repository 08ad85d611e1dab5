#include "text/escape.h"

#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text/escaped_run.h"

namespace bnlint {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

struct Case {
  std::string_view text;  // all of it one escape
  char32_t value;
};

TEST(ReadEscape, KnowsTheWaysOfWriting) {
  for (const Case& c : std::initializer_list<Case>{{"&#2453;", U'ক'},
                                                   {"&#x995;", U'ক'},
                                                   {"&#X0995;", U'ক'},
                                                   {"&#147;", U'“'},
                                                   {"&#55357;&#56832;", U'😀'},
                                                   {"&nbsp;", 0xA0},
                                                   {"&amp;", U'&'},
                                                   {"&amp;amp;amp;", U'&'},
                                                   {"&amp;quot;", U'"'},
                                                   {"&amp;amp;#2453;", U'ক'},
                                                   {"&NBSP;", 0xA0},
                                                   {"& quot;", U'"'},
                                                   {"& # 39 ;", U'\''},
                                                   {"&#৩৯;", U'\''},
                                                   {"\\u0995", U'ক'},
                                                   {"\\\\u0995", U'ক'},
                                                   {"\\u{995}", U'ক'},
                                                   {"\\U00000995", U'ক'},
                                                   {"\\ud83d\\ude00", U'😀'},
                                                   {"\\u2453?", U'ক'},
                                                   {"\\U0995", U'ক'},
                                                   {"\\x{995}", U'ক'},
                                                   {"\\N{BENGALI LETTER KA}", U'ক'},
                                                   {"<U+0995>", U'ক'},
                                                   {"<U+1F600>", U'😀'},
                                                   {"\\xE0", 0xE0},
                                                   {"\\340", 0xE0},
                                                   {"%E0", 0xE0},
                                                   {"%25e0", 0xE0},
                                                   {"%2525E0", 0xE0},
                                                   {"%u0995", U'ক'},
                                                   {"=E0", 0xE0},
                                                   {"\u1F60A", U'😊'}}) {
    const Escape escape = ReadEscape(c.text, 0);
    EXPECT_EQ(escape.size, c.text.size()) << c.text;
    EXPECT_EQ(escape.value, c.value) << c.text;
    EXPECT_FALSE(escape.is_weak) << c.text;
  }
}

TEST(ReadEscape, RefusesWhatOnlyLooksLikeOne) {
  for (const std::string_view text :
       {"&",          "& ",    "&ক",     "&#;",         "&#x;",      "&unknown;", "& copy;",
        "&copy",      "&lt=3", "&lta",   "&#39",        "&#0;",      "&#8;",      "&#xD800;",
        "&#1114112;", "\\",    "\\\\",   "\\u",         "\\u099",    "\\ud83d",   "\\ud83d\\u0995",
        "\\ude00",    "\\q",   "\\U099", "\\N{}",       "\\N{NONE}", "<U+>",      "<U+0995",
        "<b>",        "\\x{}", "\\u{}",  "\\u{110000}", "\\34",      "\\119",     "%",
        "%E",         "%zz",   "%25",    "%u99",        "=",         "=E",        "=zz",
        "ἀ",          "ἀ ",    "ὠG",     "ᾼF"}) {
    const Escape escape = ReadEscape(text, 0);
    EXPECT_TRUE(escape.size == 0 || escape.is_weak) << text;
  }
}

TEST(ReadEscape, SurvivesACut) {
  for (const std::string_view text :
       {"&amp;amp;#x995;", "\\\\ud83d\\\\ude00", "%25E0", "=\r\n", "\u1F60A", "& # ৩৯ ;"}) {
    for (size_t cut = 1; cut < text.size(); ++cut)
      EXPECT_LE(ReadEscape(text.substr(0, cut), 0).size, cut) << text;
  }
}

struct RunCase {
  std::string_view text;  // with the run in « »
  std::string_view written;
  bool exact;
};

// The text without its marks, and what lies between them.
std::pair<std::string, Span> Unmark(std::string_view marked) {
  constexpr std::string_view kOpen = "«";
  constexpr std::string_view kClose = "»";
  const size_t open = marked.find(kOpen);
  const size_t close = marked.find(kClose);
  std::string text(marked.substr(0, open));
  text += marked.substr(open + kOpen.size(), close - open - kOpen.size());
  const Span span{open, text.size()};
  return {text + std::string(marked.substr(close + kClose.size())), span};
}

TEST(FindEscapedRuns, DecodesARunAsAWhole) {
  for (const RunCase& c : std::initializer_list<RunCase>{
           {"সে «&#2438;&#2460; Dhaka &#2447;&#2482;» না।", "আজ Dhaka এল", true},
           {"মূল্য«&nbsp;»৫০", " ", true},
           {"শেষ।«&nbsp;» শুরু", "", true},
           {"শেষ«&nbsp;&nbsp;»শুরু", " ", true},
           {"বিশ্ব«&#173;»বিদ্যালয়", "", true},
           {"কেব্«&#8203;»ল", "", false},
           {"«&lt;p&gt;»আজ", "", false},
           {"শেষ«&lt;br&gt;»শুরু", " ", false},
           {"«&lt;span class=&quot;a b&quot; style=&quot;color:red&quot;&gt;»আজ", "", false},
           {"«&lt;b&gt;Dhaka&lt;/b&gt;» শহর", "Dhaka", false},
           {"৫ «&lt;» ৭", "<", true},
           {"ভালোবাসা «&lt;»3", "<", true},
           {"«&agrave;&brvbar;&bull;»", "ক", true},
           {"«&agrave;&brvbar;&bull;&agrave;&sect;\u0081 &agrave;&brvbar;&bull;»", "কু ক", true},
           {"«\\u0986\\u099c\\n\\\"Dhaka\\\" \\u098f\\u09b2»", "আজ\n\"Dhaka\" এল", true},
           {"«\\u00e0\\u00a6\\u0095»", "ক", true},
           {"«\\xe0\\xa6\\x86\\xe0\\xa6\\x9c»", "আজ", true},
           {"«\\340\\246\\206»", "আ", true},
           {"নদী«\\xa0»তীর", " ", false},
           {"«%E0%A6%86%E0%A6%9C+%E0%A6%8F%E0%A6%B2%2C%20»a", "আজ এল, ", true},
           {"«%E0%A6%86%E0%A6»", "আ\uFFFD", false},
           {"«=E0=A6=86=E0=\n=A6=9C x=3D»y", "আজ x=", true},
           {"মজা «\u1F602\u1F602»!", "😂😂", true},
           {"<U+ «<U+0986><U+099C>»", "আজ", true},
           {"সে «4KaG4Kac» না", "আজ", true},
           {"«YSDgpobgppw=»", "a আজ", true},
           {"«YWIg4KaG4KacIOCmj+Cmsg==»", "ab আজ এল", true},
           {"«4Kao4Kam4KeA4KawIOCmp+"
            "CmvuCmsOCnhyDgpqzgpr7gpqHgprzgpr8sIOCmpOCmvuCmsCDgpqrg\npr7gprbgp4cg4Kau4Ka+"
            "4Kag4KWkIOCmqOCmpuCngOCmsCDgpqfgpr7gprDgp4cg4Kas4Ka+4Kah\n4Ka84Ka/"
            "LCDgpqTgpr7gprAg4Kaq4Ka+4Ka24KeHIOCmruCmvuCmoOClpCDgpqjgpqbgp4DgprAg\n4Kan4Ka+"
            "4Kaw4KeHIOCmrOCmvuCmoeCmvOCmvywg4Kak4Ka+4KawIOCmquCmvuCmtuCnhyDgpq7g\npr7gpqDgpaQg»",
            "নদীর ধারে বাড়ি, তার পাশে মাঠ। নদীর ধারে বাড়ি, তার পাশে মাঠ। নদীর ধারে বাড়ি, তার পাশে "
            "মাঠ। ",
            true},
           {"«=?utf-8?b?4KaG4KacIOCmj+Cmsg==?=»", "আজ এল", true},
           {"«=?UTF-8?Q?=E0=A6=86=E0=A6=9C_=E0=A6=8F?=»", "আজ এ", true},
       }) {
    const auto [text, span] = Unmark(c.text);
    const auto runs = FindEscapedRuns(text);
    ASSERT_THAT(runs, SizeIs(1)) << text;
    EXPECT_EQ(runs[0].span, span) << text;
    EXPECT_EQ(runs[0].text, c.written) << text;
    EXPECT_EQ(runs[0].exact, c.exact) << text;
    EXPECT_TRUE(runs[0].readable) << text;
  }
}

TEST(FindEscapedRuns, HalfATagIsNotReadable) {
  const auto runs = FindEscapedRuns("&lt;a title=&quot;নদী&quot;&gt;");
  ASSERT_THAT(runs, SizeIs(2));
  EXPECT_FALSE(runs[0].readable);
  EXPECT_EQ(runs[1].text, "\">");
}

TEST(FindEscapedRuns, LeavesOtherTextAlone) {
  for (const std::string_view text :
       {"ক & খ, R&D", "৫০% ছাড়, ১০০%AB", "a%20b", "x=3D", "ক = খ\nগ", "C:\\new\\table", "\\n",
        "\\xe9 a", "ἀρχή", "%41%42", "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA4KCm",
        "programming4K", ""}) {
    EXPECT_THAT(FindEscapedRuns(text), IsEmpty()) << text;
  }
}

}  // namespace
}  // namespace bnlint
