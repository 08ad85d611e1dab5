#include "formats/format.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "formats/csv.h"
#include "formats/html.h"
#include "formats/json.h"
#include "formats/latex.h"
#include "formats/markdown.h"
#include "formats/messages_xml.h"
#include "formats/office_xml.h"
#include "formats/page_xml.h"
#include "formats/plain.h"
#include "formats/po.h"
#include "formats/rst.h"
#include "formats/subtitles.h"

namespace bnlint {
namespace {

constexpr std::array<std::string_view, 2> kPlainExtensions = {".txt", ".text"};
constexpr std::array<std::string_view, 4> kMarkdownExtensions = {".md", ".markdown", ".mdown",
                                                                 ".mkd"};
constexpr std::array<std::string_view, 2> kPageXmlExtensions = {".hocr", ".alto"};
constexpr std::array<std::string_view, 2> kLatexExtensions = {".tex", ".ltx"};
constexpr std::array<std::string_view, 2> kRstExtensions = {".rst", ".rest"};
constexpr std::array<std::string_view, 2> kDocxExtensions = {".docx", ".docm"};
constexpr std::array<std::string_view, 2> kOdtExtensions = {".odt", ".ott"};
constexpr std::array<std::string_view, 1> kEpubExtensions = {".epub"};
constexpr std::array<std::string_view, 1> kXmlExtensions = {".xml"};
constexpr std::array<std::string_view, 2> kXliffExtensions = {".xlf", ".xliff"};
constexpr std::array<std::string_view, 2> kHtmlExtensions = {".html", ".htm"};
constexpr std::array<std::string_view, 2> kXhtmlExtensions = {".xhtml", ".xht"};
constexpr std::array<std::string_view, 2> kJsonExtensions = {".json", ".geojson"};
constexpr std::array<std::string_view, 2> kJsonLinesExtensions = {".jsonl", ".ndjson"};
constexpr std::array<std::string_view, 1> kCsvExtensions = {".csv"};
constexpr std::array<std::string_view, 2> kTsvExtensions = {".tsv", ".tab"};
constexpr std::array<std::string_view, 1> kSrtExtensions = {".srt"};
constexpr std::array<std::string_view, 1> kVttExtensions = {".vtt"};
constexpr std::array<std::string_view, 2> kPoExtensions = {".po", ".pot"};

// A document is never cut: no place in it can be read without what came before.
size_t CutNowhere(std::string_view bytes) { return bytes.size(); }

constexpr std::array kFormats = std::to_array<Format>({
    {"plain", kPlainExtensions, SourceReader::kBlockBytes, CutAtParagraph, ParsePlain},
    {"markdown", kMarkdownExtensions, kMarkdownBlockBytes, CutMarkdown, ParseMarkdown},
    {"page-xml", kPageXmlExtensions, kPageXmlBytes, CutNowhere, ParsePageXml},
    {"html", kHtmlExtensions, kWholeBytes, CutNowhere, ParseHtml},
    {"xhtml", kXhtmlExtensions, kWholeBytes, CutNowhere, ParseXhtml},
    {"json", kJsonExtensions, kWholeBytes, CutNowhere, nullptr, 0, ParseJson},
    {"jsonl", kJsonLinesExtensions, SourceReader::kBlockBytes, CutAtLine, nullptr, kJsonLineBytes,
     ParseJsonLines},
    {"csv", kCsvExtensions, SourceReader::kBlockBytes, CutCsv, nullptr, kJsonLineBytes, ParseCsv},
    {"tsv", kTsvExtensions, SourceReader::kBlockBytes, CutAtLine, nullptr, kJsonLineBytes,
     ParseTsv},
    {"srt", kSrtExtensions, SourceReader::kBlockBytes, CutAtParagraph, ParseSrt},
    {"vtt", kVttExtensions, SourceReader::kBlockBytes, CutAtParagraph, ParseVtt},
    {"xml", kXmlExtensions, kWholeBytes, CutNowhere, ParseXml},
    {"xliff", kXliffExtensions, kWholeBytes, CutNowhere, ParseXliff},
    {"android", {}, kWholeBytes, CutNowhere, ParseAndroid},
    {"latex", kLatexExtensions, kWholeBytes, CutNowhere, ParseLatex},
    {"rst", kRstExtensions, kWholeBytes, CutNowhere, ParseRst},
    {"docx",
     kDocxExtensions,
     kWholeBytes,
     CutNowhere,
     ParseWordXml,
     0,
     nullptr,
     {},
     ArchiveKind::kWord},
    {"odt",
     kOdtExtensions,
     kWholeBytes,
     CutNowhere,
     ParseOdfXml,
     0,
     nullptr,
     {},
     ArchiveKind::kOdf},
    {"epub",
     kEpubExtensions,
     kWholeBytes,
     CutNowhere,
     ParseXhtml,
     0,
     nullptr,
     {},
     ArchiveKind::kEpub},
    {"po", kPoExtensions, SourceReader::kBlockBytes, CutAtParagraph, ParsePo},
});

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
