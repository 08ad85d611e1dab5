#include "lint/batch.h"

#include <deque>
#include <optional>
#include <utility>

#include "base/read_file.h"
#include "formats/archive.h"
#include "lint/in_order.h"

namespace bnlint {
namespace {

// One file's findings on their way to the sink, which hears of them when it is the file's turn.
class FileFindings {
 public:
  FileFindings(Turn& turn, const BatchSink& sink) : turn_(turn), sink_(sink) {}

  Result<DocumentFacts> Lint(const Linter& linter, const BatchFile& part, SourceReader& reader) {
    const auto emit = [&](Diagnostic diagnostic) {
      Take({&part, std::move(diagnostic), std::nullopt});
    };
    SuppressedFunction suppressed;
    if (sink_.suppressed) {
      suppressed = [&](Diagnostic diagnostic, const Suppressed& why) {
        Take({&part, std::move(diagnostic), why});
      };
    }
    return linter.Lint(reader, *part.format, emit, part.words, {}, suppressed);
  }

  void TakeTurn() {
    if (my_turn_) return;
    turn_.Wait();
    my_turn_ = true;
    for (const Held& what : held_) Speak(what);
    held_.clear();
  }

 private:
  struct Held {
    const BatchFile* part;
    Diagnostic diagnostic;
    std::optional<Suppressed> suppressed;
  };

  void Take(Held what) {
    if (!my_turn_ && held_.size() < Linter::kHeld) {
      held_.push_back(std::move(what));
      return;
    }
    TakeTurn();
    Speak(what);
  }

  void Speak(const Held& what) {
    if (what.suppressed) {
      sink_.suppressed(*what.part, what.diagnostic, *what.suppressed);
    } else {
      sink_.found(*what.part, what.diagnostic);
    }
  }

  Turn& turn_;
  const BatchSink& sink_;
  bool my_turn_ = false;
  std::vector<Held> held_;
};

// Lints the members of an archive, each as a document of its own; the first error ends it.
Result<DocumentFacts> LintArchive(const Linter& linter, const BatchFile& file,
                                  std::deque<BatchFile>& parts, FileFindings& findings) {
  const auto zip = file.path == "-" ? ReadStandardInput() : ReadFile(file.path);
  if (!zip) return tl::unexpected(zip.error());
  auto members = ReadMembers(*zip, file.format->archive, file.name);
  if (!members) return tl::unexpected(members.error());
  Result<DocumentFacts> facts;
  for (ArchiveMember& member : *members) {
    const BatchFile& part = parts.emplace_back(
        BatchFile{file.path, member.shown, file.format, file.words, file.linter});
    auto reader = SourceReader::FromText(std::move(member.bytes), member.shown);
    auto linted = findings.Lint(linter, part, reader);
    if (!linted) return linted;
    if (part.name == file.name) facts = std::move(linted);
  }
  return facts;
}

void LintOne(const Linter& common, const BatchFile& file, Turn& turn, const BatchSink& sink) {
  const Linter& linter = file.linter != nullptr ? *file.linter : common;
  std::deque<BatchFile> parts;  // of an archive
  FileFindings findings(turn, sink);
  Result<DocumentFacts> result;
  if (file.format->archive != ArchiveKind::kNone && file.text == nullptr) {
    result = LintArchive(linter, file, parts, findings);
  } else {
    auto reader = file.text != nullptr ? SourceReader::FromView(*file.text, file.name)
                                       : SourceReader::Open(file.path, file.name);
    if (reader) {
      result = findings.Lint(linter, file, *reader);
    } else {
      result = tl::unexpected(reader.error());
    }
  }
  findings.TakeTurn();
  sink.done(file, result);
}

}  // namespace

void LintFiles(const Linter& linter, const std::vector<BatchFile>& files, unsigned jobs,
               const BatchSink& sink) {
  InOrder(files.size(), jobs,
          [&](size_t index, Turn& turn) { LintOne(linter, files[index], turn, sink); });
}

}  // namespace bnlint
