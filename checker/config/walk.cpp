#include "config/walk.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "config/gitignore.h"

namespace bnlint {
namespace {

namespace fs = std::filesystem;

struct Entry {
  std::string name;
  bool is_directory;
};

// A directory by its two names.
struct Place {
  std::string shown;  // as the user would write it, ready for a name to follow: "", "docs/", "/"
  std::string real;   // absolute, without symbolic links: what ignore files are about
};

class Walker {
 public:
  explicit Walker(const WalkOptions& options) : options_(options) {}

  void Take(const std::string& path);
  WalkResult Finish() && { return std::move(result_); }

 private:
  void TakeDirectory(const std::string& path);
  void Descend(const Place& place, const IgnoreScopes& above);
  std::vector<Entry> List(const Place& place);
  [[nodiscard]] bool Skips(const std::string& name) const {
    return name == ".git" || (!options_.hidden && name.starts_with('.'));
  }
  void Fault(const std::string& path, std::string message) {
    result_.errors.push_back({std::move(message), path});
  }

  const WalkOptions& options_;
  WalkResult result_;
};

void Walker::Take(const std::string& path) {
  std::error_code error;
  const fs::file_type type = path == "-" ? fs::file_type::regular : fs::status(path, error).type();
  if (type == fs::file_type::not_found) {
    Fault(path, "no such file or directory; check the spelling and the working directory");
  } else if (type == fs::file_type::none) {
    Fault(path, "cannot look it up: " + error.message());
  } else if (type == fs::file_type::directory) {
    TakeDirectory(path);
  } else {
    result_.files.push_back(path);
  }
}

void Walker::TakeDirectory(const std::string& path) {
  std::error_code error;
  const std::string real = fs::canonical(path, error);
  if (error) return Fault(path, "cannot look it up: " + error.message());
  Place place = {path.substr(0, path.find_last_not_of('/') + 1), real};
  place.shown = place.shown == "." ? "" : place.shown + '/';
  Descend(place, options_.respect_ignore ? ScopesAbove(real, result_.errors) : nullptr);
}

void Walker::Descend(const Place& place, const IgnoreScopes& above) {
  const std::vector<Entry> entries = List(place);
  if (entries.empty()) return;
  const IgnoreScopes scopes =
      options_.respect_ignore ? EnterScope(above, place.real, result_.errors) : nullptr;
  const std::string prefix = place.real.ends_with('/') ? place.real : place.real + '/';
  for (const Entry& entry : entries) {
    // A file called "-" must not turn into standard input.
    const bool dash = place.shown.empty() && entry.name == "-";
    Place inner = {dash ? "./-" : place.shown + entry.name, prefix + entry.name};
    if (!entry.is_directory && options_.wanted && !options_.wanted(inner.shown)) continue;
    if (IsIgnored(scopes, inner.real, entry.is_directory)) continue;
    if (entry.is_directory) {
      inner.shown += '/';
      Descend(inner, scopes);
    } else {
      result_.files.push_back(std::move(inner.shown));
    }
  }
}

// The files and directories of interest, sorted.
std::vector<Entry> Walker::List(const Place& place) {
  std::vector<Entry> entries;
  std::error_code error;
  fs::directory_iterator at(place.real, error);
  for (; !error && at != fs::directory_iterator(); at.increment(error)) {
    std::string name = at->path().filename();
    if (Skips(name)) continue;
    std::error_code ignored;  // what has vanished meanwhile is neither
    const bool is_directory = !at->is_symlink(ignored) && at->is_directory(ignored);
    if (is_directory || at->is_regular_file(ignored)) {
      entries.push_back({std::move(name), is_directory});
    }
  }
  if (error) {
    const size_t end = place.shown.find_last_not_of('/') + 1;
    Fault(end == 0 ? place.real : place.shown.substr(0, end),
          "cannot read the directory: " + error.message() +
              "; make it readable or name it in .bnlintignore");
  }
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.name < b.name; });
  return entries;
}

// Keeps the first of each.
void DropRepeated(std::vector<std::string>& files) {
  std::unordered_set<std::string> seen;
  std::vector<std::string> kept;
  for (std::string& file : files) {
    if (seen.insert(file).second) kept.push_back(std::move(file));
  }
  files = std::move(kept);
}

}  // namespace

WalkResult Walk(const std::vector<std::string>& paths, const WalkOptions& options) {
  Walker walker(options);
  for (const std::string& path : paths) walker.Take(path);
  WalkResult result = std::move(walker).Finish();
  if (paths.size() > 1) DropRepeated(result.files);
  return result;
}

}  // namespace bnlint
