#include "text/writing.h"

#include <gtest/gtest.h>

#include "text/document.h"

namespace bnlint {
namespace {

TEST(Writing, EscapesAsTheFormatDoes) {
  EXPECT_EQ(Write(Writing::kAsItIs, "\"<&"), "\"<&");
  EXPECT_EQ(Write(Writing::kXml, "ক<&\""), "ক&lt;&amp;\"");
  EXPECT_EQ(Write(Writing::kJson, "ক\"\\\n\x01"), "ক\\\"\\\\\\n\\u0001");
  EXPECT_EQ(Write(Writing::kJsonAscii, "aক\U0001F600"), "a\\u0995\\ud83d\\ude00");
  EXPECT_EQ(Write(Writing::kCsvQuoted, "a\"b,"), "a\"\"b,");
  EXPECT_EQ(Write(Writing::kPo, "\"\\\n"), "\\\"\\\\\\n");
  EXPECT_EQ(Write(Writing::kAndroid, "'@&"), "\\'\\@&amp;");
  EXPECT_EQ(Write(Writing::kLatex, "%&"), "\\%\\&");
}

TEST(Writing, RefusesWhatCannotBeWritten) {
  EXPECT_FALSE(Write(Writing::kCsvBare, "ক,"));
  EXPECT_FALSE(Write(Writing::kPlain, "<"));
  EXPECT_FALSE(Write(Writing::kRst, "*ক"));
  EXPECT_FALSE(Write(Writing::kSrt, "ক\n"));
  EXPECT_FALSE(Write(Writing::kVtt, "ক\n"));
  EXPECT_FALSE(Write(Writing::kLatex, "\\"));
  EXPECT_FALSE(Write(Writing::kNever, "ক"));
  EXPECT_FALSE(Write(Writing::kXml, kObject));
}

// "ক" and an escape of "খ" side by side, markup, then "গ".
Segment Sample() {
  Segment segment;
  segment.text = "কখগ";
  segment.pieces = {
      {0, 3, 100, 3, true, false}, {3, 3, 103, 6, false, true}, {6, 3, 112, 3, true, false}};
  return segment;
}

TEST(Rewrite, ReplacesOwnBytesAndWholeEscapes) {
  const Segment segment = Sample();
  EXPECT_EQ(segment.Rewrite({0, 3}, "x")->source, (Span{100, 103}));
  EXPECT_EQ(segment.Rewrite({0, 6}, "x")->source, (Span{100, 109}));
  EXPECT_EQ(segment.Rewrite({3, 6}, "x")->source, (Span{103, 109}));
  EXPECT_FALSE(segment.Rewrite({3, 5}, "x")) << "half an escape";
  EXPECT_FALSE(segment.Rewrite({3, 9}, "x")) << "over markup";
}

TEST(Rewrite, PutsInWhereWhatFollowsBegins) {
  const Segment segment = Sample();
  EXPECT_EQ(segment.Rewrite({0, 0}, "x")->source, (Span{100, 100}));
  EXPECT_EQ(segment.Rewrite({3, 3}, "x")->source, (Span{103, 103}));
  EXPECT_EQ(segment.Rewrite({6, 6}, "x")->source, (Span{112, 112}));
  EXPECT_EQ(segment.Rewrite({9, 9}, "x")->source, (Span{115, 115}));
  EXPECT_FALSE(segment.Rewrite({4, 4}, "x"));
}

TEST(Rewrite, KeepsBlanksFromClosedEdges) {
  Segment segment = Sample();
  segment.closed_edges = true;
  EXPECT_TRUE(segment.Rewrite({3, 3}, " "));
  EXPECT_FALSE(segment.Rewrite({6, 6}, " "));
  EXPECT_TRUE(segment.Rewrite({6, 6}, "।"));
  EXPECT_FALSE(segment.Rewrite({0, 3}, " ক"));
}

}  // namespace
}  // namespace bnlint
