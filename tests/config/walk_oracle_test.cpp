// Random trees with random ignore files; what Walk gives out must be what git itself calls untracked
// and not ignored.

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "config/walk.h"

namespace bnlint {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

// The output of git in `directory`, blind to the settings of whoever runs the test.
std::optional<std::string> Git(const fs::path& directory, const std::string& arguments) {
  const std::string command =
      "env -u GIT_DIR -u GIT_WORK_TREE -u GIT_INDEX_FILE -u GIT_COMMON_DIR HOME=/nonexistent "
      "XDG_CONFIG_HOME=/nonexistent GIT_CONFIG_NOSYSTEM=1 git -C '" +
      directory.string() + "' " + arguments + " 2>/dev/null";
  std::FILE* pipe = popen(command.c_str(), "re");
  if (pipe == nullptr) return std::nullopt;
  std::string output;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) output += static_cast<char>(c);
  return pclose(pipe) == 0 ? std::optional(output) : std::nullopt;
}

Names Sorted(Names names) {
  std::sort(names.begin(), names.end());
  return names;
}

// One random tree and its repository, gone with the object.
class Tree {
 public:
  explicit Tree(unsigned seed) : random_(seed), bengali_(seed % 3 == 0) {
    std::string name = fs::temp_directory_path() / "bnlint_oracle_XXXXXX";
    if (mkdtemp(name.data()) == nullptr) return;
    root_ = fs::canonical(name);
    valid_ = Git(root_, "init -q --template=").has_value();
    if (valid_) Fill(root_, 3);
    if (valid_ && Chance(3)) Write(root_ / ".git/info/exclude", IgnoreText());
  }
  ~Tree() { fs::remove_all(root_); }
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  [[nodiscard]] bool valid() const { return valid_; }
  [[nodiscard]] const fs::path& root() const { return root_; }
  [[nodiscard]] const std::vector<fs::path>& directories() const { return directories_; }
  [[nodiscard]] const std::string& story() const { return story_; }

 private:
  bool Chance(unsigned one_in) { return random_() % one_in == 0; }
  const std::string& Pick(const Names& from) { return from[random_() % from.size()]; }

  std::string Name() {
    // git's ? and […] match bytes and ours characters, so a tree has either those or Bengali names.
    static const Names kAscii = {"a",  "b",  "ab", "abc", "b.txt", "a.txt", ".a", "a b",
                                 "a ", "#a", "!a", "a-b", "[a]",   "a\\b",  "B"};
    static const Names kBengali = {"ক", "খ", "কখ", "ক.txt", "খ.txt", "কি", "a", ".ক"};
    return Pick(bengali_ ? kBengali : kAscii);
  }

  void Write(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    if (!text.empty()) story_ += path.string() + ":\n" + text + "----\n";
  }

  void Fill(const fs::path& directory, int depth) {
    Write(directory / "file", "");  // git does not know empty directories
    if (Chance(2) || depth == 3) Write(directory / ".gitignore", IgnoreText());
    for (unsigned i = 2 + random_() % 5; i > 0; --i) {
      const fs::path path = directory / Name();
      if (fs::exists(path)) continue;
      if (depth > 0 && Chance(2)) {
        directories_.push_back(path);
        Fill(path, depth - 1);
      } else {
        Write(path, "");
      }
    }
  }

  std::string IgnoreText() {
    std::string text = Chance(10) ? "\xEF\xBB\xBF" : "";
    const std::string line_end = Chance(5) ? "\r\n" : "\n";
    for (unsigned i = 1 + random_() % 4; i > 0; --i) {
      if (Chance(8)) text += Chance(2) ? "# comment" + line_end : line_end;
      if (Chance(3)) text += "!";
      text += Chance(3) && !bengali_ ? Noise() : Pattern();
      if (Chance(8)) text += " ";
      text += i == 1 && Chance(3) ? "" : line_end;
    }
    return text;
  }

  std::string Pattern() {
    std::string pattern = Chance(4) ? "/" : "";
    for (unsigned names = Chance(2) ? 1 : 1 + random_() % 3; names > 0; --names) {
      pattern += Chance(5) ? "**" : NamePattern();
      if (names > 1) pattern += "/";
    }
    return pattern + (Chance(4) ? "/" : "");
  }

  std::string NamePattern() {
    static const Names kWild = {"?", "[ab]", "[!a]", "[a-c]", "\\a", "[[:alpha:]]"};
    std::string pattern = Chance(3) ? "*" : Name();
    if (Chance(3) && !bengali_) pattern += Pick(kWild);
    // Two stars in a row are left to base/glob_test: git reads "a**/" as "a" and "**/" by mistake.
    if (Chance(3) && !pattern.ends_with('*')) pattern += "*";
    if (Chance(4)) pattern += Name();
    return pattern;
  }

  // Anything at all that may stand in a line.
  std::string Noise() {
    static const Names kPieces = {"a", "b", "a", "b",  "*", "?", "[", "]",  "!", "^",
                                  "-", "/", "/", "\\", "#", " ", ".", "[:", ":]"};
    std::string noise;
    for (unsigned i = 1 + random_() % 7; i > 0; --i) {
      const std::string& piece = Pick(kPieces);
      if (piece != "*" || !noise.ends_with('*')) noise += piece;
    }
    return noise;
  }

  std::mt19937 random_;
  bool bengali_;
  bool valid_ = false;
  fs::path root_;
  std::vector<fs::path> directories_;
  std::string story_;  // all ignore files, for the message when the test fails
};

Names GitFiles(const fs::path& directory) {
  const std::string output =
      Git(directory, "ls-files --others --exclude-standard -z").value_or("git failed");
  Names files;
  for (size_t at = 0; at < output.size();) {
    const size_t end = std::min(output.find('\0', at), output.size());
    files.push_back(output.substr(at, end - at));
    at = end + 1;
  }
  return Sorted(std::move(files));
}

Names WalkedFiles(const fs::path& directory) {
  WalkOptions options;
  options.hidden = true;
  WalkResult result = Walk({directory.string()}, options);
  for (const Error& error : result.errors) ADD_FAILURE() << error.ToString();
  for (std::string& file : result.files) file.erase(0, directory.string().size() + 1);
  return Sorted(std::move(result.files));
}

TEST(WalkOracle, AgreesWithGitOnRandomTrees) {
  if (!Git("/", "--version")) GTEST_SKIP() << "git is not installed";
  size_t left_out = 0;
  size_t below = 0;
  for (unsigned seed = 1; seed <= 300; ++seed) {
    const Tree tree(seed);
    ASSERT_TRUE(tree.valid());
    const Names files = GitFiles(tree.root());
    ASSERT_EQ(WalkedFiles(tree.root()), files) << "seed " << seed << "\n" << tree.story();
    WalkOptions all;
    all.hidden = true;
    all.respect_ignore = false;
    left_out += Walk({tree.root().string()}, all).files.size() - files.size();
    if (tree.directories().empty()) continue;
    // A walk that starts further down must find the ignore files above.
    const fs::path& start = tree.directories()[seed % tree.directories().size()];
    if (Git(tree.root(), "check-ignore -q '" + start.string() + "'")) continue;
    ASSERT_EQ(WalkedFiles(start), GitFiles(start)) << start << seed << "\n" << tree.story();
    ++below;
  }
  EXPECT_GT(left_out, 1000U);  // or the test would say little
  EXPECT_GT(below, 50U);
}

}  // namespace
}  // namespace bnlint
