#pragma once

#include <iostream>
#include <optional>
#include <ostream>
#include <vector>

#include "base/atomic_file.h"
#include "cli/cli.h"
#include "lint/batch.h"

namespace bnlint {

/// Where the report of `bnlint check` goes: to --output; else to standard output, unless that belongs to a mended text or
/// a difference, then to standard error.
struct Target {
  std::optional<AtomicFile> file;
  std::ostream* stream = &std::cout;  ///< null: no report is wanted
};

/// Nothing after an error has been told.
std::optional<Target> OpenTarget(const CheckOptions& options, const std::vector<BatchFile>& files);

/// Ends the report and standard output; false after an error has been told: not all of it has arrived.
bool Close(Target& target);

}  // namespace bnlint
