#include "config/gitignore.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace bnlint {
namespace {

namespace fs = std::filesystem;

// Without the spaces at its end that no '\' makes part of the pattern.
std::string_view TrimEnd(std::string_view line) {
  size_t end = 0;
  for (size_t at = 0; at < line.size(); ++at) {
    const bool space = line[at] == ' ';
    if (line[at] == '\\') ++at;
    if (!space) end = at + 1;
  }
  return line.substr(0, end);
}

// The text of a regular file, empty when there is none.
std::string ReadIfThere(const fs::path& path, Errors& errors) {
  constexpr std::string_view kAdvice = "; make it readable or remove it";
  std::error_code error;
  const fs::file_type type = fs::status(path, error).type();
  if (type == fs::file_type::none) {
    errors.push_back({"cannot read it: " + error.message().append(kAdvice), path});
  }
  if (type != fs::file_type::regular) return {};
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file) {
    errors.push_back(
        {std::string("cannot read it: ").append(std::strerror(errno)).append(kAdvice), path});
  }
  return text;
}

// The path that a file consists of, behind `key`; empty when it does not.
fs::path ReadPath(const fs::path& file, std::string_view key, Errors& errors) {
  const std::string text = ReadIfThere(file, errors);
  if (!text.starts_with(key)) return {};
  const size_t end = text.find_last_not_of("\r\n") + 1;
  return end <= key.size() ? fs::path() : fs::path(text.substr(key.size(), end - key.size()));
}

// The .git/info/exclude of `directory`. In a worktree or a submodule .git is a file that names the
// real one, and a worktree's again names the one of the main worktree.
fs::path ExcludeFile(const fs::path& directory, Errors& errors) {
  fs::path git = directory / ".git";
  std::error_code ignored;
  if (fs::is_regular_file(git, ignored)) {
    const fs::path real = ReadPath(git, "gitdir: ", errors);
    if (!real.empty()) git = directory / real;
  }
  return git / ReadPath(git / "commondir", "", errors) / "info/exclude";
}

}  // namespace

IgnoreFile IgnoreFile::Parse(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  IgnoreFile file;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    file.AddLine(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return file;
}

void IgnoreFile::AddLine(std::string_view line) {
  if (line.starts_with('#')) return;
  line = TrimEnd(line);
  const bool negated = line.starts_with('!');
  if (negated) line.remove_prefix(1);
  const bool directory_only = line.ends_with('/');
  if (directory_only) line.remove_suffix(1);
  const bool name_only = line.find('/') == std::string_view::npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.empty()) return;
  if (Result<Glob> glob = Glob::Parse(line)) {
    patterns_.push_back({*std::move(glob), negated, directory_only, name_only});
  }
}

IgnoreVerdict IgnoreFile::Match(std::string_view path, bool is_directory) const {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  for (size_t i = patterns_.size(); i-- > 0;) {
    const Pattern& pattern = patterns_[i];
    if (pattern.directory_only && !is_directory) continue;
    if (!pattern.glob.Matches(pattern.name_only ? name : path)) continue;
    return pattern.negated ? IgnoreVerdict::kIncluded : IgnoreVerdict::kIgnored;
  }
  return IgnoreVerdict::kNone;
}

IgnoreScopes EnterScope(IgnoreScopes above, const std::string& directory, Errors& errors) {
  const fs::path path = directory;
  IgnoreScope scope;
  scope.prefix = directory.ends_with('/') ? directory.size() : directory.size() + 1;
  scope.own = IgnoreFile::Parse(ReadIfThere(path / ".bnlintignore", errors));
  scope.git = IgnoreFile::Parse(ReadIfThere(path / ".gitignore", errors));
  std::error_code ignored;
  scope.repository = fs::exists(path / ".git", ignored);
  if (scope.repository) {
    scope.exclude = IgnoreFile::Parse(ReadIfThere(ExcludeFile(path, errors), errors));
  } else if (scope.own.empty() && scope.git.empty()) {
    return above;
  }
  scope.above = std::move(above);
  return std::make_shared<const IgnoreScope>(std::move(scope));
}

IgnoreScopes ScopesAbove(const std::string& directory, Errors& errors) {
  IgnoreScopes scopes;
  size_t end = directory.find('/');
  while (end != std::string::npos && end + 1 < directory.size()) {
    scopes = EnterScope(std::move(scopes), directory.substr(0, std::max<size_t>(end, 1)), errors);
    end = directory.find('/', end + 1);
  }
  return scopes;
}

bool IsIgnored(const IgnoreScopes& scopes, std::string_view path, bool is_directory) {
  auto verdict = IgnoreVerdict::kNone;
  const auto ask = [&](const IgnoreScope& scope, const IgnoreFile& file) {
    verdict = file.Match(path.substr(scope.prefix), is_directory);
    return verdict != IgnoreVerdict::kNone;
  };
  for (const IgnoreScope* scope = scopes.get(); scope != nullptr; scope = scope->above.get()) {
    if (ask(*scope, scope->own)) return verdict == IgnoreVerdict::kIgnored;
  }
  for (const IgnoreScope* scope = scopes.get(); scope != nullptr; scope = scope->above.get()) {
    if (ask(*scope, scope->git)) break;
    if (scope->repository) {
      ask(*scope, scope->exclude);
      break;
    }
  }
  return verdict == IgnoreVerdict::kIgnored;
}

}  // namespace bnlint
