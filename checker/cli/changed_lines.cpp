// git is asked for the patch, for the files that it does not show line by line, and for those that it knows.

#include "cli/changed_lines.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>

#include "cli/run_program.h"

namespace bnlint {
namespace {

namespace fs = std::filesystem;

// The name behind "+++ ", which git quotes as C does when there is a quote, a control or a backslash in it.
std::string Unquoted(std::string_view name) {
  if (!name.starts_with('"')) {
    // A name with blanks ends with a tab.
    return std::string(name.substr(0, name.find('\t')));
  }
  std::string out;
  for (size_t at = 1; at < name.size() && name[at] != '"'; ++at) {
    if (name[at] != '\\' || at + 1 >= name.size()) {
      out += name[at];
      continue;
    }
    const char c = name[++at];
    constexpr std::string_view kLetters = "abtnvfr";
    constexpr std::string_view kControls = "\a\b\t\n\v\f\r";
    if (c >= '0' && c <= '7' && at + 2 < name.size()) {
      out += static_cast<char>((c - '0') * 64 + (name[at + 1] - '0') * 8 + (name[at + 2] - '0'));
      at += 2;
    } else if (const size_t letter = kLetters.find(c); letter != std::string_view::npos) {
      out += kControls[letter];
    } else {
      out += c;
    }
  }
  return out;
}

// "12" or "12,3" at the begin of `text`: where lines begin and how many they are.
std::optional<std::pair<uint64_t, uint64_t>> Range(std::string_view text) {
  uint64_t begin = 0;
  uint64_t count = 1;
  const char* end = text.data() + text.size();
  auto read = std::from_chars(text.data(), end, begin);
  if (read.ec != std::errc()) return std::nullopt;
  if (read.ptr != end && *read.ptr == ',') read = std::from_chars(read.ptr + 1, end, count);
  if (read.ec != std::errc()) return std::nullopt;
  return std::pair(begin, count);
}

// The directory at or above `directory` that holds .git; empty when there is none.
fs::path RootOf(fs::path directory) {
  std::error_code error;
  while (!fs::exists(directory / ".git", error)) {
    if (directory == directory.parent_path()) return {};
    directory = directory.parent_path();
  }
  return directory;
}

// The directory of a file, links followed, but not a link that the file itself is: git tracks that one.
fs::path DirectoryOf(const std::string& path) {
  std::error_code error;
  const fs::path parent = fs::absolute(path, error).parent_path();
  const fs::path real = fs::weakly_canonical(parent, error);
  return error ? parent : real;
}

Result<std::string> Git(const std::string& root, std::vector<std::string> arguments) {
  std::vector<std::string> all = {"git", "-C", root, "-c", "core.quotePath=false"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  auto output = RunProgram(all);
  if (!output) return Fail("--changed-since needs git, which " + output.error().message);
  if (output->status == 0) return std::move(output->out);
  std::string why = output->err.substr(0, output->err.find('\n'));
  if (why.starts_with("fatal: ")) why.erase(0, 7);
  return Fail("--changed-since: git says: " + why, root);
}

std::vector<std::string> Differences(const std::string& revision, std::vector<std::string> how) {
  std::vector<std::string> arguments = {"-c",
                                        "diff.relative=false",
                                        "diff",
                                        "--no-color",
                                        "--no-ext-diff",
                                        "--no-textconv",
                                        "--find-renames",
                                        "--ignore-submodules"};
  arguments.insert(arguments.end(), how.begin(), how.end());
  arguments.insert(arguments.end(), {revision, "--"});
  return arguments;
}

// Of --numstat -z: the names of files that git shows no lines of.
std::set<std::string> BinaryFiles(std::string_view stat) {
  std::set<std::string> names;
  const auto field = [&] {
    const std::string_view text = stat.substr(0, stat.find('\0'));
    stat.remove_prefix(std::min(stat.size(), text.size() + 1));
    return text;
  };
  while (!stat.empty()) {
    const std::string_view line = field();
    const size_t tab = line.rfind('\t');
    std::string_view name = line.substr(tab == std::string_view::npos ? 0 : tab + 1);
    if (name.empty()) {  // renamed: the old and the new name follow
      field();
      name = field();
    }
    if (line.starts_with("-\t-\t")) names.emplace(name);
  }
  return names;
}

std::set<std::string, std::less<>> Names(std::string_view list) {
  std::set<std::string, std::less<>> names;
  while (!list.empty()) {
    const std::string_view name = list.substr(0, list.find('\0'));
    names.emplace(name);
    list.remove_prefix(std::min(list.size(), name.size() + 1));
  }
  return names;
}

}  // namespace

std::map<std::string, std::vector<LineRange>> ParseChangedLines(std::string_view patch) {
  std::map<std::string, std::vector<LineRange>> files;
  std::vector<LineRange>* file = nullptr;
  uint64_t removed = 0;  // lines of the hunk at hand that are still to come
  uint64_t added = 0;
  while (!patch.empty()) {
    const std::string_view line = patch.substr(0, patch.find('\n'));
    patch.remove_prefix(std::min(patch.size(), line.size() + 1));
    if (removed > 0 && line.starts_with('-')) {
      --removed;
    } else if (added > 0 && line.starts_with('+')) {
      --added;
    } else if (line.starts_with("+++ ")) {
      std::string name = Unquoted(line.substr(4));
      file = name.starts_with("b/") ? &files[name.substr(2)] : nullptr;  // else /dev/null
    } else if (line.starts_with("@@ -")) {
      const size_t plus = line.find(" +");
      const auto old_lines = Range(line.substr(4));
      const auto new_lines =
          plus == std::string_view::npos ? std::nullopt : Range(line.substr(plus + 2));
      if (!old_lines || !new_lines) continue;
      removed = old_lines->second;
      added = new_lines->second;
      if (file != nullptr && added > 0)
        file->push_back({new_lines->first, new_lines->first + added - 1});
    }
  }
  return files;
}

Result<ChangedLines> ChangedLines::Since(const std::string& revision,
                                         const std::vector<std::string>& paths) {
  if (revision.empty() || revision.starts_with('-')) {
    return Fail("--changed-since: '" + revision + "' is no revision");
  }
  std::map<fs::path, fs::path> roots;  // of directories
  std::map<std::string, std::vector<std::string>> by_root;
  ChangedLines changed;
  for (const std::string& path : paths) {
    if (path == "-") {
      changed.files_[path].whole = true;
      continue;
    }
    const fs::path directory = DirectoryOf(path);
    const auto [known, is_new] = roots.try_emplace(directory);
    if (is_new) known->second = RootOf(directory);
    if (known->second.empty()) {
      return Fail("--changed-since: lies in no git repository", path);
    }
    by_root[known->second.string()].push_back(path);
  }
  for (const auto& [root, files] : by_root) {
    if (auto asked = changed.Ask(revision, root, files); !asked)
      return tl::unexpected(asked.error());
  }
  return changed;
}

Result<void> ChangedLines::Ask(const std::string& revision, const std::string& root,
                               const std::vector<std::string>& paths) {
  const auto patch = Git(root, Differences(revision, {"--unified=0", "--inter-hunk-context=0",
                                                      "--src-prefix=a/", "--dst-prefix=b/"}));
  if (!patch) return tl::unexpected(patch.error());
  const auto stat = Git(root, Differences(revision, {"--numstat", "-z"}));
  if (!stat) return tl::unexpected(stat.error());
  const auto tracked = Git(root, {"ls-files", "-z"});
  if (!tracked) return tl::unexpected(tracked.error());
  const auto lines = ParseChangedLines(*patch);
  const auto binary = BinaryFiles(*stat);
  const auto known = Names(*tracked);
  for (const std::string& path : paths) {
    const std::string name =
        (DirectoryOf(path) / fs::path(path).filename()).lexically_relative(root).generic_string();
    File& file = files_[path];
    file.whole = !known.contains(name) || binary.contains(name);
    if (const auto found = lines.find(name); found != lines.end()) file.lines = found->second;
  }
  return {};
}

bool ChangedLines::Holds(const std::string& path, uint64_t first, uint64_t last) const {
  const auto file = files_.find(path);
  if (file == files_.end()) return false;
  if (file->second.whole) return true;
  const auto& lines = file->second.lines;
  const auto range = std::partition_point(lines.begin(), lines.end(),
                                          [&](const LineRange& r) { return r.last < first; });
  return range != lines.end() && range->first <= last;
}

}  // namespace bnlint
