// bnlint score: files in, a line of quality out for each. The pages are read as `check` reads them, without rules.

#include <iostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/read_file.h"
#include "cli/cli.h"
#include "cli/tell.h"
#include "config/walk.h"
#include "config/word_files.h"
#include "formats/archive.h"
#include "formats/format.h"
#include "ocr/page_reader.h"
#include "ocr/read_document.h"
#include "report/json.h"
#include "report/terminal.h"
#include "report/words.h"
#include "text/source.h"

namespace bnlint {
namespace {

Result<ocr::Quality> Score(const std::string& path, const std::string& name, const Format& format) {
  ocr::PageReader page;
  if (format.archive != ArchiveKind::kNone) {
    const auto zip = path == "-" ? ReadStandardInput() : ReadFile(path);
    if (!zip) return tl::unexpected(zip.error());
    auto members = ReadMembers(*zip, format.archive, name);
    if (!members) return tl::unexpected(members.error());
    for (ArchiveMember& member : *members) {
      auto source = SourceReader::FromText(std::move(member.bytes), member.shown);
      if (const auto read = ReadDocument(source, format, page); !read)
        return tl::unexpected(read.error());
    }
    return page.quality();
  }
  auto source = SourceReader::Open(path, name);
  if (!source) return tl::unexpected(source.error());
  if (const auto read = ReadDocument(*source, format, page); !read)
    return tl::unexpected(read.error());
  return page.quality();
}

// Output of one format, a file at a time.
class Writer {
 public:
  Writer(const ScoreOptions& options)
      : format_(options.format),
        language_(options.language == "en" ? Language::kEnglish : Language::kBengali),
        documents_(std::cout) {}

  void Begin() {
    if (format_ == "json") std::cout << "[";
    if (format_ == "csv") std::cout << "path,score,words,known,valid,unlikelihood,garbage\n";
    if (format_ != "table") return;
    std::cout << In(language_, "মান     শব্দ      চেনা    শুদ্ধ অক্ষর  জঞ্জাল  ফাইল\n",
                    "score   words     known   valid   garbage  file\n");
  }

  void Add(const std::string& name, const ocr::Quality& quality) {
    if (format_ == "json") {
      Json json = {{"path", name}};
      json["ocr_quality"] = QualityJson(quality);
      documents_.Add(json);
    } else if (format_ == "csv") {
      std::cout << fmt::format("{},{:.4f},{},{:.4f},{:.4f},{:.4f},{:.4f}\n", Quoted(name),
                               quality.Score(), quality.units, quality.KnownShare(),
                               quality.ValidShare(), quality.MeanUnlikelihood(),
                               quality.GarbageShare());
    } else {
      const std::string line =
          fmt::format("{:.3f}   {:<9} {:.3f}   {:.3f}   {:.3f}    ", quality.Score(), quality.units,
                      quality.KnownShare(), quality.ValidShare(), quality.GarbageShare());
      std::cout << Digits(line, language_) << Visible(name) << '\n';
    }
  }

  void End() {
    if (format_ == "json") std::cout << "\n]\n";
  }

 private:
  // A field of CSV (RFC 4180).
  static std::string Quoted(const std::string& field) {
    if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
    std::string out = "\"";
    for (const char c : field) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
  }

  const std::string format_;
  const Language language_;
  JsonArrayWriter documents_;
};

}  // namespace

int RunScore(const ScoreOptions& options) {
  std::ios::sync_with_stdio(false);
  WalkOptions walk;
  walk.wanted = [](std::string_view path) {
    return FormatForPath(path) != nullptr && path.substr(path.rfind('/') + 1) != kProjectWords;
  };
  walk.respect_ignore = !options.no_ignore;
  const std::vector<std::string> here = {"."};
  const WalkResult found = Walk(options.paths.empty() ? here : options.paths, walk);
  Tell(found.errors);
  bool failed = !found.errors.empty();
  Writer writer(options);
  writer.Begin();
  for (const std::string& path : found.files) {
    std::string name = path;
    if (path == "-") name = options.stdin_filename.empty() ? "<stdin>" : options.stdin_filename;
    const Format* format = FormatForPath(name);
    const auto quality = Score(path, name, format != nullptr ? *format : Formats().front());
    if (quality) {
      writer.Add(name, *quality);
    } else {
      Tell(quality.error());
      failed = true;
    }
  }
  writer.End();
  std::cout.flush();
  if (!std::cout) {
    Tell(Error{"writing the scores failed", "standard output", 0, 0});
    failed = true;
  }
  return failed ? kCouldNot : kClean;
}

}  // namespace bnlint
