#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/glob.h"
#include "base/result.h"

namespace bnlint {

/// What an ignore file says about one path.
enum class IgnoreVerdict : uint8_t {
  kNone,      ///< nothing
  kIgnored,   ///< leave it out
  kIncluded,  ///< a `!` pattern takes it back
};

/// The patterns of one ignore file, in the syntax of .gitignore:
///
///   # comment      also: empty lines; \# and \! for a name that starts so
///   *.tmp          no '/' inside: the name of a file or directory at any depth
///   drafts/        '/' at the end: directories only
///   /build, a/b    another '/': a path from the directory of the ignore file, see base/glob.h
///   !keep.tmp      takes back what an earlier line ignored; the last line that matches decides
///
/// Spaces that end a line do not count unless escaped ("\ "); a byte order mark and CRLF are fine.
/// As in git, a pattern that is malformed matches nothing. Thread-safe.
class IgnoreFile {
 public:
  static IgnoreFile Parse(std::string_view text);

  /// What is said about `path`, relative to the directory of the ignore file, without a leading "./".
  /// About `path` itself only: whoever asks leaves out what lies in an ignored directory, and so,
  /// as in git, nothing in there can be taken back.
  [[nodiscard]] IgnoreVerdict Match(std::string_view path, bool is_directory) const;

  [[nodiscard]] bool empty() const { return patterns_.empty(); }

 private:
  struct Pattern {
    Glob glob;
    bool negated = false;
    bool directory_only = false;
    bool name_only = false;  // matched against the last name of a path
  };
  void AddLine(std::string_view line);

  std::vector<Pattern> patterns_;
};

/// The ignore files that count in one directory: its own and, through `above`, those of its parents.
/// Null stands for none. Immutable, so thread-safe.
///
/// A .bnlintignore counts in all that lies below it. A .gitignore does not reach into a repository
/// further down (a directory that holds .git), as in git; outside of all repositories it counts like
/// inside one. .git/info/exclude counts in its repository.
struct IgnoreScope {
  std::shared_ptr<const IgnoreScope> above;
  size_t prefix = 0;        ///< of an absolute path in here: what is cut off to make it relative
  bool repository = false;  ///< the directory holds .git
  IgnoreFile own;           ///< .bnlintignore
  IgnoreFile git;           ///< .gitignore
  IgnoreFile exclude;       ///< .git/info/exclude
};
using IgnoreScopes = std::shared_ptr<const IgnoreScope>;

/// What counts in `directory`, an absolute path without symbolic links, if `above` does in its parent.
/// Ignore files that exist and cannot be read are added to `errors`.
IgnoreScopes EnterScope(IgnoreScopes above, const std::string& directory, Errors& errors);

/// What counts in the parent of `directory`: all ignore files from the file system's root on.
IgnoreScopes ScopesAbove(const std::string& directory, Errors& errors);

/// Whether `path`, absolute and in the directory of `scopes`, is to be left out. In this order, and
/// the first that says something decides: .bnlintignore from the deepest to the highest, .gitignore
/// likewise, .git/info/exclude.
bool IsIgnored(const IgnoreScopes& scopes, std::string_view path, bool is_directory);

}  // namespace bnlint
