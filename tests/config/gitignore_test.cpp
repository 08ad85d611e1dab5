#include "config/gitignore.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace bnlint {
namespace {

constexpr auto kNone = IgnoreVerdict::kNone;
constexpr auto kIgnored = IgnoreVerdict::kIgnored;
constexpr auto kIncluded = IgnoreVerdict::kIncluded;

struct Case {
  std::string_view text;  // of the ignore file
  std::string_view path;  // a '/' at its end makes it a directory
  IgnoreVerdict verdict;
};

void Check(const std::vector<Case>& cases) {
  for (Case c : cases) {
    const bool directory = c.path.ends_with('/');
    if (directory) c.path.remove_suffix(1);
    EXPECT_EQ(IgnoreFile::Parse(c.text).Match(c.path, directory), c.verdict)
        << c.text << " on " << c.path;
  }
}

TEST(IgnoreFile, PatternsWithoutSlashMatchNamesAtAnyDepth) {
  Check({{"*.tmp", "a.tmp", kIgnored},
         {"*.tmp", "d/e/a.tmp", kIgnored},
         {"*.tmp", "a.tmp/b", kNone},  // as a.tmp is ignored, nobody asks
         {"*.tmp", "a.tmpx", kNone},
         {"খসড়া*", "d/খসড়া ১.txt", kIgnored},
         {"a**", "d/abc", kIgnored},
         {"**", "d/a", kIgnored},
         {"", "a", kNone}});
}

TEST(IgnoreFile, PatternsWithSlashArePathsFromTheIgnoreFile) {
  Check({{"/a", "a", kIgnored},
         {"/a", "d/a", kNone},
         {"d/a", "d/a", kIgnored},
         {"d/a", "e/d/a", kNone},
         {"/d/*", "d/a", kIgnored},
         {"/d/*", "d/a/b", kNone},
         {"**/d/a", "e/d/a", kIgnored},
         {"d/**", "d/e/a", kIgnored},
         {"d/**", "d/", kNone},
         {"d/**/a", "d/a", kIgnored},
         {"//a", "a", kNone},
         {"d\\/a", "d/a", kIgnored}});
}

TEST(IgnoreFile, SlashAtTheEndMeansDirectoriesOnly) {
  Check({{"a/", "a/", kIgnored},
         {"a/", "a", kNone},
         {"a/", "d/a/", kIgnored},
         {"/a/", "d/a/", kNone},
         {"d/a/", "d/a/", kIgnored},
         {"**/", "d/a/", kIgnored},
         {"**/", "d/a", kNone},
         {"a//", "a/", kNone},
         {"/", "a/", kNone}});
}

TEST(IgnoreFile, TheLastLineThatMatchesDecides) {
  Check({{"*.txt\n!a.txt", "a.txt", kIncluded},
         {"*.txt\n!a.txt", "b.txt", kIgnored},
         {"!a.txt\n*.txt", "a.txt", kIgnored},
         {"a*\n!ab*\nabc", "abc", kIgnored},
         {"a\n!a/", "a", kIgnored},
         {"a\n!a/", "a/", kIncluded},
         {"!!a", "!a", kIncluded},
         {"!", "a", kNone}});
}

TEST(IgnoreFile, CommentsEscapesAndSpaces) {
  Check({{"#a", "#a", kNone},
         {"\\#a", "#a", kIgnored},
         {" #a", " #a", kIgnored},
         {"\\!a", "!a", kIgnored},
         {"a  ", "a", kIgnored},
         {"a\\ ", "a ", kIgnored},
         {"a\\  ", "a ", kIgnored},
         {"a\\ ", "a", kNone},
         {"a b", "a b", kIgnored},
         {"a\\\\ ", "a\\", kIgnored},
         {"a\t", "a", kNone},
         {"a/ ", "a/", kIgnored},
         {"   ", "   ", kNone}});
}

TEST(IgnoreFile, LineEndsAndByteOrderMark) {
  Check({{"a\r\nb\r\n", "a", kIgnored},
         {"a\r\nb\r\n", "b", kIgnored},
         {"a\r", "a", kIgnored},
         {"a \r\n", "a", kIgnored},
         {"\r\n\n\r\n", "a", kNone},
         {"\xEF\xBB\xBF#a\nb", "b", kIgnored},
         {"\xEF\xBB\xBF"
          "a",
          "a", kIgnored},
         {"\xEF\xBB\xBF", "a", kNone},
         {"b\n\xEF\xBB\xBF"
          "a",
          "a", kNone}});
}

TEST(IgnoreFile, MalformedLinesMatchNothingAndHarmNoOthers) {
  Check({{"[a\nb", "[a", kNone}, {"[a\nb", "b", kIgnored}, {"a\\", "a\\", kNone}});
}

TEST(IgnoreFile, KnowsWhenItSaysNothing) {
  EXPECT_TRUE(IgnoreFile::Parse("# nothing\n\n \n[\n").empty());
  EXPECT_FALSE(IgnoreFile::Parse("a").empty());
}

}  // namespace
}  // namespace bnlint
