#include "config/word_files.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace bnlint {
namespace {

namespace fs = std::filesystem;

class WordFilesTest : public testing::Test {
 protected:
  WordFilesTest()
      : root_(fs::temp_directory_path() / ("bnlint-words-" + std::to_string(getpid()))) {
    fs::create_directories(root_ / "outer/repo/.git");
    fs::create_directories(root_ / "outer/repo/a/b");
    Write("outer/bnlint-words.txt", "বাইরে\n");
    Write("outer/repo/bnlint-words.txt", "মূলে\n");
    Write("outer/repo/a/bnlint-words.txt", "ভেতরে\n");
  }
  ~WordFilesTest() override { fs::remove_all(root_); }
  void Write(const std::string& name, const std::string& text) const {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name) << text;
  }
  [[nodiscard]] std::string Path(const std::string& name) const { return (root_ / name).string(); }
  fs::path root_;
};

TEST_F(WordFilesTest, AProjectsListsReachToTheRootOfItsRepository) {
  ProjectWords projects;
  AcceptedWords deep;
  ASSERT_TRUE(projects.AddFor(Path("outer/repo/a/b/x.txt"), deep));
  EXPECT_TRUE(deep.Accepts("ভেতরে"));
  EXPECT_TRUE(deep.Accepts("মূলে"));
  EXPECT_FALSE(deep.Accepts("বাইরে"));
  AcceptedWords top;
  ASSERT_TRUE(projects.AddFor(Path("outer/repo/x.txt"), top));
  EXPECT_FALSE(top.Accepts("ভেতরে"));
  EXPECT_TRUE(top.Accepts("মূলে"));
  AcceptedWords outside;
  ASSERT_TRUE(projects.AddFor(Path("outer/x.txt"), outside));
  EXPECT_TRUE(outside.Accepts("বাইরে"));
  EXPECT_EQ(projects.lists().size(), 3U);
}

TEST_F(WordFilesTest, ABadListNamesItsPlace) {
  Write("outer/repo/a/bnlint-words.txt", "এক\nদুই তিন\n");
  ProjectWords projects;
  AcceptedWords words;
  const auto added = projects.AddFor(Path("outer/repo/a/x.txt"), words);
  ASSERT_FALSE(added);
  ASSERT_EQ(added.error().size(), 1U);
  EXPECT_EQ(added.error()[0].line, 2U);
  EXPECT_TRUE(added.error()[0].path.ends_with("a/bnlint-words.txt")) << added.error()[0].path;
}

TEST_F(WordFilesTest, TheUsersListIsWhereTheDesktopsKeepSettings) {
  Write("config/bnlint/words.txt", "আমার\n");
  Write("home/.config/bnlint/words.txt", "ঘরে\n");
  // NOLINTBEGIN(concurrency-mt-unsafe): no other thread is running
  const char* home = std::getenv("HOME");
  const std::string before = home == nullptr ? "" : home;
  setenv("HOME", Path("home").c_str(), 1);
  setenv("XDG_CONFIG_HOME", Path("config").c_str(), 1);
  EXPECT_TRUE((*LoadUserWords())->Accepts("আমার"));
  setenv("XDG_CONFIG_HOME", "relative", 1);
  EXPECT_TRUE((*LoadUserWords())->Accepts("ঘরে"));
  setenv("XDG_CONFIG_HOME", Path("none").c_str(), 1);
  EXPECT_EQ(*LoadUserWords(), nullptr);
  unsetenv("XDG_CONFIG_HOME");
  unsetenv("HOME");
  EXPECT_EQ(*LoadUserWords(), nullptr);
  if (!before.empty()) setenv("HOME", before.c_str(), 1);
  // NOLINTEND(concurrency-mt-unsafe)
}

}  // namespace
}  // namespace bnlint
