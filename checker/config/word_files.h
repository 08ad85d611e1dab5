#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "spelling/word_list.h"

namespace bnlint {

/// What the list of a project is called, in whatever directory.
inline constexpr const char* kProjectWords = "bnlint-words.txt";

/// Where the user's own list is, or would be; empty when the user has no home.
std::string UserWordsPath();

/// The user's own list, $XDG_CONFIG_HOME/bnlint/words.txt or else ~/.config/bnlint/words.txt; null when there is
/// none. Reads the environment, so not while another thread changes it.
tl::expected<std::shared_ptr<const WordList>, Errors> LoadUserWords();

/// Finds the lists of the projects that files belong to, and reads each once. Not thread-safe.
class ProjectWords {
 public:
  /// Adds to `words` every kProjectWords from the directory of `path` upwards, to the root of the repository
  /// (the directory that holds .git) or, outside of one, of the file system. `path` need not exist; a relative
  /// one counts from the current directory.
  tl::expected<void, Errors> AddFor(const std::string& path, AcceptedWords& words);

  /// Those read so far, in order of their paths.
  [[nodiscard]] std::vector<std::shared_ptr<const WordList>> lists() const;

 private:
  struct Directory {
    std::shared_ptr<const WordList> list;  // null: none there
    bool is_root = false;
  };
  tl::expected<Directory, Errors> Look(const std::string& directory);

  std::map<std::string, Directory> seen_;
};

}  // namespace bnlint
