#include "formats/directive.h"

#include <algorithm>
#include <array>

namespace bnlint {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kName = "bnlint:";
constexpr std::string_view kMarks = "#/*-%;<!.";
constexpr std::array<std::string_view, 2> kCloses = {"-->", "*/"};

std::string_view TrimEnd(std::string_view text) {
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

}  // namespace

std::optional<std::string_view> DirectiveIn(std::string_view comment) {
  const size_t begin = std::min(comment.find_first_not_of("#/*-%;<!. \t\r\n"), comment.size());
  std::string_view text = comment.substr(begin);
  if (!text.starts_with(kName)) return std::nullopt;
  text = TrimEnd(text.substr(kName.size()));
  for (const std::string_view close : kCloses) {
    if (text.ends_with(close)) text = TrimEnd(text.substr(0, text.size() - close.size()));
  }
  return text.substr(std::min(text.find_first_not_of(kBlanks), text.size()));
}

void NoteHtmlDirectives(std::string_view html, Document& document,
                        const std::function<uint64_t(size_t)>& place) {
  constexpr std::string_view kOpen = "<!--";
  constexpr std::string_view kClose = "-->";
  for (size_t open = html.find(kOpen); open != std::string_view::npos;) {
    const size_t close = html.find(kClose, open + kOpen.size());
    if (close == std::string_view::npos) return;
    const size_t end = close + kClose.size();
    if (const auto directive = DirectiveIn(html.substr(open, end - open))) {
      const Span comment = place ? Span{place(open), place(end - 1) + 1} : Span{};
      document.directives.emplace_back(*directive, comment);
    }
    open = html.find(kOpen, close);
  }
}

namespace {

// The comment that holds the "bnlint:" at `name` and the directive that ends at `end`, with marks and closing.
Span CommentAround(std::string_view all, size_t name, size_t end) {
  size_t begin = name;
  while (begin > 0 && (all[begin - 1] == ' ' || all[begin - 1] == '\t')) --begin;
  const size_t blanks = begin;
  while (begin > 0 && kMarks.find(all[begin - 1]) != std::string_view::npos) --begin;
  if (begin == blanks) begin = name;
  const size_t next = std::min(all.find_first_not_of(kBlanks, end), all.size());
  for (const std::string_view close : kCloses) {
    if (all.substr(next).starts_with(close)) end = next + close.size();
  }
  return {begin, end};
}

}  // namespace

void LocateDirectives(const Source& block, Document& document) {
  const std::string_view all = block.bytes;
  constexpr int kMostMisses = 16;  // each passes over the whole rest of the block
  int misses = 0;
  size_t from = 0;
  for (Directive& directive : document.directives) {
    if (!directive.comment.empty()) {
      from = directive.comment.end - block.begin();
      continue;
    }
    if (misses == kMostMisses) return;
    ++misses;
    for (size_t at = all.find(kName, from); at != std::string_view::npos;
         at = all.find(kName, at + 1)) {
      const size_t text = std::min(all.find_first_not_of(kBlanks, at + kName.size()), all.size());
      if (!all.substr(text).starts_with(directive.text)) continue;
      const Span comment = CommentAround(all, at, text + directive.text.size());
      directive.comment = {comment.begin + block.begin(), comment.end + block.begin()};
      from = comment.end;
      --misses;
      break;
    }
  }
}

bool IsMarkedDirective(std::string_view line) {
  return !line.empty() && kMarks.find(line.front()) != std::string_view::npos &&
         DirectiveIn(line).has_value();
}

}  // namespace bnlint
