#include "formats/markdown.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "formats/plain.h"
#include "text/document.h"
#include "text/source.h"

namespace bnlint {
namespace {

using Kind = SegmentKind;

Source Block(std::string bytes, uint64_t at = 0) {
  Source block;
  block.path = "test.md";
  block.bytes = std::move(bytes);
  block.origin.byte = at;
  block.first = at == 0;
  return block;
}

// What every document must hold: pieces cover the text without gaps, ascend in the file, stay
// inside the block, and are the very bytes of the file where they say so.
void Check(const Source& block, const Document& document) {
  uint64_t before = block.begin();
  for (const Segment& segment : document.segments) {
    ASSERT_FALSE(segment.text.empty());
    ASSERT_LE(segment.text.size(), kMaxSegmentBytes);
    uint64_t at = 0;
    for (const Piece& piece : segment.pieces) {
      ASSERT_EQ(piece.text_begin, at);
      ASSERT_GT(piece.text_size, 0U);
      at += piece.text_size;
      const uint64_t end = piece.source_begin + piece.source_size;
      // The parts of an object that was cut share its place.
      ASSERT_GE(piece.verbatim ? piece.source_begin : end, before) << segment.text;
      ASSERT_LE(end, block.end());
      before = end;
      if (!piece.verbatim) continue;
      ASSERT_EQ(piece.text_size, piece.source_size);
      ASSERT_EQ(segment.text.substr(piece.text_begin, piece.text_size),
                block.bytes.substr(piece.source_begin - block.begin(), piece.source_size));
    }
    ASSERT_EQ(at, segment.text.size());
    ASSERT_LE(segment.first_line, segment.pieces.front().source_begin);
  }
}

using Segments = std::vector<std::pair<Kind, std::string>>;

Segments Read(const std::string& text, uint64_t at = 0) {
  const Source block = Block(text, at);
  const Document document = ParseMarkdown(block);
  Check(block, document);
  Segments found;
  for (const Segment& segment : document.segments) {
    EXPECT_TRUE(segment.first_line == at || block.bytes[segment.first_line - at - 1] == '\n');
    found.emplace_back(segment.kind, segment.text);
  }
  return found;
}

Segments Paragraph(std::string text) { return {{Kind::kParagraph, std::move(text)}}; }

constexpr std::string_view kSample =
    "---\ntitle: \"নাম\"\n---\n"
    "# আমাদের বাগান #\n\n"
    "বাগানে **পুরুষ**এর হাতে [লাগানো গাছ](https://a.b/গাছ \"শিরোনাম\") আছে,\n"
    "তাতে `make` চলে না।\n\n"
    "```sh\necho বাংলা\n```\n\n"
    "    সাজানো কোড\n\n"
    "- আম\n- জাম ও ~~লিচু~~\n  1. ভেতরের তালিকা\n\n     তালিকার অনুচ্ছেদ\n\n"
    "> উদ্ধৃতির কথা\n> দুই লাইনে।\n>\n> * উদ্ধৃত তালিকা\n\n"
    "| ফল | দাম |\n|----|----:|\n| কলা | ৫ টাকা |\n| `x` | |\n\n"
    "<div>\nকাঁচা এইচটিএমএল\n</div>\n\n"
    "![শুধু ছবি](a.png)\n\n"
    "শেষ কথা\n=======\n\n"
    "* * *\n\n- [x] সারা হলো\n";

TEST(MarkdownTest, FindsTheProseOfASample) {
  EXPECT_EQ(Read(std::string(kSample)),
            (Segments{{Kind::kHeading, "আমাদের বাগান"},
                      {Kind::kParagraph, "বাগানে পুরুষএর হাতে লাগানো গাছ আছে,\nতাতে \uFFFC চলে না।"},
                      {Kind::kListItem, "আম"},
                      {Kind::kListItem, "জাম ও লিচু"},
                      {Kind::kListItem, "ভেতরের তালিকা"},
                      {Kind::kListItem, "তালিকার অনুচ্ছেদ"},
                      {Kind::kQuote, "উদ্ধৃতির কথা\nদুই লাইনে।"},
                      {Kind::kListItem, "উদ্ধৃত তালিকা"},
                      {Kind::kTableCell, "ফল"},
                      {Kind::kTableCell, "দাম"},
                      {Kind::kTableCell, "কলা"},
                      {Kind::kTableCell, "৫ টাকা"},
                      {Kind::kHeading, "শেষ কথা"},
                      {Kind::kListItem, "সারা হলো"}}));
}

TEST(MarkdownTest, MapsDecodedTextToItsSource) {
  const Source block = Block("ক `a``b` খ &amp; গ", 1000);
  const Document document = ParseMarkdown(block);
  Check(block, document);
  ASSERT_EQ(document.segments.size(), 1U);
  const Segment& segment = document.segments[0];
  ASSERT_EQ(segment.text, "ক \uFFFC খ & গ");
  EXPECT_EQ(segment.ToSource({4, 7}), (Span{1004, 1010}));
  EXPECT_EQ(segment.ToSource({12, 13}), (Span{1015, 1020}));
  EXPECT_TRUE(segment.IsVerbatim({0, 3}));
  EXPECT_FALSE(segment.IsVerbatim({4, 7}));
  EXPECT_EQ(segment.first_line, 1000U);
}

TEST(MarkdownTest, MapsASpanAcrossEmphasisToAllOfIt) {
  const Source block = Block("এক **পুরুষ**এর");
  const Document document = ParseMarkdown(block);
  const Segment& segment = document.segments.at(0);
  const size_t word = segment.text.find("পুরুষএর");
  const Span source = segment.ToSource({word, segment.text.size()});
  EXPECT_EQ(block.bytes.substr(source.begin, source.size()), "পুরুষ**এর");
  EXPECT_FALSE(segment.IsVerbatim({word, segment.text.size()}));
}

TEST(MarkdownTest, LooksIntoTheFileWhereItCan) {
  const Source block = Block("প্রথম লাইন\nদ্বিতীয় লাইন\n");
  const Document document = ParseMarkdown(block);
  ASSERT_EQ(document.segments.size(), 1U);
  EXPECT_EQ(document.segments[0].text.data(), block.bytes.data());
  EXPECT_EQ(document.segments[0].pieces.size(), 1U);
}

TEST(MarkdownTest, ReadsBreaksAsNewlines) {
  EXPECT_EQ(Read("এক  \nদুই\\\nতিন\r\nচার\n   পাঁচ"), Paragraph("এক\nদুই\nতিন\nচার\nপাঁচ"));
  EXPECT_EQ(Read("এক<br>দুই<BR />\nতিন"), Paragraph("এক\nদুই\nতিন"));
  EXPECT_EQ(Read("![](a.png)\nলেখা"), Paragraph("\uFFFC\nলেখা"));
}

TEST(MarkdownTest, ReadsWindowsFiles) {
  std::string text;
  for (const char c : kSample) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_EQ(Read(text), Read(std::string(kSample)));
}

TEST(MarkdownTest, DecodesEntities) {
  EXPECT_EQ(Read("ক&nbsp;খ &#2453;&#x995; &lt;গ&gt; &zwnj; &কিছু; &foo; &#0; &#xD800;"),
            Paragraph("ক\u00A0খ কক <গ> \u200C &কিছু; &foo; \uFFFD \uFFFD"));
  EXPECT_EQ(Read("&nbsp;\n\nক"), Paragraph("ক"));
}

TEST(MarkdownTest, DropsEscapesAndMarkup) {
  EXPECT_EQ(Read("\\*তারা\\* _নয়_ <b>মোটা</b> [লেখা][1] শেষ\n\n[1]: http://a.b 'নাম'\n"),
            Paragraph("*তারা* নয় মোটা লেখা শেষ"));
  EXPECT_EQ(Read("আগে <!-- মন্তব্য --> পরে"), Paragraph("আগে পরে"));
  EXPECT_EQ(Read("<!-- মন্তব্য\n\nআরও -->\n\nলেখা"), Paragraph("লেখা"));
  EXPECT_EQ(Read("<https://a.b/_c_> আর <a@b.c>"), Paragraph("\uFFFC আর \uFFFC"));
  EXPECT_EQ(Read("ছবি ![গাছের ছবি](a.png) আর ![](b.png) এখানে"),
            Paragraph("ছবি গাছের ছবি আর \uFFFC এখানে"));
  EXPECT_EQ(Read("[![ব্যাজ](a.svg)](b) ![](c.svg) `কোড` <img src=x>\n"), Segments());
  EXPECT_EQ(Read("> `ক\n> খ` ও\n"), (Segments{{Kind::kQuote, "\uFFFC ও"}}));
}

TEST(MarkdownTest, TellsMathematicsFromMoney) {
  EXPECT_EQ(Read("ধরি $x + y$ এবং $$z$$ হলো"), Paragraph("ধরি \uFFFC এবং \uFFFC হলো"));
  EXPECT_EQ(Read("দাম $১০০ থেকে $২০০\nবা US$৫-US$৬ হবে"),
            Paragraph("দাম $১০০ থেকে $২০০\nবা US$৫-US$৬ হবে"));
  // md4c lets a link stand in a formula, and leaves formulas that it never entered.
  EXPECT_EQ(Read("$ক [খ](গ) ঘ$ ঙ"), Paragraph("\uFFFC ঙ"));
  EXPECT_EQ(Read("![]($)$ ক\n\n`খ` গ"),
            (Segments{{Kind::kParagraph, "\uFFFC ক"}, {Kind::kParagraph, "\uFFFC গ"}}));
  EXPECT_EQ(Read("> দাম $৫\n> বা $৬"), (Segments{{Kind::kQuote, "দাম $৫\nবা $৬"}}));
}

TEST(MarkdownTest, SkipsFrontMatterAtTheStartOfAFileOnly) {
  EXPECT_EQ(Read("\xEF\xBB\xBF---\nনাম: ক\n...\nলেখা"), Paragraph("লেখা"));
  EXPECT_EQ(Read("+++\nনাম = \"ক\"\n\n+++\r\nলেখা"), Paragraph("লেখা"));
  EXPECT_EQ(Read("\xEF\xBB\xBFলেখা"), Paragraph("লেখা"));
  EXPECT_EQ(Read("---\n\nলেখা\n\n---\n"), Paragraph("লেখা"));
  EXPECT_EQ(Read("+++\nখোলা"), Paragraph("+++\nখোলা"));
  EXPECT_EQ(Read("+++\nলেখা\n+++", 7), Paragraph("+++\nলেখা\n+++"));
}

TEST(MarkdownTest, KeepsBrokenBytes) {
  using std::string_literals::operator""s;
  EXPECT_EQ(Read("ক\0\0খ *\xE0\xA6* \xFF"s), Paragraph("ক\0\0খ \xE0\xA6 \xFF"s));
  EXPECT_EQ(Read(std::string(5, '\0')), Paragraph(std::string(5, '\0')));
  EXPECT_EQ(Read(""), Segments());
}

TEST(MarkdownTest, CutsLongParagraphs) {
  std::string text;
  while (text.size() < 3 * kMaxSegmentBytes) text += "লম্বা *লেখা*\n";
  const Source block = Block(text, 50);
  const Document document = ParseMarkdown(block);
  Check(block, document);
  ASSERT_GE(document.segments.size(), 2U);
  std::string whole;
  for (const Segment& segment : document.segments) {
    whole += segment.text;
    const bool first = &segment == &document.segments.front();
    const bool last = &segment == &document.segments.back();
    EXPECT_EQ(segment.cut_before, !first);
    EXPECT_EQ(segment.cut_after, !last);
    EXPECT_TRUE(last || segment.text.ends_with('\n') || segment.text.ends_with(' '));
  }
  EXPECT_EQ(whole.find('*'), std::string::npos);
}

TEST(MarkdownTest, SaysWhereABlockWasCutInside) {
  Source block = Block("মাঝখান থেকে\n\nশেষ", 9);
  block.origin.column = 5;
  block.last = false;
  Document document = ParseMarkdown(block);
  EXPECT_TRUE(document.segments.front().cut_before);
  EXPECT_TRUE(document.segments.back().cut_after);
  block.origin.column = 1;
  block.bytes += "\n\n";
  document = ParseMarkdown(block);
  EXPECT_FALSE(document.segments.front().cut_before);
  EXPECT_FALSE(document.segments.back().cut_after);
}

TEST(MarkdownTest, CutsBetweenBlocks) {
  const auto rest = [](const std::string& text) { return text.substr(CutMarkdown(text)); };
  EXPECT_EQ(rest("এক\n\nদুই\n\nতিন\nচার"), "তিন\nচার");
  EXPECT_EQ(rest("এক\r\n \r\n# দুই\r\n"), "# দুই\r\n");
  EXPECT_EQ(rest("- এক\n\n- দুই\n\n  তিন"), "- দুই\n\n  তিন");
  EXPECT_EQ(rest("> এক\n\n> দুই\n>\n> তিন"), "> দুই\n>\n> তিন");
  EXPECT_EQ(rest("এক\n\nদুই\n\n```\r\x01`"), "দুই\n\n```\r\x01`");
  EXPECT_EQ(CutMarkdown("এক\nদুই"), 0U);
  EXPECT_EQ(CutMarkdown(""), 0U);
}

TEST(MarkdownTest, NeverCutsInAFence) {
  for (const std::string open : {"```\n", "~~~~ sh\n", "- ```\n", "1. ক\n\n   ```\n", "<!--\n"}) {
    const std::string text = "এক\n\n" + open + "\n\n  কোড\n\n";
    EXPECT_LE(CutMarkdown(text), std::string("এক\n\n").size()) << open;
  }
  const std::string fenced = "এক\n\n```` md\n```\n\nকোড\n\n```\n\nকোড\n";
  EXPECT_EQ(CutMarkdown(fenced), 0U);
  EXPECT_EQ(CutMarkdown(fenced + "````\n\nদুই"), fenced.size() + 6);
}

// Parsed in two parts at its cut, a text has the segments that it has as a whole.
TEST(MarkdownTest, ACutChangesNothing) {
  std::string text;
  for (int i = 0; i < 3; ++i) text += kSample.substr(kSample.find("# "));
  const size_t cut = CutMarkdown(text);
  ASSERT_GT(cut, text.size() / 2);
  Segments parts = Read(text.substr(0, cut));
  for (auto& segment : Read(text.substr(cut), cut)) parts.push_back(std::move(segment));
  EXPECT_EQ(parts, Read(text));
}

std::string Repeat(std::string_view unit, size_t size) {
  std::string text;
  while (text.size() + unit.size() <= size) text += unit;
  return text;
}

// A megabyte of each: the first are the delimiters, the last what md4c 0.4.8 takes minutes for.
TEST(MarkdownTest, SurvivesAMegabyteOfDelimiters) {
  std::vector<std::string> texts;
  for (const char* unit :
       {"[",           "*a",      "a*", "**a ",  "<!--",  "a <!-- ",  "a <",
        "|",           "|ক|খ|\n", "> ", ">",     "`",     "`` ` ",    "$a",
        "- ",          "  - a\n", "\\", "&amp;", "![](",  "[a](b) ",  "www.a.b ",
        "http://a.b ", "a@b.c ",  "\t", "\n",    "]([\n", "[a](b)\n", "![](x)\n"}) {
    texts.push_back(Repeat(unit, 1 << 20));
  }
  texts.push_back("|ক|খ|\n|-|-|\n" + Repeat("|ক|খ|\n", 1 << 20));
  texts.push_back("|ক|\n|-|\n" + Repeat("|ক", 1 << 20));
  texts.push_back("[a]: b\n\n" + Repeat("[", 1 << 19) + Repeat("]", 1 << 19));
  texts.push_back("[a]: <" + Repeat("b", 1 << 19) + ">\n\n" + Repeat("[a] ", 1 << 19));
  texts.push_back(Repeat("~ক ", 1 << 19) + Repeat("ক~ ", 1 << 19));
  texts.push_back(Repeat("1. ", 1 << 19) + Repeat("\n", 1 << 19));
  texts.push_back(Repeat("[\nক\n", 1 << 19) + Repeat("]\n", 1 << 19));
  for (std::string& text : texts) {
    const auto start = std::chrono::steady_clock::now();
    const Source block = Block(std::move(text));
    const Document document = ParseMarkdown(block);
    CutMarkdown(block.bytes);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_LT(took.count(), 30) << block.bytes.substr(0, 20);
    Check(block, document);
  }
}

TEST(MarkdownTest, HoldsItsInvariantOnMutations) {
  std::mt19937 random(20240229);
  const std::vector<std::string> bits = {
      "*",    "**",    "_",  "`",  "```\n", "[",    "](",          ")",    "![",
      "<",    ">",     "|",  "\n", "\r\n",  "\n\n", "  ",          "\t",   "- ",
      "1. ",  "> ",    "# ", "$",  "&amp;", "\\",   "~~",          "<!--", "-->",
      "<br>", "---\n", "ক",  "ি",  "।",     "\xE0", "\xEF\xBB\xBF"};
  for (int round = 0; round < 3000; ++round) {
    std::string text(kSample);
    for (unsigned edits = random() % 12; edits > 0; --edits) {
      const size_t at = random() % (text.size() + 1);
      if (random() % 2 == 0) {
        text.insert(at, random() % 20 == 0 ? std::string(1, '\0') : bits[random() % bits.size()]);
      } else {
        text.erase(at, random() % 9);
      }
    }
    const Source block = Block(text, random() % 2 * 5000);
    const Document document = ParseMarkdown(block);
    Check(block, document);
    ASSERT_FALSE(HasFatalFailure()) << text;
    ASSERT_LE(CutMarkdown(text), text.size());
  }
}

}  // namespace
}  // namespace bnlint
