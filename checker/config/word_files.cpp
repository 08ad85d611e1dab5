#include "config/word_files.h"

#include <cstdlib>
#include <filesystem>

#include "config/paths.h"

namespace bnlint {
namespace {

namespace fs = std::filesystem;

// An environment variable; empty when it is not set.
std::string Variable(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe)
  return value == nullptr ? "" : value;
}

bool Exists(const fs::path& path) {
  std::error_code error;
  return fs::exists(path, error);
}

}  // namespace

std::string UserWordsPath() {
  fs::path home = Variable("XDG_CONFIG_HOME");
  // The specification says to pass over a relative one.
  if (!home.is_absolute()) {
    if (Variable("HOME").empty()) return {};
    home = fs::path(Variable("HOME")) / ".config";
  }
  return (home / "bnlint" / "words.txt").string();
}

tl::expected<std::shared_ptr<const WordList>, Errors> LoadUserWords() {
  const std::string path = UserWordsPath();
  if (path.empty() || !Exists(path)) return nullptr;
  return WordList::Load(path);
}

tl::expected<void, Errors> ProjectWords::AddFor(const std::string& path, AcceptedWords& words) {
  std::error_code error;
  fs::path directory = fs::absolute(path, error).lexically_normal().parent_path();
  while (!directory.empty()) {
    const auto found = Look(directory.string());
    if (!found) return tl::unexpected(found.error());
    if (found->list) words.Add(found->list);
    const fs::path parent = directory.parent_path();
    if (found->is_root || parent == directory) break;
    directory = parent;
  }
  return {};
}

tl::expected<ProjectWords::Directory, Errors> ProjectWords::Look(const std::string& directory) {
  const auto known = seen_.find(directory);
  if (known != seen_.end()) return known->second;
  Directory found;
  const fs::path path = fs::path(directory) / kProjectWords;
  found.is_root = Exists(fs::path(directory) / ".git");
  if (Exists(path)) {
    auto list = WordList::Load(ShownPath(path.string()));
    if (!list) return tl::unexpected(list.error());
    found.list = std::move(*list);
  }
  return seen_.emplace(directory, std::move(found)).first->second;
}

std::vector<std::shared_ptr<const WordList>> ProjectWords::lists() const {
  std::vector<std::shared_ptr<const WordList>> lists;
  for (const auto& [directory, found] : seen_) {
    if (found.list) lists.push_back(found.list);
  }
  return lists;
}

}  // namespace bnlint
