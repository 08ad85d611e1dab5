#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "lint/linter.h"

namespace bnlint {

/// One file of a batch.
struct BatchFile {
  std::string path;                                   ///< "-" is standard input
  std::string name;                                   ///< what findings call it
  const Format* format;                               ///< never null
  AcceptedWords words;                                ///< of the user and the project
  const Linter* linter = nullptr;                     ///< its own; null: the batch's
  std::shared_ptr<const std::string> text = nullptr;  ///< when it has been read already
};

/// Receives what a batch finds. Calls never overlap and come in the order of the files, whichever thread
/// makes them.
struct BatchSink {
  std::function<void(const BatchFile&, const Diagnostic&)> found;
  std::function<void(const BatchFile&, const Result<DocumentFacts>&)>
      done;  ///< once a file, after its findings
  /// What comments suppress, among the findings; may be empty.
  std::function<void(const BatchFile&, const Diagnostic&, const Suppressed&)> suppressed = {};
};

/// Lints files on `jobs` threads (at least 1). A thread that is ahead of its turn holds up to
/// Linter::kHeld findings, then waits, so memory is bounded by the number of threads.
void LintFiles(const Linter& linter, const std::vector<BatchFile>& files, unsigned jobs,
               const BatchSink& sink);

}  // namespace bnlint
