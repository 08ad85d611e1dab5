// One handler for three vocabularies. Expat says at which byte each event begins, so every word is traced to its bytes;
// what it has decoded (an entity, a line end) is no longer verbatim.

#include "formats/page_xml.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <expat.h>

#include "formats/page_text.h"
#include "formats/xml_attribute.h"

namespace bnlint {
namespace {

enum class Kind : uint8_t { kUnknown, kHocr, kAlto, kPage };

// What an element is to us.
enum class Role : uint8_t { kOther, kPage, kParagraph, kLine, kWord, kText, kAside };

using Attributes = const XML_Char**;

std::string_view LocalName(std::string_view name) { return name.substr(name.rfind(':') + 1); }

std::string_view AttributeOf(Attributes attributes, std::string_view name) {
  for (; *attributes != nullptr; attributes += 2) {
    if (name == *attributes) return attributes[1];
  }
  return {};
}

// The integers of a text, in order; fractions are cut off.
std::vector<int32_t> Numbers(std::string_view text) {
  std::vector<int32_t> numbers;
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) {
    int32_t number = 0;
    const auto [next, error] = std::from_chars(at, end, number);
    if (error != std::errc()) {
      ++at;
      continue;
    }
    numbers.push_back(number);
    at = next;
    while (at < end && (*at == '.' || (*at >= '0' && *at <= '9'))) ++at;
  }
  return numbers;
}

// "bbox 105 112 203 154; x_wconf 93"
PageBox HocrBox(std::string_view title) {
  const size_t at = title.find("bbox ");
  if (at == std::string_view::npos) return {};
  const auto numbers = Numbers(title.substr(at, title.find(';', at) - at));
  return numbers.size() < 4 ? PageBox{} : PageBox{numbers[0], numbers[1], numbers[2], numbers[3]};
}

PageBox AltoBox(Attributes attributes) {
  const auto value = [&](std::string_view name) {
    const auto numbers = Numbers(AttributeOf(attributes, name));
    return numbers.empty() ? 0 : numbers[0];
  };
  const int32_t left = value("HPOS");
  const int32_t top = value("VPOS");
  return {left, top, left + value("WIDTH"), top + value("HEIGHT")};
}

// The box around "x,y x,y …".
PageBox BoxAround(std::string_view points) {
  const auto numbers = Numbers(points);
  if (numbers.size() < 2) return {};
  PageBox box{numbers[0], numbers[1], numbers[0], numbers[1]};
  for (size_t i = 0; i + 1 < numbers.size(); i += 2) {
    box = {std::min(box[0], numbers[i]), std::min(box[1], numbers[i + 1]),
           std::max(box[2], numbers[i]), std::max(box[3], numbers[i + 1])};
  }
  return box;
}

Role HocrRole(std::string_view classes) {
  const auto has = [&](std::string_view name) {
    const size_t at = classes.find(name);
    const size_t end = at + name.size();
    return at != std::string_view::npos && (at == 0 || classes[at - 1] == ' ') &&
           (end == classes.size() || classes[end] == ' ');
  };
  if (has("ocr_page")) return Role::kPage;
  if (has("ocr_par") || has("ocr_carea")) return Role::kParagraph;
  if (has("ocrx_word")) return Role::kWord;
  for (const std::string_view line :
       {"ocr_line", "ocrx_line", "ocr_header", "ocr_caption", "ocr_textfloat"}) {
    if (has(line)) return Role::kLine;
  }
  return Role::kOther;
}

class PageXmlReader {
 public:
  PageXmlReader(const Source& block, Document& document)
      : block_(block), document_(document), text_(document, block.begin()) {}

  void Read() {
    const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(XML_ParserCreate(nullptr),
                                                                         XML_ParserFree);
    parser_ = parser.get();
    XML_SetUserData(parser_, this);
    XML_UseForeignDTD(parser_, XML_TRUE);  // then an entity such as &nbsp; is no error
    XML_SetElementHandler(
        parser_,
        [](void* self, const XML_Char* name, Attributes attributes) {
          static_cast<PageXmlReader*>(self)->Open(LocalName(name), attributes);
        },
        [](void* self, const XML_Char*) { static_cast<PageXmlReader*>(self)->Close(); });
    XML_SetCharacterDataHandler(parser_, [](void* self, const XML_Char* bytes, int size) {
      static_cast<PageXmlReader*>(self)->Characters({bytes, static_cast<size_t>(size)});
    });
    const auto status =
        XML_Parse(parser_, block_.bytes.data(), static_cast<int>(block_.bytes.size()), XML_TRUE);
    text_.EndParagraph();
    if (status == XML_STATUS_ERROR && !stopped_) {
      document_.error = {
          std::string("not well-formed XML: ") + XML_ErrorString(XML_GetErrorCode(parser_)),
          block_.path, XML_GetCurrentLineNumber(parser_), XML_GetCurrentColumnNumber(parser_) + 1};
    }
  }

