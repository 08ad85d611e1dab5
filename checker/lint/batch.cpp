#include "lint/batch.h"

#include <deque>
#include <utility>

#include "base/read_file.h"
#include "formats/archive.h"
#include "lint/in_order.h"

namespace bnlint {
namespace {

// Lints the members of an archive, each as a document of its own; the first error ends it.
template <typename Emit>
Result<DocumentFacts> LintArchive(const Linter& linter, const BatchFile& file,
                                  std::deque<BatchFile>& parts, const Emit& emit) {
  const auto zip = file.path == "-" ? ReadStandardInput() : ReadFile(file.path);
  if (!zip) return tl::unexpected(zip.error());
  auto members = ReadMembers(*zip, file.format->archive, file.name);
  if (!members) return tl::unexpected(members.error());
  Result<DocumentFacts> facts;
  for (ArchiveMember& member : *members) {
    const BatchFile& part =
        parts.emplace_back(BatchFile{file.path, member.shown, file.format, file.words});
    auto reader = SourceReader::FromText(std::move(member.bytes), member.shown);
    auto linted = linter.Lint(
        reader, *file.format, [&](Diagnostic diagnostic) { emit(part, std::move(diagnostic)); },
        file.words);
    if (!linted) return linted;
    if (part.name == file.name) facts = std::move(linted);
  }
  return facts;
}

void LintOne(const Linter& linter, const BatchFile& file, Turn& turn, const BatchSink& sink) {
  std::deque<BatchFile> parts;  // of an archive
  std::vector<std::pair<const BatchFile*, Diagnostic>> held;
  bool my_turn = false;
  const auto take_turn = [&] {
    if (my_turn) return;
    turn.Wait();
    my_turn = true;
    for (const auto& [part, diagnostic] : held) sink.found(*part, diagnostic);
    held.clear();
  };
  const auto emit = [&](const BatchFile& part, Diagnostic diagnostic) {
    if (!my_turn && held.size() < Linter::kHeld) {
      held.emplace_back(&part, std::move(diagnostic));
      return;
    }
    take_turn();
    sink.found(part, diagnostic);
  };
  Result<DocumentFacts> result;
  if (file.format->archive != ArchiveKind::kNone) {
    result = LintArchive(linter, file, parts, emit);
  } else if (auto reader = SourceReader::Open(file.path, file.name); !reader) {
    result = tl::unexpected(reader.error());
  } else {
    result = linter.Lint(
        *reader, *file.format, [&](Diagnostic diagnostic) { emit(file, std::move(diagnostic)); },
        file.words);
  }
  take_turn();
  sink.done(file, result);
}

}  // namespace

void LintFiles(const Linter& linter, const std::vector<BatchFile>& files, unsigned jobs,
               const BatchSink& sink) {
  InOrder(files.size(), jobs,
          [&](size_t index, Turn& turn) { LintOne(linter, files[index], turn, sink); });
}

}  // namespace bnlint
