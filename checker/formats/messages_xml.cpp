#include "formats/messages_xml.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "formats/flow.h"
#include "formats/html.h"
#include "formats/html_text.h"
#include "formats/page_xml.h"
#include "formats/placeholder.h"
#include "formats/xml_reader.h"
#include "text/utf8.h"
#include "text/writing.h"

namespace bnlint {
namespace {

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Adds text in which placeholders are objects.
void AddMessage(std::string_view all, Span place, Flow& flow) {
  const std::string_view text = all.substr(0, place.end);
  uint64_t begin = place.begin;
  for (size_t at = text.find_first_of("%{", begin); at < text.size();
       at = text.find_first_of("%{", at)) {
    const size_t size = PlaceholderSize(text, at);
    if (size == 0) {
      ++at;
      continue;
    }
    flow.AddText({begin, at});
    flow.AddObject({at, at + size});
    at += size;
    begin = at;
  }
  flow.AddText({begin, place.end});
}

class AndroidReader : public XmlReader {
 public:
  AndroidReader(const Source& block, Document& document)
      : XmlReader(block, document), flow_(block, document, Writing::kAndroid) {}

 private:
  void Open(std::string_view name, const XmlAttributes& attributes, Span tag) override {
    ++depth_;
    if (in_string_ != 0) {
      if (name == "g" && skipped_ == 0) {
        flow_.AddObject(tag);
        skipped_ = depth_;
      }
      return;
    }
    if (attributes.Get("translatable") == "false" && fixed_ == 0) fixed_ = depth_;
    if ((name == "string" || name == "item") && fixed_ == 0) in_string_ = depth_;
  }

  void Close(std::string_view /*name*/, Span /*tag*/) override {
    if (depth_ == skipped_) skipped_ = 0;
    if (depth_ == fixed_) fixed_ = 0;
    if (depth_ == in_string_) {
      flow_.End(SegmentKind::kParagraph);
      in_string_ = 0;
    }
    --depth_;
  }

  void Text(const XmlText& text) override {
    if (in_string_ == 0 || skipped_ != 0) return;
    if (text.verbatim) {
      if (text.cdata) flow_.SetWriting(Writing::kPlain);
      return Escaped(text.place);
    }
    AddTo(flow_, text);
  }

  // Android's escapes. A quote by itself only keeps the blanks.
  void Escaped(Span place) {
    const std::string_view text = all().substr(0, place.end);
    uint64_t begin = place.begin;
    for (size_t at = text.find_first_of("\\\"", begin); at < text.size();
         at = text.find_first_of("\\\"", at)) {
      AddMessage(all(), {begin, at}, flow_);
      at += text[at] == '"' ? 1 : Escape(text, at);
      begin = at;
    }
    AddMessage(all(), {begin, place.end}, flow_);
  }

  size_t Escape(std::string_view text, size_t at) {
    if (at + 1 >= text.size()) return 1;
    const char name = text[at + 1];
    if (name == 'n') {
      flow_.AddBreak({at, at + 2});
      return 2;
    }
    if (name == 'u' && at + 6 <= text.size()) {
      char32_t value = 0;
      for (const char c : text.substr(at + 2, 4)) {
        if (HexDigit(c) < 0) return 2;
        value = value * 16 + static_cast<char32_t>(HexDigit(c));
      }
      std::string decoded;
      AppendUtf8(decoded, value < 0xD800 || value > 0xDFFF ? value : 0xFFFD);
      flow_.AddDecoded(decoded, {at, at + 6});
      return 6;
    }
    flow_.AddDecoded(name == 't' ? "\t" : text.substr(at + 1, 1), {at, at + 2});
    return 2;
  }

  void Finish() override { flow_.End(SegmentKind::kParagraph); }

  Flow flow_;
  // Depths of elements, from 1; 0: not in one.
  size_t depth_ = 0;
  size_t in_string_ = 0;
  size_t skipped_ = 0;
  size_t fixed_ = 0;
};

class XliffReader : public XmlReader {
 public:
  XliffReader(const Source& block, Document& document)
      : XmlReader(block, document), flow_(block, document, Writing::kXml, Flow::Blanks::kKeep) {}

