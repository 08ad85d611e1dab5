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
  return FormatByName(format)->parse({"x", text, {}}).directives;
}

TEST(Directive, OfPlainTextStandsInItsFirstLinesAndIsNoProse) {
  const Source block{"x", "শিরোনাম\n# bnlint: words ক\n\nকথা।\n", {}};
  const Document document = FormatByName("plain")->parse(block);
  EXPECT_THAT(document.directives, ElementsAre("words ক"));
  ASSERT_EQ(document.segments.size(), 2U);
  EXPECT_EQ(document.segments[0].text, "শিরোনাম");
  EXPECT_EQ(document.segments[1].text, "কথা।");
  EXPECT_TRUE(DirectivesOf("plain", "১\n২\n৩\n৪\n৫\n# bnlint: words ক\n").empty());
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
