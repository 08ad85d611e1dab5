#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "base/result.h"
#include "config/word_files.h"
#include "rule/diagnostic.h"
#include "spelling/word_list.h"

namespace bnlint {

/// The word lists of a run: the user's, those of --words, and those of the projects that the files belong to.
/// Not thread-safe, but for the lists themselves.
class RunWords {
 public:
  /// Reads the user's list and `files`.
  static tl::expected<RunWords, Errors> Load(const std::vector<std::string>& files);

  /// The lists that hold for the file at `path`; "-" and names that are no paths count from the current
  /// directory.
  tl::expected<AcceptedWords, Errors> For(const std::string& path);

  /// A line for each entry of --words and of the projects that no text needed, with file and line. The
  /// number of them.
  size_t TellUnused(std::ostream& out, Language language) const;

  /// Those of --words and of the projects.
  [[nodiscard]] std::vector<std::shared_ptr<const WordList>> lists() const;

 private:
  std::shared_ptr<const WordList> user_;  // may be null
  std::vector<std::shared_ptr<const WordList>> named_;
  ProjectWords projects_;
};

/// Takes the entries out of the files of `lists` that no text needed, each file as a whole or not at all; a line that
/// held one is gone, with its comment. Tells on standard error how many; false after an error has been told.
bool RemoveUnused(const std::vector<std::shared_ptr<const WordList>>& lists, Language language);

}  // namespace bnlint
