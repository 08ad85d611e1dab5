#include "lsp/ignore.h"

#include <algorithm>
#include <array>

namespace bnlint::lsp {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool HasComments(const Format& format) {
  static constexpr std::array<std::string_view, 4> kMarkup = {"markdown", "html", "xml", "xliff"};
  return std::ranges::find(kMarkup, format.name) != kMarkup.end();
}

// Behind a byte order mark and the front matter of Markdown, which must come first.
uint64_t Head(std::string_view text, const Format& format) {
  uint64_t at = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  if (format.name == "markdown" && text.substr(at).starts_with("---\n")) {
    const size_t end = text.find("\n---\n", at);
    if (end != std::string_view::npos) at = end + std::string_view("\n---\n").size();
  }
  if (format.name != "markdown" && text.substr(at).starts_with("<?")) {
    const size_t end = text.find('\n', at);
    if (end != std::string_view::npos) at = end + 1;
  }
  return at;
}

std::optional<Edit> AtHead(std::string_view text, const Format& format,
                           const std::string& directive) {
  const uint64_t head = Head(text, format);
  const std::string end = text.find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
  if (HasComments(format)) return Edit{{head, head}, "<!-- " + directive + " -->" + end};
  if (format.name == "plain") return Edit{{head, head}, "# " + directive + end};
  return std::nullopt;
}

}  // namespace

std::optional<Ignore> IgnoreHere(std::string_view text, const Format* format, uint64_t byte,
                                 std::string_view rule) {
  if (format == nullptr) return std::nullopt;
  if (!HasComments(*format)) {
    auto edit = AtHead(text, *format, "bnlint: ignore-file[" + std::string(rule) + "]");
    if (!edit) return std::nullopt;
    return Ignore{std::move(*edit), true};
  }
  const uint64_t end = std::min(text.find_first_of("\r\n", byte), text.size());
  return Ignore{{{end, end}, " <!-- bnlint: ignore[" + std::string(rule) + "] -->"}, false};
}

std::optional<Edit> AcceptInFile(std::string_view text, const Format* format,
                                 std::string_view word) {
  if (format == nullptr) return std::nullopt;
  constexpr std::string_view kWords = "bnlint: words";
  const std::string_view head = text.substr(0, 1000);  // where a person would look for it
  const size_t there = head.find(kWords);
  if (there != std::string_view::npos) {
    const uint64_t behind = there + kWords.size();
    return Edit{{behind, behind}, " " + std::string(word)};
  }
  return AtHead(text, *format, std::string(kWords) + " " + std::string(word));
}

}  // namespace bnlint::lsp
