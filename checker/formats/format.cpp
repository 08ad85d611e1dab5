#include "formats/format.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "formats/markdown.h"
#include "formats/page_xml.h"
#include "formats/plain.h"

namespace bnlint {
namespace {

constexpr std::array<std::string_view, 2> kPlainExtensions = {".txt", ".text"};
constexpr std::array<std::string_view, 4> kMarkdownExtensions = {".md", ".markdown", ".mdown",
                                                                 ".mkd"};
constexpr std::array<std::string_view, 3> kPageXmlExtensions = {".hocr", ".alto", ".xml"};

// A document is never cut: no place in it can be read without what came before.
size_t CutNowhere(std::string_view bytes) { return bytes.size(); }

constexpr std::array<Format, 3> kFormats = {{
    {"plain", kPlainExtensions, SourceReader::kBlockBytes, CutAtParagraph, ParsePlain},
    {"markdown", kMarkdownExtensions, kMarkdownBlockBytes, CutMarkdown, ParseMarkdown},
    {"page-xml", kPageXmlExtensions, kPageXmlBytes, CutNowhere, ParsePageXml},
}};

}  // namespace

std::span<const Format> Formats() { return kFormats; }

const Format* FormatForPath(std::string_view path) {
  const size_t slash = path.find_last_of('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const size_t dot = name.find_last_of('.');
  if (dot == std::string_view::npos) return nullptr;
  std::string extension(name.substr(dot));
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const Format& format : kFormats) {
    if (std::find(format.extensions.begin(), format.extensions.end(), extension) !=
        format.extensions.end()) {
      return &format;
    }
  }
  return nullptr;
}

const Format* FormatByName(std::string_view name) {
  const auto* found = std::find_if(kFormats.begin(), kFormats.end(),
                                   [&](const Format& format) { return format.name == name; });
  return found == kFormats.end() ? nullptr : found;
}

}  // namespace bnlint
