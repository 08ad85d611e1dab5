#include "formats/plain.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/utf8.h"

namespace bnlint {
namespace {

Source Block(std::string bytes) { return {"a.txt", std::move(bytes), {}, true, true}; }

std::vector<std::string> Texts(const Source& block) {
  std::vector<std::string> texts;
  for (const Segment& segment : ParsePlain(block).segments) {
    texts.emplace_back(segment.text);
    // A segment is the very bytes of the file.
    const Span all{0, segment.text.size()};
    EXPECT_TRUE(segment.IsVerbatim(all));
    const Span source = segment.ToSource(all);
    EXPECT_EQ(block.bytes.substr(source.begin - block.begin(), source.size()), segment.text);
    EXPECT_EQ(segment.first_line, source.begin);
  }
  return texts;
}

// A paragraph as an editor wraps it: no line has room for the next line's first word.
const std::string kWrapped =
    "বর্ষার শেষে নদীর জল যখন নেমে যায়, তখন চরের মানুষ\n"
    "আবার ঘর বাঁধে, বেড়া দেয়, আর উঠানে লাউয়ের মাচা\n"
    "তোলে। তাদের কাছে নদী শত্রু নয়, আবার পুরো বন্ধুও নয়;\n"
    "সে এক প্রতিবেশী।";
const std::string kVerse =
    "ঘুম ভেঙে দেখি আলো এসেছে জানালায় আমার ছোট ঘরে\n"
    "পাখি ডাকে\n"
    "মেঘেরা দূরের দেশে চলে গেছে কখন যে কে জানে\n"
    "আমি একা";

TEST(ParsePlain, FindsParagraphs) {
  struct Case {
    std::string_view name;
    std::string text;
    std::vector<std::string> segments;
  };
  const std::vector<Case> cases = {
      {"empty", "", {}},
      {"blank lines only", " \r\n\t\n\n", {}},
      {"one line", "নদী।", {"নদী।"}},
      {"short lines are their own", "ক\nখ\nগ\n", {"ক", "খ", "গ"}},
      {"blanks around", "  ক খ \t\n", {"ক খ"}},
      {"CRLF and lone CR", "ক\r\nখ\rগ", {"ক", "খ", "গ"}},
      {"byte order mark", "\xEF\xBB\xBFনদী", {"নদী"}},
      {"hard-wrapped", kWrapped, {kWrapped}},
      {"code", "ক\n```python\nx = 1\n  ```\nখ", {"ক", "খ"}},
      {"two pieces of code", "```\na\n```\nক\n````\nb\n````\nখ", {"ক", "খ"}},
      {"a fence that nothing closes", "ক\n```\nখ\n```\"\n", {"ক", "```", "খ"}},
      {"code cut off at the end", "ক\n```py\nখ\nগ", {"ক"}},
      {"backticks in a line", "```ক খ```\nগ\n```", {"```ক খ```", "গ", "```"}},
      {"verse",
       kVerse + "\n",
       {"ঘুম ভেঙে দেখি আলো এসেছে জানালায় আমার ছোট ঘরে", "পাখি ডাকে",
        "মেঘেরা দূরের দেশে চলে গেছে কখন যে কে জানে", "আমি একা"}},
      {"two paragraphs", kWrapped + "\n\n" + kWrapped + "\n", {kWrapped, kWrapped}},
      {"heading apart", "চর\n\n" + kWrapped, {"চর", kWrapped}},
      {"broken bytes", "ক\xFF\nখ", {"ক\xFF", "খ"}},
  };
  for (const Case& c : cases) EXPECT_EQ(Texts(Block(c.text)), c.segments) << c.name;
}

TEST(ParsePlain, OffsetsCountFromTheFile) {
  const Source block{"a.txt", "ক\nখ\n", {1000, 30, 1, 1}, false, true};
  const Document document = ParsePlain(block);
  ASSERT_EQ(document.segments.size(), 2U);
  EXPECT_EQ(document.segments[1].ToSource({0, 3}), (Span{1004, 1007}));
  EXPECT_FALSE(document.segments[0].cut_before);  // the block begins a line
  EXPECT_FALSE(document.segments[1].cut_after);
}

TEST(ParsePlain, AByteOrderMarkIsOneOnlyAtTheStart) {
  const Source block{"a.txt", "\xEF\xBB\xBFক", {1000, 30, 1, 1}, false, true};
  EXPECT_EQ(Texts(block), (std::vector<std::string>{"\xEF\xBB\xBFক"}));
}

TEST(ParsePlain, CutsLongLines) {
  for (const std::string_view word : {"মেঘ ", "মেঘ", "😀"}) {
    std::string line;
    while (line.size() < 3 * kMaxSegmentBytes) line += word;
    const Source block = Block("ক\n" + line + "শেষ\nখ");
    const Document document = ParsePlain(block);
    ASSERT_GE(document.segments.size(), 5U);
    std::string joined;
    for (size_t i = 1; i + 1 < document.segments.size(); ++i) {
      const Segment& segment = document.segments[i];
      EXPECT_LE(segment.text.size(), kMaxSegmentBytes);
      EXPECT_FALSE(IsContinuation(segment.text[0])) << word;
      EXPECT_EQ(segment.cut_before, i > 1) << i;
      EXPECT_EQ(segment.cut_after, i + 2 < document.segments.size()) << i;
      EXPECT_TRUE(word != "মেঘ " || i == 1 || joined.back() == ' ');
      joined += segment.text;
    }
    EXPECT_EQ(joined, line + "শেষ");
    EXPECT_FALSE(document.segments.front().cut_after);
    EXPECT_FALSE(document.segments.back().cut_before);
  }
}

// What the reader cut out of one long line knows that it was cut.
TEST(ParsePlain, LinesCutBetweenBlocksSaySo) {
  struct Case {
    std::string_view bytes;
    bool cut_before;
    bool cut_after;
  };
  for (const Case& c : {Case{"মাঝের কথা", true, true}, Case{"মাঝের কথা ", true, true},
                        Case{" মাঝের কথা ", true, true}, Case{"মাঝের কথা\n", true, false}}) {
    const Source block{"a.txt", std::string(c.bytes), {100, 3, 40, 40}, false, false};
    const Document document = ParsePlain(block);
    ASSERT_EQ(document.segments.size(), 1U);
    EXPECT_EQ(document.segments[0].cut_before, c.cut_before) << '"' << c.bytes << '"';
    EXPECT_EQ(document.segments[0].cut_after, c.cut_after) << '"' << c.bytes << '"';
  }
}

}  // namespace
}  // namespace bnlint
