#include "lint/batch.h"

#include "lint/in_order.h"

namespace bnlint {
namespace {

void LintOne(const Linter& linter, const BatchFile& file, Turn& turn, const BatchSink& sink) {
  std::vector<Diagnostic> held;
  bool my_turn = false;
  const auto take_turn = [&] {
    if (my_turn) return;
    turn.Wait();
    my_turn = true;
    for (const Diagnostic& diagnostic : held) sink.found(file, diagnostic);
    held.clear();
  };
  auto reader = file.text != nullptr ? SourceReader::FromView(*file.text, file.name)
                                     : SourceReader::Open(file.path, file.name);
  Result<DocumentFacts> result;
  if (!reader) {
    result = tl::unexpected(reader.error());
  } else {
    const auto emit = [&](Diagnostic diagnostic) {
      if (!my_turn && held.size() < Linter::kHeld) {
        held.push_back(std::move(diagnostic));
        return;
      }
      take_turn();
      sink.found(file, diagnostic);
    };
    result = linter.Lint(*reader, *file.format, emit, file.words);
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
