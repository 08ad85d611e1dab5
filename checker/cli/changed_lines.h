#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bnlint {

/// The lines of a file that a patch adds or changes: [first, last], from 1, ascending.
struct LineRange {
  uint64_t first;
  uint64_t last;
};

/// The files that a patch of `git diff --unified=0` touches, by their new names, with their changed lines. A file that
/// only lost lines, or only its name, has none. Names in quotes are decoded. Linear time.
std::map<std::string, std::vector<LineRange>> ParseChangedLines(std::string_view patch);

/// What git says has changed since a revision, in the files of the working tree.
class ChangedLines {
 public:
  /// Asks the git of every repository that one of `paths` lies in. Fails when git is not there, when a path lies in no
  /// repository, and when git does not know the revision. "-" lies nowhere and counts as changed.
  static Result<ChangedLines> Since(const std::string& revision,
                                    const std::vector<std::string>& paths);

  /// True when one of the lines [first, last] has changed. All lines of a file that git does not track, or
  /// cannot read as text, have.
  [[nodiscard]] bool Holds(const std::string& path, uint64_t first, uint64_t last) const;

 private:
  struct File {
    bool whole = false;
    std::vector<LineRange> lines;
  };
  Result<void> Ask(const std::string& revision, const std::string& root,
                   const std::vector<std::string>& paths);

  std::map<std::string, File> files_;  // by path as the caller names it
};

}  // namespace bnlint
