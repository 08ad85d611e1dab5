#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace bnlint {

/// What a program said.
struct ProgramOutput {
  int status = 0;  ///< what it exited with; 128 and the signal's number when it was killed
  std::string out;
  std::string err;
};

/// Runs a program, found on the PATH, without a shell and without standard input, to its end. Fails when it cannot be
/// started. Thread-safe.
Result<ProgramOutput> RunProgram(const std::vector<std::string>& arguments);

}  // namespace bnlint
