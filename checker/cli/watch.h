#pragma once

#include <functional>

#include "cli/cli.h"

namespace bnlint {

/// Calls `check`, and again whenever a file of the run, a word list, a rule or a config has changed, come or gone: looks at
/// sizes and times of change twice a second, which works on every file system. The screen is cleared before each run
/// when standard output is a terminal. Does not return but for an error: Ctrl-C ends the process.
int WatchFiles(const CheckOptions& options, const std::function<int(const CheckOptions&)>& check);

}  // namespace bnlint
