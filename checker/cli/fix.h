#pragma once

#include <cstdint>
#include <vector>

#include "cli/cli.h"
#include "cli/old_findings.h"
#include "cli/run_setups.h"
#include "lint/batch.h"
#include "report/reporter.h"

namespace bnlint {

/// What `bnlint check --fix` and `--diff` work with.
struct FixRun {
  const CheckOptions& options;
  const RunSetups& setups;
  const std::vector<BatchFile>& files;
  OldFindings& old;
  Reporter* reporter;  ///< null: no report
  unsigned jobs;
};

/// What it came to.
struct FixCount {
  bool all_done = true;    ///< every file could be read and written
  uint64_t differing = 0;  ///< files that were, or would be, changed
  uint64_t fixes = 0;      ///< findings that were, or would be, mended
};

/// Mends the files, or writes to standard output what would change; reports and counts the findings that are left, with
/// --diff those that are there. Errors are told on standard error.
FixCount MendFiles(const FixRun& run, Summary& summary);

}  // namespace bnlint
