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

}  // namespace bnlint
