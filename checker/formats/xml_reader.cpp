#include "formats/xml_reader.h"

#include <algorithm>
#include <memory>

#include <expat.h>

#include "formats/directive.h"
#include "formats/markdown_scan.h"
#include "text/writing.h"

namespace bnlint {
namespace {

std::string_view LocalName(std::string_view name) { return name.substr(name.rfind(':') + 1); }

std::string_view PrefixOf(std::string_view name) {
  const size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

bool SameName(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

XML_Parser Parser(void* parser) { return static_cast<XML_Parser>(parser); }

}  // namespace

std::string_view XmlAttributes::Get(std::string_view name) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (name == *pair) return pair[1];
  }
  return {};
}

std::string_view XmlAttributes::GetLocal(std::string_view name) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (name == LocalName(*pair)) return pair[1];
  }
  return {};
}

// Expat's callbacks.
struct XmlEvents {
  static XmlReader& Of(void* self) { return *static_cast<XmlReader*>(self); }
  static Span Here(const XmlReader& reader) {
    const auto begin = static_cast<uint64_t>(XML_GetCurrentByteIndex(Parser(reader.parser_)));
    return {begin, begin + static_cast<uint64_t>(XML_GetCurrentByteCount(Parser(reader.parser_)))};
  }
  static void Open(void* self, const char* name, const char** attributes) {
    XmlReader& reader = Of(self);
    if (reader.stopped_) return;
    reader.prefix_ = PrefixOf(name);
    reader.Open(LocalName(name), XmlAttributes(attributes), Here(reader));
  }
  static void Close(void* self, const char* name) {
    XmlReader& reader = Of(self);
    if (reader.stopped_) return;
    reader.prefix_ = PrefixOf(name);
    reader.Close(LocalName(name), Here(reader));
  }
  static void Text(void* self, const char* bytes, int size) {
    XmlReader& reader = Of(self);
    if (reader.stopped_) return;
    XmlText text{{bytes, static_cast<size_t>(size)}, Here(reader)};
    const std::string_view source = reader.all().substr(text.place.begin, text.place.size());
    text.verbatim = source == text.bytes;
    text.cdata = reader.cdata_;
    // An entity of the document's own may stand for more than this text.
    text.decoded =
        !text.verbatim && (source == "\r\n" || source == "\r" ||
                           (source.starts_with('&') && DecodeEntity(source) == text.bytes));
    reader.Text(text);
  }
  // &nbsp; and the others of HTML, which the XML need not declare.
  static void Skipped(void* self, const char* /*name*/, int is_parameter) {
    XmlReader& reader = Of(self);
    if (is_parameter != 0 || reader.stopped_) return;
    const Span place = Here(reader);
    const std::string text = DecodeEntity(reader.all().substr(place.begin, place.size()));
    if (!text.empty()) reader.Text({text, place, false, true, false});
  }
  static void Comment(void* self, const char* text) {
    if (const auto directive = DirectiveIn(text)) {
      Of(self).document_.directives.emplace_back(*directive);
    }
  }
  static void Declared(void* self, const char* /*version*/, const char* encoding, int /*alone*/) {
    XmlReader& reader = Of(self);
    if (encoding == nullptr || SameName(encoding, "utf-8") || SameName(encoding, "us-ascii"))
      return;
    reader.document_.error = {std::string("in ") + encoding + ": convert it to UTF-8",
                              reader.block_.path, 1, 1};
    reader.Stop();
  }
};

void XmlReader::Read() {
  const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> owner(XML_ParserCreate(nullptr),
                                                                      XML_ParserFree);
  XML_Parser parser = owner.get();
  parser_ = parser;
  XML_SetUserData(parser, this);
  XML_UseForeignDTD(parser, XML_TRUE);  // then an entity such as &nbsp; is no error
  XML_SetElementHandler(parser, XmlEvents::Open, XmlEvents::Close);
  XML_SetCharacterDataHandler(parser, XmlEvents::Text);
  XML_SetSkippedEntityHandler(parser, XmlEvents::Skipped);
  XML_SetCommentHandler(parser, XmlEvents::Comment);
  XML_SetXmlDeclHandler(parser, XmlEvents::Declared);
  XML_SetCdataSectionHandler(
      parser, [](void* self) { XmlEvents::Of(self).cdata_ = true; },
      [](void* self) { XmlEvents::Of(self).cdata_ = false; });
  if (all().starts_with("\xFF\xFE") || all().starts_with("\xFE\xFF")) {
    document_.error = {"in UTF-16: convert it to UTF-8", block_.path, 1, 1};
    return;
  }
  const auto status = XML_Parse(parser, all().data(), static_cast<int>(all().size()), XML_TRUE);
  Finish();
  parser_ = nullptr;
  if (status != XML_STATUS_ERROR || stopped_) return;
  document_.error = {
      std::string("not well-formed XML: ") + XML_ErrorString(XML_GetErrorCode(parser)), block_.path,
      XML_GetCurrentLineNumber(parser), XML_GetCurrentColumnNumber(parser) + 1};
}

void XmlReader::Stop() {
  stopped_ = true;
  XML_StopParser(Parser(parser_), XML_FALSE);
}

void XmlReader::AddTo(Flow& flow, const XmlText& text) {
  if (text.cdata) flow.SetWriting(Writing::kPlain);
  if (text.verbatim) {
    flow.AddText(text.place);
  } else if (text.decoded) {
    flow.AddDecoded(text.bytes, text.place);
  } else {
    flow.AddFixed(text.bytes, text.place);
  }
}

std::string XmlRootOf(const Source& block) {
  constexpr int kLook = 64 << 10;
  std::string root;
  const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> owner(XML_ParserCreate(nullptr),
                                                                      XML_ParserFree);
  struct Looking {
    XML_Parser parser;
    std::string& root;
  } looking{owner.get(), root};
  XML_SetUserData(owner.get(), &looking);
  XML_UseForeignDTD(owner.get(), XML_TRUE);
  XML_SetStartElementHandler(owner.get(), [](void* user, const char* name, const char**) {
    auto& found = *static_cast<Looking*>(user);
    if (found.root.empty()) found.root = LocalName(name);
    XML_StopParser(found.parser, XML_FALSE);
  });
  const int size = static_cast<int>(std::min<size_t>(block.bytes.size(), kLook));
  XML_Parse(owner.get(), block.bytes.data(), size, XML_FALSE);
  return root;
}

}  // namespace bnlint
