#include "report/terminal.h"

#include <gtest/gtest.h>

#include "report/words.h"
#include "text/codepoint_name.h"

namespace bnlint {
namespace {

TEST(Visible, LeavesTextAlone) {
  EXPECT_EQ(Visible("বাংলা text ‘উদ্ধৃতি’ — র\u200D্যাব 😀"), "বাংলা text ‘উদ্ধৃতি’ — র\u200D্যাব 😀");
}

TEST(Visible, LetsNothingThroughThatATerminalObeys) {
  EXPECT_EQ(Visible("\x1B[31mক\x07\x7F"), "\\x1B[31mক\\x07\\x7F");
  EXPECT_EQ(Visible("ক\tখ\r\nগ"), "ক\\tখ\\r\\nগ");
  EXPECT_EQ(Visible("\u009B31m"), "<U+009B>31m");
  EXPECT_EQ(Visible("\u202Eabc\u2066\u2028"), "<U+202E>abc<U+2066><U+2028>");
  EXPECT_EQ(Visible(std::string_view("a\0b", 3)), "a\\x00b");
}

TEST(Visible, ShowsWhatCannotBeSeen) {
  EXPECT_EQ(Visible("ক\u200Bখ\u00AD\uFEFF\uE000"), "ক<U+200B>খ<U+00AD><U+FEFF><U+E000>");
  EXPECT_EQ(Visible("ক\xE0\xA6 \xFF"), "ক\\xE0\\xA6 \\xFF");
  EXPECT_EQ(Visible("ক\u200C", true), "ক<U+200C>");
  EXPECT_EQ(VisibleBlanks("ক \u00A0\t\u200D"), "ক␣<U+00A0>\\t<U+200D>");
}

TEST(Painter, WritesEscapesOnlyWhenAsked) {
  EXPECT_EQ(Painter(false)(Style::kError, "ক"), "ক");
  EXPECT_EQ(Painter(true)(Style::kError, "ক"), "\x1B[1;31mক\x1B[0m");
}

TEST(CodePointName, NamesOrSaysWhatItIs) {
  EXPECT_EQ(CodePointName(0x200B), "U+200B ZERO WIDTH SPACE");
  EXPECT_EQ(CodePointName(0x09BF), "U+09BF BENGALI VOWEL SIGN I");
  EXPECT_EQ(CodePointName(0x1B), "U+001B ESCAPE");
  EXPECT_EQ(CodePointName(0x01), "U+0001 (control)");
  EXPECT_EQ(CodePointName(0xE000), "U+E000 (private use)");
  EXPECT_EQ(CodePointName(0xFFFE), "U+FFFE (noncharacter)");
  EXPECT_EQ(CodePointName(0x0984), "U+0984 (unassigned)");
  EXPECT_EQ(CodePointName(0xD800), "U+D800 (surrogate)");
  EXPECT_EQ(CodePointName(0x110000), "U+110000 (unassigned)");
}

Summary MakeSummary(uint64_t files, uint64_t errors, uint64_t warnings, uint64_t infos,
                    uint64_t fixable) {
  Summary summary;
  summary.files = files;
  summary.by_severity = {infos, warnings, errors};
  summary.fixable = fixable;
  return summary;
}

TEST(CountLine, InBengali) {
  const auto line = [](const Summary& summary) { return CountLine(summary, Language::kBengali); };
  EXPECT_EQ(line(MakeSummary(3, 12, 4, 1, 8)),
            "৩টি ফাইলে ১২টি ত্রুটি, ৪টি সতর্কতা ও ১টি পরামর্শ; ৮টির নিরাপদ সংশোধন আছে।");
  EXPECT_EQ(line(MakeSummary(1, 1, 0, 0, 0)), "১টি ফাইলে ১টি ত্রুটি।");
  EXPECT_EQ(line(MakeSummary(0, 1, 0, 0, 0)), "১টি ত্রুটি পাওয়া গেছে।");
  EXPECT_EQ(line(MakeSummary(20, 0, 0, 0, 0)), "কোনো সমস্যা পাওয়া যায়নি; ২০টি ফাইল দেখা হয়েছে।");
  EXPECT_EQ(line(MakeSummary(0, 0, 0, 0, 0)), "কোনো ফাইল দেখা হয়নি।");
}

TEST(CountLine, InEnglish) {
  const auto line = [](const Summary& summary) { return CountLine(summary, Language::kEnglish); };
  EXPECT_EQ(line(MakeSummary(3, 12, 1, 2, 8)),
            "Found 12 errors, 1 warning and 2 infos in 3 files; 8 have a safe fix.");
  EXPECT_EQ(line(MakeSummary(1, 0, 1, 0, 1)), "Found 1 warning in 1 file; 1 has a safe fix.");
  EXPECT_EQ(line(MakeSummary(0, 1, 0, 0, 0)), "Found 1 error.");
  EXPECT_EQ(line(MakeSummary(1, 0, 0, 0, 0)), "No problems found in 1 file.");
  EXPECT_EQ(line(MakeSummary(0, 0, 0, 0, 0)), "No files were checked.");
}

}  // namespace
}  // namespace bnlint