 private:
  void Open(std::string_view name, const XmlAttributes& attributes, Span tag) override {
    ++depth_;
    if (name == "xliff" || name == "file") Languages(attributes);
    if (text_ != 0) {
      const bool fixed =
          attributes.Get("translate") == "no" || attributes.Get("mtype") == "protected";
      if ((IsCode(name) || fixed) && skipped_ == 0) {
        flow_.AddObject(tag);
        skipped_ = depth_;
      }
      return;
    }
    const bool aside = name == "alt-trans" || name == "matches" || name == "match" ||
                       name == "note" || name == "notes" || name == "header" ||
                       name == "originalData" || attributes.Get("translate") == "no";
    if (aside && skipped_ == 0) skipped_ = depth_;
    if (skipped_ != 0 || (name != "source" && name != "target")) return;
    std::string_view language = attributes.Get("xml:lang");
    if (language.empty()) language = name == "source" ? source_ : target_;
    // What is translated is another's text, unless it is said to be Bengali.
    const bool prose = name == "source" ? !language.empty() && !IsOtherLanguage(language)
                                        : !IsOtherLanguage(language);
    if (prose) text_ = depth_;
  }

  void Close(std::string_view /*name*/, Span /*tag*/) override {
    if (depth_ == skipped_) skipped_ = 0;
    if (depth_ == text_) {
      flow_.End(SegmentKind::kParagraph);
      text_ = 0;
    }
    --depth_;
  }

  void Text(const XmlText& text) override {
    if (text_ == 0 || skipped_ != 0) return;
    if (!text.verbatim) return AddTo(flow_, text);
    if (text.cdata) flow_.SetWriting(Writing::kPlain);
    AddMessage(all(), text.place, flow_);
  }

  void Finish() override { flow_.End(SegmentKind::kParagraph); }

  void Languages(const XmlAttributes& attributes) {
    const auto take = [&](std::string& language, std::string_view first, std::string_view second) {
      for (const std::string_view name : {first, second}) {
        if (!attributes.Get(name).empty()) language = attributes.Get(name);
      }
    };
    take(source_, "source-language", "srcLang");
    take(target_, "target-language", "trgLang");
  }

  static bool IsCode(std::string_view name) {
    constexpr std::array<std::string_view, 12> kCodes = {"x",   "bx", "ex", "ph", "it", "bpt",
                                                         "ept", "sc", "ec", "cp", "sm", "em"};
    return std::find(kCodes.begin(), kCodes.end(), name) != kCodes.end();
  }

  Flow flow_;
  std::string source_;
  std::string target_;
  size_t depth_ = 0;
  size_t text_ = 0;
  size_t skipped_ = 0;
};

}  // namespace

Document ParseAndroid(const Source& block) {
  if (auto refused = RefusePart(block)) return std::move(*refused);
  Document document;
  AndroidReader(block, document).Read();
  return document;
}

Document ParseXliff(const Source& block) {
  if (auto refused = RefusePart(block)) return std::move(*refused);
  Document document;
  XliffReader(block, document).Read();
  return document;
}

Document ParseXml(const Source& block) {
  const std::string root = XmlRootOf(block);
  if (root == "resources") return ParseAndroid(block);
  if (root == "xliff") return ParseXliff(block);
  if (root == "PcGts" || root == "alto") return ParsePageXml(block);
  if (root == "html") {
    const bool ocr = block.bytes.find("ocr_page") != std::string::npos;
    return ocr ? ParsePageXml(block) : ParseXhtml(block);
  }
  Document document;
  document.unread = {root.empty() ? "no XML element found: nothing in it was checked"
                                  : "XML with the root <" + root +
                                        "> is no format known here: nothing in it was checked",
                     block.path, 0, 0};
  return document;
}

}  // namespace bnlint
