#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bnlint {

struct WalkOptions {
  /// Whether a file found in a directory is to be read, by the path that Walk would give out. Called
  /// on the calling thread, in order. Empty means all files.
  std::function<bool(std::string_view path)> wanted;
  bool respect_ignore = true;  ///< leave out what .gitignore and .bnlintignore name
  bool hidden = false;         ///< also take files and directories whose name starts with '.'
};

struct WalkResult {
  std::vector<std::string> files;
  Errors errors;  ///< what could not be read; all else is in `files` nevertheless
};

/// The files that the paths of a command line stand for.
///
/// A file, a device or "-" (standard input) is taken as it is: whoever names a file means it, whether
/// ignored, hidden or of an unknown kind. A directory, also one that is ignored or a symbolic link,
/// stands for the wanted files in it at any depth: depth first, in the byte order of their names.
/// Left out are hidden names, .git, and what an ignore file says: .gitignore, .bnlintignore (the same
/// syntax, and it wins) and .git/info/exclude, of the directories walked and of their parents.
/// .gitignore counts up to the root of the repository, and without a repository too: a text folder
/// copied out of one is checked like the original. An ignored directory is not entered. git's own
/// settings (core.excludesFile, the index) are not asked.
///
/// Symbolic links to files are followed, those to directories are not, so a walk ends. Links that
/// lead nowhere and what is no regular file are passed over.
///
/// A found path is the given one, '/' and the rest: "docs" gives "docs/a.txt", "." gives "a.txt".
/// A path that comes up twice stays where it came first; "a.txt" and "./a.txt" are two paths.
///
/// Errors: a given path that does not exist; a directory or an ignore file that cannot be read.
/// Thread-safe.
WalkResult Walk(const std::vector<std::string>& paths, const WalkOptions& options);

}  // namespace bnlint
