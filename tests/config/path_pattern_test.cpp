#include "config/path_pattern.h"

#include <gtest/gtest.h>

#include <string>

namespace bnlint {
namespace {

bool Matches(const std::string& pattern, const std::string& path) {
  const auto parsed = PathPattern::Parse(pattern);
  if (!parsed) throw std::runtime_error(parsed.error().ToString());
  return parsed->Matches(path);
}

TEST(PathPattern, WithoutASlashNamesAnythingAtAnyDepth) {
  EXPECT_TRUE(Matches("*.md", "a.md"));
  EXPECT_TRUE(Matches("*.md", "a/b/c.md"));
  EXPECT_TRUE(Matches("drafts", "a/drafts/c.md"));
  EXPECT_FALSE(Matches("drafts", "a/drafts2/c.md"));
  EXPECT_FALSE(Matches("*.md", "a.mdx"));
  EXPECT_TRUE(Matches("খসড়া*", "লেখা/খসড়া ১.txt"));
}

TEST(PathPattern, WithASlashIsAPathFromTheTop) {
  EXPECT_TRUE(Matches("a/*.md", "a/b.md"));
  EXPECT_TRUE(Matches("a/*", "a/b/c.md"));  // b, and so all below
  EXPECT_FALSE(Matches("a/*.md", "x/a/b.md"));
  EXPECT_TRUE(Matches("**/a/*.md", "x/a/b.md"));
  EXPECT_TRUE(Matches("/b.md", "b.md"));
  EXPECT_FALSE(Matches("/b.md", "a/b.md"));
  EXPECT_TRUE(Matches("./b.md", "b.md"));
  EXPECT_FALSE(Matches("./b.md", "a/b.md"));
}

TEST(PathPattern, WithASlashAtTheEndWantsADirectory) {
  EXPECT_TRUE(Matches("drafts/", "drafts/a.txt"));
  EXPECT_TRUE(Matches("drafts/", "a/drafts/b/c.txt"));
  EXPECT_FALSE(Matches("drafts/", "a/drafts"));
  EXPECT_TRUE(Matches("a/drafts/", "a/drafts/x"));
  EXPECT_FALSE(Matches("a/drafts/", "b/a/drafts/x"));
}

TEST(PathPattern, RefusesWhatItCannotMean) {
  for (const char* pattern : {"", "/", "!a", "[a", "a\\"}) {
    EXPECT_FALSE(PathPattern::Parse(pattern)) << pattern;
  }
  EXPECT_EQ(PathPattern::Parse("a[b").error().column + 1,
            PathPattern::Parse("/a[b").error().column);
}

}  // namespace
}  // namespace bnlint
