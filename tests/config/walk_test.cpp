#include "config/walk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace bnlint {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Each test runs in an empty directory of its own.
class WalkTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = fs::temp_directory_path() / "bnlint_walk_XXXXXX";
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    root_ = fs::canonical(name);
    fs::current_path(root_);
  }
  void TearDown() override {
    fs::current_path(before_);
    fs::remove_all(root_);
  }

  static void Write(const fs::path& path, std::string_view text = {}) {
    if (path.has_parent_path()) fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }
  static std::vector<std::string> Files(const std::vector<std::string>& paths,
                                        const WalkOptions& options = {}) {
    const WalkResult result = Walk(paths, options);
    EXPECT_THAT(result.errors, IsEmpty());
    return result.files;
  }

  fs::path root_;

 private:
  fs::path before_ = fs::current_path();
};

TEST_F(WalkTest, GoesDepthFirstInByteOrder) {
  for (const char* path : {"b.txt", "B.txt", "a/z.txt", "a/b/c.txt", "a.txt", "a/ক.txt"})
    Write(path);
  EXPECT_THAT(Files({"."}),
              ElementsAre("B.txt", "a/b/c.txt", "a/z.txt", "a/ক.txt", "a.txt", "b.txt"));
}

TEST_F(WalkTest, JoinsPathsAsGiven) {
  Write("d/e/a.txt");
  EXPECT_THAT(Files({"./"}), ElementsAre("d/e/a.txt"));
  EXPECT_THAT(Files({"d"}), ElementsAre("d/e/a.txt"));
  EXPECT_THAT(Files({"d//"}), ElementsAre("d/e/a.txt"));
  EXPECT_THAT(Files({"./d"}), ElementsAre("./d/e/a.txt"));
  EXPECT_THAT(Files({"d/../d/e"}), ElementsAre("d/../d/e/a.txt"));
  EXPECT_THAT(Files({root_ / "d"}), ElementsAre(root_ / "d/e/a.txt"));
  fs::current_path("d");
  EXPECT_THAT(Files({".."}), ElementsAre("../d/e/a.txt"));
}

TEST_F(WalkTest, TakesAGivenFileWhateverItIs) {
  Write(".gitignore", "*\n");
  Write(".hidden");
  Write("a.bin");
  WalkOptions options;
  options.wanted = [](std::string_view) { return false; };
  EXPECT_THAT(Files({"a.bin", "-", ".hidden", "./a.bin", "/dev/null"}, options),
              ElementsAre("a.bin", "-", ".hidden", "./a.bin", "/dev/null"));
}

TEST_F(WalkTest, GivesEveryPathOnceWhereItCameFirst) {
  Write("a.txt");
  Write("b.txt");
  EXPECT_THAT(Files({"b.txt", "-", ".", "b.txt", "-"}), ElementsAre("b.txt", "-", "a.txt"));
}

TEST_F(WalkTest, AsksWhichFilesAreWanted) {
  for (const char* path : {"a.txt", "b.bin", "d.bin/c.txt"}) Write(path);
  WalkOptions options;
  options.wanted = [](std::string_view path) { return path.ends_with(".txt"); };
  EXPECT_THAT(Files({"."}, options), ElementsAre("a.txt", "d.bin/c.txt"));
}

TEST_F(WalkTest, SkipsHiddenNamesUnlessAsked) {
  for (const char* path : {".a", ".d/a", ".git/config", "d/.b", "d/b", "d/.git"}) Write(path);
  EXPECT_THAT(Files({"."}), ElementsAre("d/b"));
  EXPECT_THAT(Files({".d"}), ElementsAre(".d/a"));
  WalkOptions options;
  options.hidden = true;
  EXPECT_THAT(Files({"."}, options), ElementsAre(".a", ".d/a", "d/.b", "d/b"));
}

TEST_F(WalkTest, RespectsIgnoreFilesAtEveryLevelWithoutARepositoryToo) {
  Write(".gitignore", "*.log\n/d/x\nbuild/\n");
  Write("d/.gitignore", "!keep.log\n");
  for (const char* path : {"a.log", "keep.log", "d/keep.log", "d/x", "x", "d/build/keep.log"})
    Write(path);
  EXPECT_THAT(Files({"."}), ElementsAre("d/keep.log", "x"));
  EXPECT_THAT(Files({"d"}), ElementsAre("d/keep.log"));              // the parent's file counts
  EXPECT_THAT(Files({"d/build"}), ElementsAre("d/build/keep.log"));  // given, so meant
  WalkOptions options;
  options.respect_ignore = false;
  EXPECT_EQ(Files({"."}, options).size(), 6U);
}

