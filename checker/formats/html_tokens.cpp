#include "formats/html_tokens.h"

#include <algorithm>
#include <array>

namespace bnlint {
namespace {

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

std::string LowerName(std::string_view text) {
  std::string name(text);
  std::transform(name.begin(), name.end(), name.begin(), Lower);
  return name;
}

// Elements whose text ends only at their own end tag.
bool EndsOnlyItself(std::string_view name) {
  constexpr std::array<std::string_view, 9> kNames = {
      "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

// In these an entity counts all the same.
bool HasEntities(std::string_view name) { return name == "textarea" || name == "title"; }

size_t SkipSpace(std::string_view html, size_t at) {
  while (at < html.size() && IsSpace(html[at])) ++at;
  return at;
}

struct Attribute {
  std::string_view name;
  std::string_view value;
  size_t end;
};

// The attribute at `at`, where neither a blank, `/` nor `>` is.
Attribute AttributeAt(std::string_view html, size_t at) {
  size_t end = at + 1;  // a name may begin with =
  while (end < html.size() && !IsSpace(html[end]) && html[end] != '/' && html[end] != '>' &&
         html[end] != '=') {
    ++end;
  }
  Attribute found{html.substr(at, end - at), {}, end};
  size_t value = SkipSpace(html, end);
  if (value >= html.size() || html[value] != '=') return found;
  value = SkipSpace(html, value + 1);
  if (value >= html.size()) return {found.name, {}, html.size()};
  if (html[value] == '"' || html[value] == '\'') {
    const size_t close = std::min(html.find(html[value], value + 1), html.size());
    return {found.name, html.substr(value + 1, close - value - 1),
            std::min(close + 1, html.size())};
  }
  size_t stop = value;
  while (stop < html.size() && !IsSpace(html[stop]) && html[stop] != '>') ++stop;
  return {found.name, html.substr(value, stop - value), stop};
}

}  // namespace

std::optional<HtmlToken> HtmlTokens::Next() {
  if (at_ >= html_.size()) return std::nullopt;
  if (!raw_until_.empty()) {
    HtmlToken text = RawText();
    if (!text.span.empty()) return text;
    if (at_ >= html_.size()) return std::nullopt;
  }
  if (html_[at_] == '<') {
    HtmlToken token = Markup();
    at_ = token.span.end;
    if (token.kind != HtmlTokenKind::kText) return token;
    token.span.end = at_;
    return token;
  }
  const size_t begin = at_;
  at_ = std::min(html_.find('<', at_), html_.size());
  return HtmlToken{HtmlTokenKind::kText, {begin, at_}, {}};
}

// What begins with <; text when it is no markup.
HtmlToken HtmlTokens::Markup() {
  const size_t begin = at_;
  const char next = begin + 1 < html_.size() ? html_[begin + 1] : '\0';
  if (IsLetter(next)) return Tag(begin, false);
  const auto bogus = [&] {
    const size_t close = std::min(html_.find('>', begin), html_.size() - 1);
    return HtmlToken{HtmlTokenKind::kOther, {begin, close + 1}, {}};
  };
  if (next == '/') {
    if (begin + 2 < html_.size() && IsLetter(html_[begin + 2])) return Tag(begin, true);
    if (begin + 2 < html_.size()) return bogus();
  }
  if (html_.substr(begin).starts_with("<!--")) return Comment(begin);
  if (next == '!' || next == '?') return bogus();
  const size_t end = std::min(html_.find('<', begin + 1), html_.size());
  return {HtmlTokenKind::kText, {begin, end}, {}};
}

HtmlToken HtmlTokens::Comment(size_t begin) {
  const size_t content = begin + 4;
  const std::string_view rest = html_.substr(content);
  if (rest.starts_with(">")) return {HtmlTokenKind::kComment, {begin, content + 1}, {}};
  if (rest.starts_with("->")) return {HtmlTokenKind::kComment, {begin, content + 2}, {}};
  for (size_t at = html_.find("--", content); at != std::string_view::npos;
       at = html_.find("--", at + 1)) {
    const std::string_view end = html_.substr(at + 2);
    if (end.starts_with(">")) return {HtmlTokenKind::kComment, {begin, at + 3}, {}};
    if (end.starts_with("!>")) return {HtmlTokenKind::kComment, {begin, at + 4}, {}};
  }
  return {HtmlTokenKind::kComment, {begin, html_.size()}, {}};
}

HtmlToken HtmlTokens::Tag(size_t begin, bool closing) {
  const size_t name = begin + (closing ? 2 : 1);
  size_t end = name;
  while (end < html_.size() && !IsSpace(html_[end]) && html_[end] != '/' && html_[end] != '>')
    ++end;
  HtmlToken tag{closing ? HtmlTokenKind::kEndTag : HtmlTokenKind::kStartTag,
                {},
                LowerName(html_.substr(name, end - name))};
  tag.span = {begin, SkipAttributes(end, tag.closes_itself)};
  if (!closing && EndsOnlyItself(tag.name)) raw_until_ = tag.name;
  return tag;
}

// Where the tag ends.
size_t HtmlTokens::SkipAttributes(size_t at, bool& closes_itself) const {
  while (at < html_.size()) {
    if (html_[at] == '>') return at + 1;
    if (IsSpace(html_[at])) {
      ++at;
    } else if (html_[at] == '/') {
      closes_itself = html_.substr(at + 1).starts_with('>');
      ++at;
    } else {
      at = AttributeAt(html_, at).end;
    }
  }
  return html_.size();
}

// Up to the end tag of raw_until_, which comes next then.
HtmlToken HtmlTokens::RawText() {
  HtmlToken text{HtmlTokenKind::kText, {at_, html_.size()}, {}};
  text.raw = !HasEntities(raw_until_);
  for (size_t at = html_.find("</", at_); at != std::string_view::npos;
       at = html_.find("</", at + 2)) {
    const std::string_view rest = html_.substr(at + 2);
    if (rest.size() <= raw_until_.size()) continue;
    const char next = rest[raw_until_.size()];
    if (!IsSpace(next) && next != '/' && next != '>') continue;
    if (raw_until_ == "plaintext" || LowerName(rest.substr(0, raw_until_.size())) != raw_until_)
      continue;
    text.span.end = at;
    break;
  }
  at_ = text.span.end;
  raw_until_.clear();
  return text;
}

std::optional<std::string_view> HtmlAttribute(std::string_view tag, std::string_view name) {
  size_t at = 1;
  while (at < tag.size() && !IsSpace(tag[at]) && tag[at] != '/' && tag[at] != '>') ++at;
  while (at < tag.size() && tag[at] != '>') {
    if (IsSpace(tag[at]) || tag[at] == '/') {
      ++at;
      continue;
    }
    const Attribute found = AttributeAt(tag, at);
    if (found.name.size() == name.size() && LowerName(found.name) == name) return found.value;
    at = found.end;
  }
  return std::nullopt;
}

}  // namespace bnlint
