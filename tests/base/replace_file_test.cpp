#include "base/replace_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "base/atomic_file.h"

namespace bnlint {
namespace {

namespace fs = std::filesystem;

class ReplaceFileTest : public testing::Test {
 protected:
  ReplaceFileTest()
      : folder_(fs::temp_directory_path() / ("bnlint-replace-" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
  }
  ~ReplaceFileTest() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string Path(const std::string& name) const { return folder_ / name; }
  void Write(const std::string& name, const std::string& text) const {
    std::ofstream(Path(name), std::ios::binary) << text;
  }
  [[nodiscard]] std::string Read(const std::string& name) const {
    std::ifstream in(Path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  [[nodiscard]] size_t Entries() const {
    return static_cast<size_t>(std::distance(fs::directory_iterator(folder_), {}));
  }
  [[nodiscard]] struct stat Stat(const std::string& name) const {
    struct stat there {};
    stat(Path(name).c_str(), &there);
    return there;
  }
  static std::string MessageOf(const Result<void>& result) {
    return result ? "" : result.error().message;
  }

  const fs::path folder_;
};

TEST_F(ReplaceFileTest, PutsTheNewInThePlaceOfTheOld) {
  Write("a.txt", "old\r\n");
  chmod(Path("a.txt").c_str(), 0640);
  const ino_t old_node = Stat("a.txt").st_ino;
  ASSERT_TRUE(ReplaceFile(Path("a.txt"), "old\r\n", std::string("new\0\r\n", 6)));
  EXPECT_EQ(Read("a.txt"), std::string("new\0\r\n", 6));
  EXPECT_EQ(Stat("a.txt").st_mode & 07777U, 0640U);
  EXPECT_NE(Stat("a.txt").st_ino, old_node) << "written in place, not replaced";
  EXPECT_EQ(Entries(), 1U);
}

TEST_F(ReplaceFileTest, KeepsTheOwner) {
  if (geteuid() != 0) GTEST_SKIP() << "only the administrator may give files away";
  Write("a.txt", "old");
  ASSERT_EQ(chown(Path("a.txt").c_str(), 12345, 23456), 0);
  chmod(Path("a.txt").c_str(), 04755);
  ASSERT_TRUE(ReplaceFile(Path("a.txt"), "old", "new"));
  EXPECT_EQ(Stat("a.txt").st_uid, 12345U);
  EXPECT_EQ(Stat("a.txt").st_gid, 23456U);
  EXPECT_EQ(Stat("a.txt").st_mode & 07777U, 04755U);
}

TEST_F(ReplaceFileTest, DoesNotOverwriteWhatChangedMeanwhile) {
  Write("a.txt", "theirs");
  EXPECT_EQ(MessageOf(ReplaceFile(Path("a.txt"), "old...", "new")),
            "it changed while it was being checked; nothing was written");
  EXPECT_EQ(Read("a.txt"), "theirs");
  // Longer or shorter with the same beginning.
  EXPECT_FALSE(ReplaceFile(Path("a.txt"), "their", "new"));
  EXPECT_FALSE(ReplaceFile(Path("a.txt"), "theirs!", "new"));
  EXPECT_EQ(Entries(), 1U);
  // The same file by two names: the other one was quicker.
  EXPECT_TRUE(ReplaceFile(Path("a.txt"), "old", "theirs"));
}

TEST_F(ReplaceFileTest, FollowsSymbolicLinks) {
  fs::create_directory(Path("there"));
  Write("there/a.txt", "old");
  fs::create_symlink("there/a.txt", Path("one"));
  fs::create_symlink("one", Path("two"));
  ASSERT_TRUE(ReplaceFile(Path("two"), "old", "new"));
  EXPECT_TRUE(fs::is_symlink(Path("one")));
  EXPECT_TRUE(fs::is_symlink(Path("two")));
  EXPECT_FALSE(fs::is_symlink(Path("there/a.txt")));
  EXPECT_EQ(Read("there/a.txt"), "new");
  fs::create_symlink("nowhere", Path("dangling"));
  EXPECT_FALSE(ReplaceFile(Path("dangling"), "", "new"));
  EXPECT_FALSE(fs::exists(Path("nowhere")));
}

TEST_F(ReplaceFileTest, RefusesWhatItWouldSpoil) {
  Write("a.txt", "old");
  fs::create_hard_link(Path("a.txt"), Path("b.txt"));
  EXPECT_EQ(MessageOf(ReplaceFile(Path("a.txt"), "old", "new")),
            "cannot write it: it has other names (hard links), which would keep the old text");
  fs::remove(Path("b.txt"));
  chmod(Path("a.txt").c_str(), 0444);
  EXPECT_EQ(MessageOf(ReplaceFile(Path("a.txt"), "old", "new")),
            "cannot write it: it is read-only");
  EXPECT_EQ(Read("a.txt"), "old");
  EXPECT_EQ(MessageOf(ReplaceFile(folder_, "old", "new")),
            "cannot write it: it is no regular file");
  EXPECT_EQ(MessageOf(ReplaceFile("/dev/null", "", "new")),
            "cannot write it: it is no regular file");
  EXPECT_EQ(MessageOf(ReplaceFile(Path("none.txt"), "old", "new")),
            "cannot write it: No such file or directory");
  EXPECT_EQ(Entries(), 1U);
}

TEST_F(ReplaceFileTest, RefusesAFolderThatTakesNoFile) {
  if (geteuid() == 0) GTEST_SKIP() << "the administrator may write anywhere";
  Write("a.txt", "old");
  chmod(folder_.c_str(), 0555);
  EXPECT_EQ(MessageOf(ReplaceFile(Path("a.txt"), "old", "new")),
            "cannot write it: Permission denied");
  chmod(folder_.c_str(), 0755);
  EXPECT_EQ(Read("a.txt"), "old");
}

// With and without a name for the temporary file.
class AtomicFileTest : public ReplaceFileTest, public testing::WithParamInterface<bool> {};

TEST_P(AtomicFileTest, IsThereAsAWholeOrNotAtAll) {
  {
    auto file = AtomicFile::Create(Path("new.txt"), GetParam());
    ASSERT_TRUE(file);
    file->stream() << "half";
    file->stream().flush();
    EXPECT_FALSE(fs::exists(Path("new.txt")));
    EXPECT_EQ(Entries(), GetParam() ? 0U : 1U);
  }
  EXPECT_EQ(Entries(), 0U) << "what is not committed leaves nothing";
  auto file = AtomicFile::Create(Path("new.txt"), GetParam());
  ASSERT_TRUE(file);
  const std::string big(300'000, 'x');
  file->stream() << big << 'y';
  ASSERT_TRUE(file->Commit());
  EXPECT_EQ(Read("new.txt"), big + 'y');
  EXPECT_EQ(Entries(), 1U);
  const mode_t mask = umask(0);
  umask(mask);
  EXPECT_EQ(Stat("new.txt").st_mode & 07777U, 0666U & ~mask);
}

TEST_P(AtomicFileTest, ALastLookMayForbidIt) {
  Write("a.txt", "old");
  auto file = AtomicFile::Create(Path("a.txt"), GetParam());
  ASSERT_TRUE(file);
  file->stream() << "new";
  EXPECT_EQ(MessageOf(file->Commit([]() -> Result<void> { return Fail("no"); })), "no");
  EXPECT_EQ(Read("a.txt"), "old");
}

TEST_P(AtomicFileTest, WritesToADeviceDirectly) {
  auto file = AtomicFile::Create("/dev/null", GetParam());
  ASSERT_TRUE(file);
  file->stream() << "gone";
  EXPECT_TRUE(file->Commit());
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  auto full = AtomicFile::Create("/dev/full", GetParam());
  ASSERT_TRUE(full);
  full->stream() << "too much";
  EXPECT_EQ(MessageOf(full->Commit()), "cannot write it: No space left on device");
}

TEST_P(AtomicFileTest, FailsWhereNothingCanBe) {
  EXPECT_FALSE(AtomicFile::Create(Path("none/a.txt"), GetParam()));
  EXPECT_FALSE(AtomicFile::Create(folder_, GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Names, AtomicFileTest, testing::Bool());

}  // namespace
}  // namespace bnlint