TEST_F(WalkTest, BnlintignoreWinsOverGitignore) {
  Write(".bnlintignore", "!a\nb\n");
  Write("d/.gitignore", "a\n!b\n");
  for (const char* path : {"d/a", "d/b", "d/c"}) Write(path);
  EXPECT_THAT(Files({"."}), ElementsAre("d/a", "d/c"));
}

TEST_F(WalkTest, GitignoreStopsAtTheRepositoryButBnlintignoreDoesNot) {
  Write(".gitignore", "a\n");
  Write(".bnlintignore", "b\n");
  Write("repo/.git/info/exclude", "c\n");
  Write("repo/.gitignore", "!d\n");
  for (const char* path : {"repo/s/a", "repo/s/b", "repo/s/c", "repo/s/d", "c"}) Write(path);
  EXPECT_THAT(Files({"."}), ElementsAre("c", "repo/s/a", "repo/s/d"));
  EXPECT_THAT(Files({"repo/s"}), ElementsAre("repo/s/a", "repo/s/d"));
}

TEST_F(WalkTest, FindsTheExcludeFileOfAWorktree) {
  Write("main/.git/info/exclude", "a\n");
  Write("main/.git/worktrees/w/commondir", "../..\n");
  Write("w/.git", "gitdir: " + (root_ / "main/.git/worktrees/w").string() + "\n");
  Write("sub/.git", "gitdir: ../main/.git\n");
  Write("odd/.git", "nonsense");
  for (const char* path : {"w/a", "w/b", "sub/a", "sub/b", "odd/a", "main/a"}) Write(path);
  EXPECT_THAT(Files({"."}), ElementsAre("odd/a", "sub/b", "w/b"));
}

TEST_F(WalkTest, FollowsLinksToFilesAndNotToDirectories) {
  Write("d/a.txt");
  fs::create_symlink("a.txt", "d/b.txt");
  fs::create_directory_symlink("..", "d/up");
  fs::create_symlink("nowhere", "d/gone.txt");
  fs::create_directory_symlink("d", "link");
  EXPECT_THAT(Files({"."}), ElementsAre("d/a.txt", "d/b.txt"));
  EXPECT_THAT(Files({"link"}), ElementsAre("link/a.txt", "link/b.txt"));
}

TEST_F(WalkTest, AFileCalledDashIsNotStandardInput) {
  Write("-");
  EXPECT_THAT(Files({"."}), ElementsAre("./-"));
}

TEST_F(WalkTest, ReportsWhatIsMissingAndGoesOn) {
  Write("a.txt");
  fs::create_symlink("nowhere", "gone");
  const WalkResult result = Walk({"none", "a.txt/b", "gone", "", "a.txt"}, {});
  EXPECT_THAT(result.files, ElementsAre("a.txt"));
  ASSERT_EQ(result.errors.size(), 4U);
  EXPECT_EQ(result.errors[0].path, "none");
  EXPECT_THAT(result.errors[0].message, HasSubstr("no such file or directory; "));
  EXPECT_EQ(result.errors[2].path, "gone");
}

TEST_F(WalkTest, ReportsWhatCannotBeReadAndGoesOn) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  for (const char* path : {"a.txt", "d/b.txt", "e/.gitignore", "e/c.txt"}) Write(path);
  fs::permissions("d", fs::perms::none);
  fs::permissions("e/.gitignore", fs::perms::none);
  const WalkResult result = Walk({"."}, {});
  fs::permissions("d", fs::perms::owner_all);
  EXPECT_THAT(result.files, ElementsAre("a.txt", "e/c.txt"));
  ASSERT_EQ(result.errors.size(), 2U);
  EXPECT_EQ(result.errors[0].path, "d");
  EXPECT_THAT(result.errors[0].message, HasSubstr("cannot read the directory: Permission denied"));
  EXPECT_EQ(result.errors[1].path, root_ / "e/.gitignore");
}

}  // namespace
}  // namespace bnlint
