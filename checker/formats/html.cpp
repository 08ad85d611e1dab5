#include "formats/html.h"

#include <algorithm>

#include "formats/directive.h"
#include "formats/flow.h"
#include "formats/html_text.h"
#include "formats/html_tokens.h"
#include "formats/markdown_scan.h"
#include "formats/xml_reader.h"
#include "text/writing.h"

namespace bnlint {
namespace {

bool HasWord(std::string_view list, std::string_view word) {
  for (size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const size_t end = at + word.size();
    if ((at == 0 || IsBlankByte(list[at - 1])) && (end == list.size() || IsBlankByte(list[end])))
      return true;
  }
  return false;
}

// Text with character references. One without its semicolon stays as it is.
void AddHtml(std::string_view html, Span place, Flow& flow) {
  constexpr size_t kLongest = 40;
  size_t begin = place.begin;
  for (size_t at = html.find('&', begin); at < place.end; at = html.find('&', at)) {
    const size_t semicolon = html.substr(at, std::min(kLongest, place.end - at)).find(';');
    std::string text;
    if (semicolon != std::string_view::npos) text = DecodeEntity(html.substr(at, semicolon + 1));
    if (text.empty()) {
      ++at;
      continue;
    }
    flow.AddText({begin, at});
    begin = at + semicolon + 1;
    flow.AddDecoded(text, {at, begin});
    at = begin;
  }
  flow.AddText({begin, place.end});
}

class XhtmlReader : public XmlReader {
 public:
  XhtmlReader(const Source& block, Document& document)
      : XmlReader(block, document), flow_(block, document, Writing::kXml), text_(flow_) {}

 private:
  void Open(std::string_view name, const XmlAttributes& attributes, Span tag) override {
    std::string_view language = attributes.Get("xml:lang");
    if (language.empty()) language = attributes.Get("lang");
    text_.Open(
        {name, language,
         attributes.Get("translate") == "no" || HasWord(attributes.Get("class"), "notranslate"),
         false},
        tag);
  }
  void Close(std::string_view name, Span /*tag*/) override { text_.Close(name); }
  void Text(const XmlText& text) override {
    if (text_.IsProse()) AddTo(flow_, text);
  }
  void Finish() override { text_.Finish(); }

  Flow flow_;
  HtmlText text_;
};

}  // namespace

std::optional<Document> RefusePart(const Source& block) {
  if (block.first && block.last) return std::nullopt;
  Document document;
  document.error = {"larger than 256 MiB: this format is read as a whole; split the file",
                    block.path, 0, 0};
  return document;
}

Document ParseHtml(const Source& block) {
  if (auto refused = RefusePart(block)) return std::move(*refused);
  const std::string_view html = block.bytes;
  Document document;
  Flow flow(block, document, Writing::kXml);
  HtmlText text(flow);
  const size_t begin = html.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  HtmlTokens tokens(html.substr(begin));
  while (auto token = tokens.Next()) {
    const Span place{token->span.begin + begin, token->span.end + begin};
    const std::string_view bytes = html.substr(place.begin, place.size());
    switch (token->kind) {
      case HtmlTokenKind::kStartTag:
        text.Open({token->name, HtmlAttribute(bytes, "lang").value_or(""),
                   HtmlAttribute(bytes, "translate") == "no" ||
                       HasWord(HtmlAttribute(bytes, "class").value_or(""), "notranslate"),
                   token->closes_itself},
                  place);
        break;
      case HtmlTokenKind::kEndTag: text.Close(token->name); break;
      case HtmlTokenKind::kComment: NoteHtmlDirectives(bytes, document); break;
      case HtmlTokenKind::kText:
        if (text.IsProse() && !token->raw) AddHtml(html, place, flow);
        break;
      case HtmlTokenKind::kOther: break;
    }
  }
  text.Finish();
  return document;
}

Document ParseXhtml(const Source& block) {
  if (auto refused = RefusePart(block)) return std::move(*refused);
  Document document;
  XhtmlReader(block, document).Read();
  return document;
}

}  // namespace bnlint
