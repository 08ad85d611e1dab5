#pragma once

#include "cli/cli.h"
#include "lint/batch.h"
#include "report/reporter.h"

namespace bnlint {

/// Reads standard input into `file` if the report will show it: it cannot be read again. False after an error has been told.
bool KeepStandardInput(const CheckOptions& options, BatchFile& file);

/// Reads a file of the run again. `file` must outlive the function.
TextOf TextOfFile(const BatchFile& file);

}  // namespace bnlint
