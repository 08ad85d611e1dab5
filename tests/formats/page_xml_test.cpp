#include "formats/page_xml.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "formats/format.h"
#include "formats/xml_attribute.h"

namespace bnlint {
namespace {

Source Block(std::string bytes) { return {"page.xml", std::move(bytes), {}, true, true}; }

// The bytes of the file behind a part of a segment's text.
std::string_view Behind(const Source& block, const Segment& segment, std::string_view part) {
  const size_t at = segment.text.find(part);
  EXPECT_NE(at, std::string_view::npos) << part;
  const Span span = segment.ToSource({at, at + part.size()});
  return std::string_view(block.bytes).substr(span.begin, span.size());
}

TEST(PageXml, ReadsHocr) {
  const Source block = Block(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 "
      "Transitional//EN\" \"x\">\n"
      "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>না</title></head><body>\n"
      "<div class='ocr_page' id='page_1' title='image \"a.png\"; bbox 0 0 900 1200'>\n"
      " <p class='ocr_par'><span class='ocr_line' title='bbox 10 10 400 40'>\n"
      "  <span class='ocrx_word' title='bbox 10 12 90 40; x_wconf 91'>নদীর</span>\n"
      "  <span class='ocrx_word' title='bbox 95 12 170 40'><strong>জল&amp;</strong></span></span>\n"
      "  <span class='ocr_line' title='bbox 10 50 400 80'><span class='ocrx_word' title='bbox 11 "
      "52 80 80'>কম।</span></span></p>\n"
      " <p class='ocr_par'><span class='ocr_line'><span class='ocrx_word'>শেষ।</span></span></p>\n"
      "</div></body></html>");
  const Document document = ParsePageXml(block);
  ASSERT_FALSE(document.error) << document.error->ToString();
  ASSERT_EQ(document.segments.size(), 2U);
  EXPECT_EQ(document.segments[0].text, "নদীর জল&\nকম।");
  EXPECT_EQ(document.segments[1].text, "শেষ।");
  EXPECT_EQ(Behind(block, document.segments[0], "নদীর"), "নদীর");
  EXPECT_EQ(Behind(block, document.segments[0], "&"), "&amp;");
  EXPECT_TRUE(document.segments[0].IsVerbatim({0, std::string_view("নদীর").size()}));
  const size_t blank = document.segments[0].text.find(' ');
  EXPECT_FALSE(document.segments[0].IsVerbatim({blank, blank + 1}));
  ASSERT_EQ(document.page_words.size(), 4U);
  EXPECT_EQ(document.page_words[0].place.page, 1U);
  EXPECT_EQ(document.page_words[0].place.line, 1U);
  EXPECT_EQ(document.page_words[0].place.box, (std::array<int32_t, 4>{10, 12, 90, 40}));
  EXPECT_EQ(document.page_words[2].place.line, 2U);
}

TEST(PageXml, ReadsAltoAttributes) {
  const Source block = Block(
      "<alto xmlns=\"http://www.loc.gov/standards/alto/ns-v3#\"><Layout><Page "
      "PHYSICAL_IMG_NR=\"1\"><PrintSpace>"
      "<TextBlock><TextLine HPOS=\"5\"><String CONTENT='নদীর' HPOS=\"10\" VPOS=\"20\" WIDTH=\"80\" "
      "HEIGHT=\"30\"/><SP/>"
      "<String HPOS=\"95\" VPOS=\"20\" WIDTH=\"10\" HEIGHT=\"30\" "
      "CONTENT=\"&quot;জল&#x9BE;\"/><HYP CONTENT=\"-\"/></TextLine>"
      "</TextBlock></PrintSpace></Page></Layout></alto>");
  const Document document = ParsePageXml(block);
  ASSERT_FALSE(document.error);
  ASSERT_EQ(document.segments.size(), 1U);
  EXPECT_EQ(document.segments[0].text, "নদীর \"জলা-");
  EXPECT_EQ(Behind(block, document.segments[0], "জল"), "জল");
  EXPECT_EQ(Behind(block, document.segments[0], "া"), "&#x9BE;");
  EXPECT_EQ(document.page_words[0].place.box, (std::array<int32_t, 4>{10, 20, 90, 50}));
}

TEST(PageXml, ReadsPageXmlAtItsFinest) {
  const Source block = Block(
      "<PcGts><Page><TextRegion><Coords points=\"0,0 9,9\"/><TextLine><Coords points=\"1,2 30,4 "
      "30,20 1,18\"/>"
      "<Word><Coords points=\"1,2 10,20\"/><TextEquiv "
      "index=\"0\"><Unicode>নদীর</Unicode></TextEquiv>"
      "<TextEquiv index=\"1\"><Unicode>নদির</Unicode></TextEquiv></Word>"
      "<TextEquiv><Unicode>নদীর</Unicode></TextEquiv></TextLine>"
      "<TextLine><Coords points=\"1,22 30,40\"/><TextEquiv><Unicode>জল "
      "কম।</Unicode></TextEquiv></TextLine>"
      "<TextEquiv><Unicode>নদীর\nজল কম।</Unicode></TextEquiv></TextRegion>"
      "<TextRegion><TextEquiv><Unicode>কেবল "
      "অঞ্চল।</Unicode></TextEquiv></TextRegion></Page></PcGts>");
  const Document document = ParsePageXml(block);
  ASSERT_FALSE(document.error);
  ASSERT_EQ(document.segments.size(), 2U);
  EXPECT_EQ(document.segments[0].text, "নদীর\nজল কম।");
  EXPECT_EQ(document.segments[1].text, "কেবল অঞ্চল।");
  EXPECT_EQ(document.page_words[0].place.box, (std::array<int32_t, 4>{1, 2, 10, 20}));
  EXPECT_EQ(document.page_words[1].place.box, (std::array<int32_t, 4>{1, 22, 30, 40}));
}

TEST(PageXml, TellsWhereItIsNotWellFormedAndKeepsWhatCameBefore) {
  const Document document =
      ParsePageXml(Block("<alto><Page><TextBlock><TextLine>\n<String CONTENT=\"নদী\"/></Page>"));
  ASSERT_TRUE(document.error);
  EXPECT_EQ(document.error->line, 2U);
  EXPECT_EQ(document.error->path, "page.xml");
  ASSERT_EQ(document.segments.size(), 1U);
  EXPECT_EQ(document.segments[0].text, "নদী");
}

TEST(PageXml, HasNoProseInOtherXml) {
  const Document document = ParsePageXml(Block("<project><name>বাংলা</name></project>"));
  EXPECT_FALSE(document.error);
  EXPECT_TRUE(document.segments.empty());
}

TEST(PageXml, SurvivesEntitiesThatGrow) {
  const Document document = ParsePageXml(
      Block("<!DOCTYPE PcGts [<!ENTITY a 'নদীনদীনদীনদী'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
            "<PcGts><Page><TextRegion><TextLine><TextEquiv><Unicode>x&b;&nbsp;y</Unicode></"
            "TextEquiv></TextLine></TextRegion></Page></PcGts>"));
  for (const Segment& segment : document.segments) {
    EXPECT_EQ(segment.ToSource({0, segment.text.size()}).begin > 0, true);
  }
}

TEST(XmlAttribute, FindsTheRightOne) {
  const auto runs =
      FindXmlAttribute("<String A='CONTENT=\"x\"' CONTENT = \"ক&lt;&unknown;খ\"/>", "CONTENT");
  ASSERT_TRUE(runs);
  std::string text;
  for (const XmlRun& run : *runs) text += run.text;
  EXPECT_EQ(text, "ক<&unknown;খ");
  EXPECT_FALSE(FindXmlAttribute("<String CONTENT2='x'/>", "CONTENT"));
  EXPECT_FALSE(FindXmlAttribute("<String/>", "CONTENT"));
}

TEST(PageXml, IsTheFormatOfItsExtensions) {
  for (const char* path : {"a.hocr", "b.alto"})
    EXPECT_EQ(FormatForPath(path)->name, "page-xml") << path;
  EXPECT_EQ(FormatForPath("b.alto.xml")->name, "xml");
}

}  // namespace
}  // namespace bnlint