 private:
  [[nodiscard]] size_t Here() const {
    return static_cast<size_t>(XML_GetCurrentByteIndex(parser_));
  }
  [[nodiscard]] Span EventSpan() const {
    return {Here(), Here() + static_cast<size_t>(XML_GetCurrentByteCount(parser_))};
  }

  void Open(std::string_view name, Attributes attributes) {
    if (open_.empty()) kind_ = KindOf(name);
    if (kind_ == Kind::kUnknown) {
      stopped_ = true;
      XML_StopParser(parser_, XML_FALSE);
      return;
    }
    const Role role = kind_ == Kind::kHocr   ? HocrRole(AttributeOf(attributes, "class"))
                      : kind_ == Kind::kAlto ? AltoRole(name, attributes)
                                             : PageRole(name, attributes);
    open_.push_back(role);
    if (role == Role::kPage) text_.BeginPage();
    if (role == Role::kParagraph) text_.EndParagraph();
    if (role == Role::kLine) text_.BeginLine();
    if (role == Role::kWord && kind_ == Kind::kHocr)
      text_.BeginWord(HocrBox(AttributeOf(attributes, "title")));
  }

  void Close() {
    if (open_.empty()) return;
    if (open_.back() == Role::kParagraph) text_.EndParagraph();
    open_.pop_back();
  }

  static Kind KindOf(std::string_view root) {
    if (root == "html") return Kind::kHocr;
    if (root == "alto") return Kind::kAlto;
    return root == "PcGts" ? Kind::kPage : Kind::kUnknown;
  }

  // ALTO has its text in attributes.
  Role AltoRole(std::string_view name, Attributes attributes) {
    if (name == "Page") return Role::kPage;
    if (name == "TextBlock") return Role::kParagraph;
    if (name == "TextLine") return Role::kLine;
    if (name != "String" && name != "HYP") return Role::kOther;
    if (name == "String") text_.BeginWord(AltoBox(attributes));
    const Span tag = EventSpan();
    const auto runs =
        FindXmlAttribute(std::string_view(block_.bytes).substr(tag.begin, tag.size()), "CONTENT");
    if (runs) {
      for (const XmlRun& run : *runs) {
        text_.Add(run.text, {tag.begin + run.source.begin, tag.begin + run.source.end},
                  run.verbatim);
      }
    }
    return Role::kOther;
  }

  Role PageRole(std::string_view name, Attributes attributes) {
    if (name == "Page") return Role::kPage;
    if (name == "TextRegion") {
      region_has_text_ = false;
      return Role::kParagraph;
    }
    if (name == "TextLine") {
      line_has_words_ = false;
      return Role::kLine;
    }
    if (name == "Word") return Role::kWord;
    if (name == "Coords") box_ = BoxAround(AttributeOf(attributes, "points"));
    const Role parent = open_.empty() ? Role::kOther : open_.back();
    if (name == "TextEquiv") {
      const auto index = Numbers(AttributeOf(attributes, "index"));
      const bool first = index.empty() || index[0] == 0;
      const bool finest = parent == Role::kWord || (parent == Role::kLine && !line_has_words_) ||
                          (parent == Role::kParagraph && !region_has_text_);
      if (!first || !finest) return Role::kAside;
      text_.BeginWord(box_);
      line_has_words_ = region_has_text_ = true;
      return Role::kOther;
    }
    return name == "Unicode" && parent != Role::kAside ? Role::kText : Role::kOther;
  }

  void Characters(std::string_view bytes) {
    const bool word = kind_ == Kind::kHocr
                          ? std::find(open_.begin(), open_.end(), Role::kWord) != open_.end()
                          : kind_ == Kind::kPage && !open_.empty() && open_.back() == Role::kText;
    if (!word) return;
    const Span source = EventSpan();
    text_.Add(bytes, source,
              std::string_view(block_.bytes).substr(source.begin, source.size()) == bytes);
  }

  const Source& block_;
  Document& document_;
  PageText text_;
  XML_Parser parser_ = nullptr;
  Kind kind_ = Kind::kUnknown;
  bool stopped_ = false;
  std::vector<Role> open_;  // the elements we are in
  // Of PAGE XML.
  PageBox box_{};
  bool line_has_words_ = false;
  bool region_has_text_ = false;
};

}  // namespace

Document ParsePageXml(const Source& block) {
  Document document;
  if (!block.first || !block.last) {
    document.error = {"larger than 256 MiB: split it by pages", block.path, 0, 0};
    return document;
  }
  PageXmlReader(block, document).Read();
  return document;
}

}  // namespace bnlint
