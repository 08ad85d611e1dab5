#include "cli/words.h"

#include <fmt/format.h>

#include "report/terminal.h"
#include "report/words.h"

namespace bnlint {

tl::expected<RunWords, Errors> RunWords::Load(const std::vector<std::string>& files) {
  RunWords words;
  Errors errors;
  const auto take = [&](tl::expected<std::shared_ptr<const WordList>, Errors> list) {
    if (list) return std::move(*list);
    errors.insert(errors.end(), list.error().begin(), list.error().end());
    return std::shared_ptr<const WordList>();
  };
  words.user_ = take(LoadUserWords());
  for (const std::string& file : files) words.named_.push_back(take(WordList::Load(file)));
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return words;
}

tl::expected<AcceptedWords, Errors> RunWords::For(const std::string& path) {
  AcceptedWords words;
  if (user_) words.Add(user_);
  for (const auto& list : named_) words.Add(list);
  const auto added = projects_.AddFor(path, words);
  if (!added) return tl::unexpected(added.error());
  return words;
}

size_t RunWords::TellUnused(std::ostream& out, Language language) const {
  auto lists = named_;
  const auto found = projects_.lists();
  lists.insert(lists.end(), found.begin(), found.end());
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
