#include "cli/words.h"

#include <fmt/format.h>

#include "report/terminal.h"
#include "report/words.h"

namespace bnlint {

size_t TellUnused(const std::vector<std::shared_ptr<const WordList>>& lists, std::ostream& out,
                  Language language) {
  size_t count = 0;
  for (const auto& list : lists) {
    for (const WordList::Entry& entry : list->Unused()) {
      out << fmt::format("{}:{}: {}: {}\n", Visible(list->path()), entry.line,
                         In(language, "শব্দটি কোনো লেখায় লাগেনি", "no text needed this word"),
                         Visible(entry.text));
      ++count;
    }
  }
  return count;
}

}  // namespace bnlint
