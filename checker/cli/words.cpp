#include "cli/words.h"

#include <iostream>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/read_file.h"
#include "base/replace_file.h"
#include "cli/tell.h"

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

bool RemoveUnused(const std::vector<std::shared_ptr<const WordList>>& lists, Language language) {
  std::map<std::string, std::set<uint64_t>> lines;  // a file may be named twice
  for (const auto& list : lists) {
    for (const WordList::Entry& entry : list->Unused()) lines[list->path()].insert(entry.line);
  }
  for (const auto& [path, unused] : lines) {
    const auto text = ReadFile(path);
    if (!text) return Tell(text.error()), false;
    std::string kept;
    std::string_view rest = *text;
    for (uint64_t number = 1; !rest.empty(); ++number) {
      const size_t end = rest.find('\n');
      const std::string_view line = rest.substr(0, end == std::string_view::npos ? end : end + 1);
      rest.remove_prefix(line.size());
      if (!unused.contains(number)) kept += line;
    }
    if (const auto done = ReplaceFile(path, *text, kept); !done) return Tell(done.error()), false;
    std::cerr << fmt::format("{}: {}\n", Visible(path),
                             language == Language::kBengali
                                 ? fmt::format("{}টি শব্দ বাদ গেল", Number(unused.size(), language))
                                 : fmt::format("{} removed", unused.size()));
  }
  return true;
}

}  // namespace bnlint
