#include "formats/directive.h"

#include <algorithm>

namespace bnlint {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view TrimEnd(std::string_view text) {
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

}  // namespace

std::optional<std::string_view> DirectiveIn(std::string_view comment) {
  constexpr std::string_view kName = "bnlint:";
  const size_t begin = std::min(comment.find_first_not_of("#/*-%;<! \t\r\n"), comment.size());
  std::string_view text = comment.substr(begin);
  if (!text.starts_with(kName)) return std::nullopt;
  text = TrimEnd(text.substr(kName.size()));
  for (const std::string_view close : {"-->", "*/"}) {
    if (text.ends_with(close)) text = TrimEnd(text.substr(0, text.size() - close.size()));
  }
  return text.substr(std::min(text.find_first_not_of(kBlanks), text.size()));
}

void NoteHtmlDirectives(std::string_view html, Document& document) {
  constexpr std::string_view kOpen = "<!--";
  constexpr std::string_view kClose = "-->";
  for (size_t open = html.find(kOpen); open != std::string_view::npos;) {
    const size_t close = html.find(kClose, open + kOpen.size());
    if (close == std::string_view::npos) return;
    if (const auto directive = DirectiveIn(html.substr(open, close + kClose.size() - open))) {
      document.directives.emplace_back(*directive);
    }
    open = html.find(kOpen, close);
  }
}

}  // namespace bnlint
