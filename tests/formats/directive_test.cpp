#include "formats/directive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "formats/format.h"

namespace bnlint {
namespace {

using testing::ElementsAre;

TEST(Directive, IsFoundInComments) {
  for (const char* comment :
       {"bnlint: words ক খ", "# bnlint: words ক খ", "<!-- bnlint: words ক খ -->",
        "// bnlint:words ক খ", "/* bnlint: words ক খ */", "  %% bnlint: words ক খ\r\n"}) {
    EXPECT_EQ(DirectiveIn(comment), "words ক খ") << comment;
  }
  for (const char* comment : {"", "bnlint words", "যেমন bnlint: words", "# bnlin", "<!-- -->"}) {
    EXPECT_FALSE(DirectiveIn(comment)) << comment;
  }
  EXPECT_EQ(DirectiveIn("# bnlint:"), "");
}

std::vector<std::string> DirectivesOf(const char* format, const std::string& text) {
  std::vector<std::string> texts;
  for (const Directive& directive : FormatByName(format)->parse({"x", text, {}}).directives) {
    texts.push_back(directive.text);
  }
  return texts;
}

// The comments of a text, as they stand there.
std::vector<std::string> CommentsOf(const char* format, const std::string& text) {
  const Source block{"x", text, {}};
  std::vector<std::string> comments;
  for (const Directive& directive : FormatByName(format)->parse(block).directives) {
    comments.push_back(text.substr(directive.comment.begin, directive.comment.size()));
  }
  return comments;
}

TEST(Directive, HasItsPlace) {
  EXPECT_THAT(CommentsOf("plain", "ক\r\n  # bnlint: off \r\nখ\n// bnlint: on"),
              ElementsAre("# bnlint: off", "// bnlint: on"));
  EXPECT_THAT(
      CommentsOf("markdown",
                 "---\na: b\n---\n\n> <!-- bnlint: off\n> \n> -->\n\n- ক <!-- bnlint: on --> খ\n\n"
                 "  <p><!-- x --> <!-- bnlint: words গ -->\n  <!-- bnlint: words ঘ --></p>\n"),
      ElementsAre("<!-- bnlint: off\n> \n> -->", "<!-- bnlint: on -->", "<!-- bnlint: words গ -->",
                  "<!-- bnlint: words ঘ -->"));
}

TEST(Directive, IsLookedForWhereItsFormatDoesNotSay) {
  const std::string text = "bnlint: x\n# bnlint:  off[a]\nbnlint: off[a]\n/* bnlint: on */\n";
  const Source block{"x", text, {100, 1, 1, 1}};
  Document document;
  for (const char* directive : {"off[a]", "off[a]", "gone", "on"}) {
    document.directives.emplace_back(directive);
  }
  LocateDirectives(block, document);
  const auto comment = [&](size_t i) {
    const Span span = document.directives[i].comment;
    return span.empty() ? "" : text.substr(span.begin - 100, span.size());
  };
  EXPECT_EQ(comment(0), "# bnlint:  off[a]");
  EXPECT_EQ(comment(1), "bnlint: off[a]");
  EXPECT_EQ(comment(2), "");
  EXPECT_EQ(comment(3), "/* bnlint: on */");
}

TEST(Directive, OfPlainTextIsAWholeLineAndNoProse) {
  const Source block{"x", "শিরোনাম\n# bnlint: words ক\n\nকথা।\n", {}};
  const Document document = FormatByName("plain")->parse(block);
  EXPECT_THAT(document.directives, ElementsAre("words ক"));
  ASSERT_EQ(document.segments.size(), 2U);
  EXPECT_EQ(document.segments[0].text, "শিরোনাম");
  EXPECT_EQ(document.segments[1].text, "কথা।");
  EXPECT_TRUE(DirectivesOf("plain", "১\n২\n৩\n৪\n৫\nbnlint: words ক\n").empty());
  EXPECT_TRUE(DirectivesOf("plain", "bnlint: একটা টুল\nলেখা # bnlint: words ক\n").empty());
  EXPECT_THAT(DirectivesOf("plain", "bnlint: words খ\n২\n৩\n৪\n৫\n৬\n# bnlint: words ক\n"),
              ElementsAre("words খ", "words ক"));
}

TEST(Directive, OfMarkdownStandsInAnyComment) {
  const std::string text =
      "<!-- bnlint: words ক -->\n\n"
      "কথা <!-- bnlint: words খ --> আর কথা।\n\n"
      "<!-- bnlint: words\nগ\nঘ*\n-->\n\n"
      "    <!-- bnlint: words ঙ -->\n\n`<!-- bnlint: words চ -->`\n";
  EXPECT_THAT(DirectivesOf("markdown", text), ElementsAre("words ক", "words খ", "words\nগ\nঘ*"));
}

}  // namespace
}  // namespace bnlint
