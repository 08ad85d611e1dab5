#include "formats/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "formats/html_tokens.h"

namespace bnlint {
namespace {

using testing::ElementsAre;

Source Block(std::string bytes) { return {"a.html", std::move(bytes), {}}; }

std::vector<std::string> Texts(const std::string& html) {
  const Source block = Block(html);
  const Document document = ParseHtml(block);
  std::vector<std::string> texts;
  for (const Segment& segment : document.segments) texts.emplace_back(segment.text);
  return texts;
}

// The tokens as they stand, one a line; tags with their names behind.
std::vector<std::string> Tokens(std::string_view html) {
  std::vector<std::string> all;
  HtmlTokens tokens(html);
  size_t end = 0;
  while (const auto token = tokens.Next()) {
    EXPECT_EQ(token->span.begin, end) << "every byte belongs to one token";
    end = token->span.end;
    all.emplace_back(html.substr(token->span.begin, token->span.size()));
  }
  EXPECT_EQ(end, html.size());
  return all;
}

TEST(HtmlTokens, AreThoseOfTheStandard) {
  EXPECT_THAT(Tokens("a<b c='>' d=\"/>\" e=x/>f</B x='>'>g"),
              ElementsAre("a", "<b c='>' d=\"/>\" e=x/>", "f", "</B x='>'>", "g"));
  EXPECT_THAT(Tokens("<!-->a<!--->b<!--c--!>d<!-- -- > -->e"),
              ElementsAre("<!-->", "a", "<!--->", "b", "<!--c--!>", "d", "<!-- -- > -->", "e"));
  EXPECT_THAT(Tokens("<!doctype html><?x ?></ y><![CDATA[z]]>"),
              ElementsAre("<!doctype html>", "<?x ?>", "</ y>", "<![CDATA[z]]>"));
  EXPECT_THAT(Tokens("1 < 2 <3"), ElementsAre("1 ", "< 2 ", "<3"));
  EXPECT_THAT(Tokens("<script>a</scripty><b></SCRIPT >c"),
              ElementsAre("<script>", "a</scripty><b>", "</SCRIPT >", "c"));
  EXPECT_THAT(Tokens("<title>a<b></title><p"), ElementsAre("<title>", "a<b>", "</title>", "<p"));
  EXPECT_THAT(Tokens("<a b='"), ElementsAre("<a b='"));
  EXPECT_THAT(Tokens("<!--"), ElementsAre("<!--"));
  EXPECT_THAT(Tokens("<"), ElementsAre("<"));
}

TEST(HtmlAttribute, FindsTheRightOne) {
  EXPECT_EQ(HtmlAttribute("<p a=\"lang='x'\" LANG = 'bn' lang=en>", "lang"), "bn");
  EXPECT_EQ(HtmlAttribute("<p/lang=bn>", "lang"), "bn");
  EXPECT_EQ(HtmlAttribute("<p lang>", "lang"), "");
  EXPECT_FALSE(HtmlAttribute("<p xlang=bn>", "lang"));
}

TEST(Html, MakesParagraphsOfBlocks) {
  EXPECT_THAT(Texts("<p>নদীর <b>জ</b>ল\n  কম<p>বৃষ্টি<div>হলো</div>না<br>আর"),
              ElementsAre("নদীর জল কম", "বৃষ্টি", "হলো", "না\nআর"));
  EXPECT_THAT(Texts("<ul><li>এক<li>দুই<ul><li>তিন</ul></ul><table><tr><td>চার<td>পাঁচ</table>"),
              ElementsAre("এক", "দুই", "তিন", "চার", "পাঁচ"));
}

TEST(Html, LeavesOutWhatIsNoProse) {
  EXPECT_THAT(Texts("<style>ক</style><p>খ <code>গ</code> ঘ<script>ঙ</script> <!-- চ -->ছ</p>"),
              ElementsAre("খ \uFFFC ঘ ছ"));
  EXPECT_THAT(Texts("<p lang=en>ক</p><p>খ <span lang='as'>গ <i lang=bn>ঘ</i></span> ঙ</p>"),
              ElementsAre("খ \uFFFCঘ ঙ"));
  EXPECT_THAT(Texts("<html lang=en-US><p>ক"), ElementsAre("ক"));
  EXPECT_TRUE(Texts("<html lang=as><p>ক").empty());
  EXPECT_THAT(Texts("<svg><path/><text>ক</text></svg>খ<math>গ</math>"),
              ElementsAre("\uFFFCখ\uFFFC"));
  EXPECT_TRUE(Texts("<p class=notranslate>ক</p><img alt='খ' title=গ>").empty());
}

TEST(Html, TracesEntitiesToTheirBytes) {
  const Source block = Block("<p>ক&amp;খ &#x995;&nbsp;&unknown; &amp</p>");
  const Document document = ParseHtml(block);
  ASSERT_EQ(document.segments.size(), 1U);
  const Segment& segment = document.segments[0];
  EXPECT_EQ(segment.text, "ক&খ ক\u00A0&unknown; &amp");
  const size_t at = segment.text.find('&');
  EXPECT_EQ(segment.ToSource({at, at + 1}), (Span{6, 11}));
  const auto edit = segment.Rewrite({at, at + 1}, "<");
  ASSERT_TRUE(edit);
  EXPECT_EQ(edit->source, (Span{6, 11}));
  EXPECT_EQ(edit->text, "&lt;");
}

TEST(Html, MendsNothingAcrossMarkup) {
  const Source block = Block("<p>ক<b>খ</b>\n গ");
  const Document document = ParseHtml(block);
  const Segment& segment = document.segments.at(0);
  EXPECT_EQ(segment.text, "কখ গ");
  EXPECT_FALSE(segment.Rewrite({0, 6}, "ক"));
  EXPECT_TRUE(segment.Rewrite({0, 3}, "ক"));
  EXPECT_FALSE(segment.Rewrite({6, 7}, "")) << "an end tag stands before these blanks";
}

TEST(Xhtml, TellsWhereItIsNotWellFormed) {
  const Source block = Block("<html><body><p>ক</p>\n<p></body></html>");
  const Document document = ParseXhtml(block);
  ASSERT_TRUE(document.error);
  EXPECT_EQ(document.error->line, 2U);
  ASSERT_EQ(document.segments.size(), 1U);
  const Document latin = ParseXhtml(Block("<?xml version='1.0' encoding='ISO-8859-1'?><html/>"));
  ASSERT_TRUE(latin.error);
  EXPECT_NE(latin.error->message.find("UTF-8"), std::string::npos);
}

}  // namespace
}  // namespace bnlint
