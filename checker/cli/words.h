#pragma once

#include <memory>
#include <ostream>
#include <vector>

#include "rule/diagnostic.h"
#include "spelling/word_list.h"

namespace bnlint {

/// A line for each entry of the lists that no text needed, with file and line. The number of them.
size_t TellUnused(const std::vector<std::shared_ptr<const WordList>>& lists, std::ostream& out,
                  Language language);

/// Takes the entries out of the files of `lists` that no text needed, each file as a whole or not at all; a line that
/// held one is gone, with its comment. Tells on standard error how many; false after an error has been told.
bool RemoveUnused(const std::vector<std::shared_ptr<const WordList>>& lists, Language language);

}  // namespace bnlint
