#include "lint/batch.h"

#include <optional>

#include "lint/in_order.h"

namespace bnlint {
namespace {

void LintOne(const Linter& common, const BatchFile& file, Turn& turn, const BatchSink& sink) {
  struct Held {
    Diagnostic diagnostic;
    std::optional<Suppressed> suppressed;
  };
  std::vector<Held> held;
  bool my_turn = false;
  const auto speak = [&](const Held& what) {
    if (what.suppressed) {
      sink.suppressed(file, what.diagnostic, *what.suppressed);
    } else {
      sink.found(file, what.diagnostic);
    }
  };
  const auto take_turn = [&] {
    if (my_turn) return;
    turn.Wait();
    my_turn = true;
    for (const Held& what : held) speak(what);
    held.clear();
  };
  auto reader = SourceReader::Open(file.path, file.name);
  Result<DocumentFacts> result;
  if (!reader) {
    result = tl::unexpected(reader.error());
  } else {
    const auto take = [&](Held what) {
      if (!my_turn && held.size() < Linter::kHeld) {
        held.push_back(std::move(what));
        return;
      }
      take_turn();
      speak(what);
    };
    const auto emit = [&](Diagnostic diagnostic) { take({std::move(diagnostic), std::nullopt}); };
    SuppressedFunction suppressed;
    if (sink.suppressed) {
      suppressed = [&](Diagnostic diagnostic, const Suppressed& why) {
        take({std::move(diagnostic), why});
      };
    }
    const Linter& linter = file.linter != nullptr ? *file.linter : common;
    result = linter.Lint(*reader, *file.format, emit, file.words, {}, suppressed);
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
