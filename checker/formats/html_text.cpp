#include "formats/html_text.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_set>

namespace bnlint {
namespace {

using Names = std::unordered_set<std::string_view>;

bool IsBlock(std::string_view name) {
  static const Names names = {
      "address",   "article",  "aside",   "blockquote", "body",     "button",     "caption",
      "center",    "dd",       "details", "dialog",     "dir",      "div",        "dl",
      "dt",        "fieldset", "figure",  "footer",     "form",     "figcaption", "frameset",
      "h1",        "h2",       "h3",      "h4",         "h5",       "h6",         "head",
      "header",    "hgroup",   "hr",      "html",       "legend",   "li",         "main",
      "menu",      "nav",      "ol",      "optgroup",   "option",   "p",          "pre",
      "search",    "section",  "select",  "summary",    "table",    "tbody",      "td",
      "textarea",  "tfoot",    "th",      "thead",      "title",    "tr",         "ul",
      "plaintext", "xmp",      "listing", "noscript",   "template", "video",      "audio",
      "object"};
  return names.contains(name);
}

bool IsVoid(std::string_view name) {
  static const Names names = {"area",  "base", "br",       "col",     "embed", "hr",
                              "img",   "link", "meta",     "input",   "param", "source",
                              "track", "wbr",  "basefont", "bgsound", "frame", "keygen"};
  return names.contains(name);
}

// No prose, and nothing that stands in the text.
bool IsHidden(std::string_view name) {
  static const Names names = {"script", "style", "template", "noembed", "noframes"};
  return names.contains(name);
}

// No prose, but something that stands in the text.
bool IsCode(std::string_view name) {
  static const Names names = {"code", "pre",  "kbd",    "samp", "var",     "tt",        "textarea",
                              "svg",  "math", "iframe", "xmp",  "listing", "plaintext", "canvas"};
  return names.contains(name);
}

SegmentKind KindOf(std::string_view name, SegmentKind outer) {
  static const Names headings = {"h1",    "h2",      "h3",     "h4",      "h5", "h6",
                                 "title", "caption", "legend", "summary", "dt", "figcaption"};
  static const Names cells = {"td", "th", "option", "button", "label", "nav", "optgroup"};
  if (headings.contains(name)) return SegmentKind::kHeading;
  if (cells.contains(name)) return SegmentKind::kTableCell;
  if (name == "li" || name == "dd") return SegmentKind::kListItem;
  return name == "blockquote" ? SegmentKind::kQuote : outer;
}

// Whether the language that a page gives to itself is to be believed.
bool IsInBengaliScript(std::string_view language) {
  constexpr std::array<std::string_view, 8> kLanguages = {"as",  "asm", "bpy", "syl",
                                                          "ctg", "rkt", "sa",  "mni"};
  const std::string_view primary = language.substr(0, language.find_first_of("-_"));
  return std::find(kLanguages.begin(), kLanguages.end(), primary) != kLanguages.end();
}

}  // namespace

bool IsOtherLanguage(std::string_view tag) {
  std::string primary(tag.substr(0, tag.find_first_of("-_")));
  std::transform(primary.begin(), primary.end(), primary.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  for (const std::string_view open : {"", "bn", "ben", "und", "mul", "zxx"}) {
    if (primary == open) return false;
  }
  return true;
}

void HtmlText::Open(const HtmlTag& tag, Span place) {
  const bool block = IsBlock(tag.name);
  if (block) {
    CloseImplied(tag.name);
    flow_.End(Kind());
  }
  const bool prose = IsProse();
  if (IsVoid(tag.name)) {
    if (!prose) return;
    if (tag.name == "br") flow_.AddBreak(place);
    if (tag.name == "img" || tag.name == "input" || tag.name == "embed") flow_.AddObject(place);
    return;
  }
  const bool drawing = TopOf("svg") > 0 || TopOf("math") > 0;
  if (tag.closes_itself && (drawing || tag.name == "svg" || tag.name == "math")) return;
  Element element{std::string(tag.name), block};
  if (!open_.empty()) {
    element.code = open_.back().code;
    element.foreign = open_.back().foreign;
    element.kind = open_.back().kind;
  }
  element.kind = KindOf(tag.name, element.kind);
  element.code = element.code || IsCode(tag.name) || IsHidden(tag.name) || tag.not_translated;
  if (!tag.language.empty()) {
    const bool page = tag.name == "html" || tag.name == "body";
    element.foreign = IsOtherLanguage(tag.language) && (!page || IsInBengaliScript(tag.language));
  }
  if (prose && element.Skips() && !block && !IsHidden(tag.name)) flow_.AddObject(place);
  places_[element.name].push_back(open_.size());
  if (block) blocks_.push_back(open_.size());
  open_.push_back(std::move(element));
}

// The index of the innermost open element of that name, plus 1; 0 when none is open.
size_t HtmlText::TopOf(std::string_view name) const {
  const auto found = places_.find(std::string(name));
  return found == places_.end() || found->second.empty() ? 0 : found->second.back() + 1;
}

// HTML leaves out the end tags of paragraphs, items and cells.
void HtmlText::CloseImplied(std::string_view name) {
  const auto top = [&](std::initializer_list<std::string_view> names) {
    size_t most = 0;
    for (const std::string_view one : names) most = std::max(most, TopOf(one));
    return most;
  };
  const size_t block = blocks_.empty() ? 0 : blocks_.back() + 1;
  if (const size_t p = TopOf("p"); p != 0 && p == block) PopTo(p - 1);
  size_t ended = 0;
  size_t fence = 0;
  if (name == "li") {
    ended = top({"li"});
    fence = top({"ul", "ol", "menu", "table"});
  } else if (name == "dd" || name == "dt") {
    ended = top({"dd", "dt"});
    fence = top({"dl", "table"});
  } else if (name == "td" || name == "th") {
    ended = top({"td", "th"});
    fence = top({"table"});
  } else if (name == "tr" || name == "tbody" || name == "thead" || name == "tfoot") {
    ended = name == "tr" ? top({"tr"}) : top({"tbody", "thead", "tfoot", "caption"});
    fence = top({"table"});
  } else if (name == "option" || name == "optgroup") {
    ended = top({"option"});
    fence = top({"select"});
  } else if (name == "body") {
    ended = top({"head"});
  }
  if (ended > fence) PopTo(ended - 1);
}

void HtmlText::Close(std::string_view name) {
  const size_t top = TopOf(name);
  if (top == 0) {
    // </p> without a paragraph is an empty one.
    if (name == "p") flow_.End(Kind());
    return;
  }
  // The end of an inline element does not end the block it is in.
  const bool block = open_[top - 1].block;
  if (!block && !blocks_.empty() && blocks_.back() >= top) return;
  PopTo(top - 1);
}

void HtmlText::PopTo(size_t size) {
  while (open_.size() > size) {
    if (open_.back().block) {
      flow_.End(Kind());
      blocks_.pop_back();
    }
    places_[open_.back().name].pop_back();
    open_.pop_back();
  }
}

}  // namespace bnlint
