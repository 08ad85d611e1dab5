#pragma once

#include <string_view>
#include <vector>

#include "cli/cli.h"
#include "lint/batch.h"
#include "report/reporter.h"

namespace bnlint {

/// Reads standard input, if it is among the files, into its place there when a report in `format` will show it: it cannot be read
/// again. False after an error has been told.
bool KeepStandardInput(const CheckOptions& options, std::string_view format,
                       std::vector<BatchFile>& files);

/// Reads a file of the run again. `file` must outlive the function.
TextOf TextOfFile(const BatchFile& file);

}  // namespace bnlint
