#pragma once

#include <string_view>

#include "base/glob.h"
#include "base/result.h"

namespace bnlint {

/// A pattern for files and directories as a line of .gitignore has it: without a '/' inside it names a file or directory at
/// any depth (*.tmp), with one a path from the top (drafts/*.md); a '/' at the end wants a directory. What it matches
/// includes all that lies below. Thread-safe.
class PathPattern {
 public:
  /// The error's column counts from 1 in code points of `pattern`.
  static Result<PathPattern> Parse(std::string_view pattern);
  /// `path` is a file, from the directory that the pattern is about, without "./".
  [[nodiscard]] bool Matches(std::string_view path) const;

 private:
  Glob glob_;
  bool name_only_ = false;
  bool directory_only_ = false;
};

}  // namespace bnlint
