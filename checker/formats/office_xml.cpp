#include "formats/office_xml.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "formats/flow.h"
#include "formats/html.h"
#include "formats/xml_reader.h"
#include "text/writing.h"

namespace bnlint {
namespace {

template <size_t N>
bool IsOneOf(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Paragraphs, which may stand within others; and what is no prose.
class OfficeReader : public XmlReader {
 public:
  OfficeReader(const Source& block, Document& document)
      : XmlReader(block, document), flow_(block, document, Writing::kXml, Flow::Blanks::kKeep) {}

 protected:
  struct Paragraph {
    size_t depth;
    uint32_t number;
    SegmentKind kind;
  };

  // To be called first for each element.
  void Enter() { ++depth_; }
  void Leave() {
    if (depth_ == skipped_) skipped_ = 0;
    if (!paragraphs_.empty() && paragraphs_.back().depth == depth_) EndParagraph();
    --depth_;
  }
  void Skip() {
    if (skipped_ == 0) skipped_ = depth_;
  }
  [[nodiscard]] bool Skips() const { return skipped_ != 0; }

  void BeginParagraph(SegmentKind kind) {
    if (!paragraphs_.empty()) flow_.Suspend();
    paragraphs_.push_back({depth_, ++count_, kind});
    flow_.SetParagraph(count_);
  }
  void EndParagraph() {
    const Paragraph ended = paragraphs_.back();
    paragraphs_.pop_back();
    if (paragraphs_.empty()) return flow_.End(ended.kind);
    flow_.Resume(ended.kind);
    flow_.SetParagraph(paragraphs_.back().number);
  }
  [[nodiscard]] bool InParagraph() const { return !paragraphs_.empty() && skipped_ == 0; }

  void Finish() override {
    while (!paragraphs_.empty()) EndParagraph();
  }

  Flow flow_;
  std::vector<Paragraph> paragraphs_;
  size_t depth_ = 0;

 private:
  uint32_t count_ = 0;
  size_t skipped_ = 0;  // the depth of the element that is no prose; 0: none
};

class WordReader : public OfficeReader {
 public:
  using OfficeReader::OfficeReader;

 private:
  void Open(std::string_view name, const XmlAttributes& attributes, Span tag) override {
    Enter();
    constexpr std::array<std::string_view, 5> kSkipped = {"moveFrom", "Fallback", "oMath",
                                                          "oMathPara", "del"};
    if (IsOneOf(name, kSkipped)) {
      if (InParagraph() && name.starts_with("oMath")) flow_.AddObject(tag);
      Skip();
    }
    if (Skips()) return;
    if (name == "tc") ++cells_;
    if (prefix() == "a" || prefix() == "m") return;
    if (name == "p") {
      BeginParagraph(cells_ > 0 ? SegmentKind::kTableCell : SegmentKind::kParagraph);
    } else if (InParagraph()) {
      Run(name, attributes, tag);
    }
  }

  void Run(std::string_view name, const XmlAttributes& attributes, Span tag) {
    constexpr std::array<std::string_view, 4> kObjects = {"drawing", "pict", "object", "sym"};
    if (name == "t") {
      in_text_ = depth_;
      if (attributes.Get("xml:space") != "preserve") flow_.CloseEdges();
    } else if (name == "tab" && in_properties_ == 0) {
      flow_.AddBlank(tag);
    } else if (name == "br" || name == "cr") {
      flow_.AddBreak(tag);
    } else if (name == "noBreakHyphen") {
      flow_.AddFixed("‑", tag);
    } else if (IsOneOf(name, kObjects)) {
      flow_.AddObject(tag);
    } else if (name == "pPr") {
      in_properties_ = depth_;
    } else if (name == "pStyle") {
      const std::string_view style = attributes.GetLocal("val");
      if (style.starts_with("Heading") || style.starts_with("heading") || style == "Title" ||
          style == "Subtitle" || style == "Caption")
        paragraphs_.back().kind = SegmentKind::kHeading;
    } else if (name == "numPr" && paragraphs_.back().kind == SegmentKind::kParagraph) {
      paragraphs_.back().kind = SegmentKind::kListItem;
    }
  }

  void Close(std::string_view name, Span /*tag*/) override {
    if (in_text_ == depth_) in_text_ = 0;
    if (in_properties_ == depth_) in_properties_ = 0;
    if (name == "tc" && !Skips() && cells_ > 0) --cells_;
    Leave();
  }

  void Text(const XmlText& text) override {
    if (in_text_ != 0 && InParagraph()) AddTo(flow_, text);
  }

  size_t in_text_ = 0;        // depth of <w:t>
  size_t in_properties_ = 0;  // … of <w:pPr>, where <w:tab> is a tab stop
  size_t cells_ = 0;          // open ones
};

class OdfReader : public OfficeReader {
 public:
  using OfficeReader::OfficeReader;

 private:
  void Open(std::string_view name, const XmlAttributes& attributes, Span tag) override {
    Enter();
    constexpr std::array<std::string_view, 7> kSkipped = {
        "tracked-changes", "annotation", "note-citation", "font-face-decls",
        "forms",           "script",     "ruby-text"};
    if (IsOneOf(name, kSkipped)) Skip();
    if (Skips()) return;
    if (name == "list-item" || name == "table-cell")
      kinds_.push_back(
          {depth_, name == "list-item" ? SegmentKind::kListItem : SegmentKind::kTableCell});
    if (prefix() == "text" && (name == "p" || name == "h")) {
      const SegmentKind outer = kinds_.empty() ? SegmentKind::kParagraph : kinds_.back().kind;
      BeginParagraph(name == "h" ? SegmentKind::kHeading : outer);
    } else if (InParagraph()) {
      Inline(name, attributes, tag);
    }
  }

  void Inline(std::string_view name, const XmlAttributes& attributes, Span tag) {
    constexpr std::array<std::string_view, 8> kFields = {
        "page-number", "page-count",   "date",          "time",
        "sequence",    "bookmark-ref", "reference-ref", "object"};
    if (name == "s") {
      Spaces(attributes.GetLocal("c"), tag);
    } else if (name == "tab") {
      flow_.AddBlank(tag);
    } else if (name == "line-break") {
      flow_.AddBreak(tag);
    } else if (name == "image") {
      flow_.AddObject(tag);
    } else if (IsOneOf(name, kFields)) {
      flow_.AddObject(tag);
      Skip();
    }
  }

  // Blanks beyond the first: <text:s text:c="3"/>
  void Spaces(std::string_view count, Span tag) {
    constexpr size_t kMost = 16;
    size_t number = 1;
    std::from_chars(count.data(), count.data() + count.size(), number);
    flow_.AddFixed(std::string(std::min(number, kMost), ' '), tag);
  }

  void Close(std::string_view /*name*/, Span /*tag*/) override {
    if (!kinds_.empty() && kinds_.back().depth == depth_) kinds_.pop_back();
    Leave();
  }

  void Text(const XmlText& text) override {
    if (InParagraph()) AddTo(flow_, text);
  }

  struct Outer {
    size_t depth;
    SegmentKind kind;
  };
  std::vector<Outer> kinds_;  // list items and cells that are open
};

}  // namespace

Document ParseWordXml(const Source& block) {
  if (auto refused = RefusePart(block)) return std::move(*refused);
  Document document;
  WordReader(block, document).Read();
  return document;
}

Document ParseOdfXml(const Source& block) {
  if (auto refused = RefusePart(block)) return std::move(*refused);
  Document document;
  OdfReader(block, document).Read();
  return document;
}

}  // namespace bnlint
