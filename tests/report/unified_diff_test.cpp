// The real patch and git are asked in tests/cli/fix_files_test.py.

#include "report/unified_diff.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "lint/fix.h"

namespace bnlint {
namespace {

std::string Diff(const std::string& before, const std::vector<Edit>& edits,
                 const std::string& path = "a.txt") {
  Changes changes;
  changes.Compose(edits, 0, false);
  std::ostringstream out;
  WriteUnifiedDiff(out, path, before, ApplyEdits(before, edits), changes);
  return out.str();
}

TEST(UnifiedDiff, ShowsTheLinesAroundAChange) {
  EXPECT_EQ(Diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", {{{8, 9}, "five"}}),
            "--- a.txt\n+++ a.txt\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
  EXPECT_EQ(Diff("1\n2\n", {}), "");
}

TEST(UnifiedDiff, JoinsWhatIsNearAndPartsWhatIsFar) {
  const std::string text = "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n";
  EXPECT_EQ(
      Diff(text, {{{0, 1}, "x"}, {{14, 15}, "y"}}),
      "--- a.txt\n+++ a.txt\n@@ -1,10 +1,10 @@\n-0\n+x\n 1\n 2\n 3\n 4\n 5\n 6\n-7\n+y\n 8\n 9\n");
  EXPECT_EQ(Diff(text, {{{0, 1}, "x"}, {{16, 17}, "y"}}),
            "--- a.txt\n+++ a.txt\n@@ -1,4 +1,4 @@\n-0\n+x\n 1\n 2\n 3\n"
            "@@ -6,5 +6,5 @@\n 5\n 6\n 7\n-8\n+y\n 9\n");
}

TEST(UnifiedDiff, TwoChangesOfALineAreOne) {
  EXPECT_EQ(Diff("abc\n", {{{0, 1}, "x"}, {{2, 3}, ""}}),
            "--- a.txt\n+++ a.txt\n@@ -1 +1 @@\n-abc\n+xb\n");
}

TEST(UnifiedDiff, LinesThatComeAndGo) {
  EXPECT_EQ(Diff("a\nb\n", {{{1, 2}, " "}}), "--- a.txt\n+++ a.txt\n@@ -1,2 +1 @@\n-a\n-b\n+a b\n");
  EXPECT_EQ(Diff("ab\nc\n", {{{1, 1}, "\n"}}),
            "--- a.txt\n+++ a.txt\n@@ -1,2 +1,3 @@\n-ab\n+a\n+b\n c\n");
  EXPECT_EQ(Diff("a\nb\nc\n", {{{2, 4}, ""}}),
            "--- a.txt\n+++ a.txt\n@@ -1,3 +1,2 @@\n a\n-b\n c\n");
  EXPECT_EQ(Diff("a\nc\n", {{{2, 2}, "b\n"}}),
            "--- a.txt\n+++ a.txt\n@@ -1,2 +1,3 @@\n a\n+b\n c\n");
  EXPECT_EQ(Diff("a\n", {{{0, 2}, ""}}), "--- a.txt\n+++ a.txt\n@@ -1 +0,0 @@\n-a\n");
}

TEST(UnifiedDiff, SaysWhereTheLastLineHasNoEnd) {
  EXPECT_EQ(Diff("a\nb", {{{2, 3}, "c"}}),
            "--- a.txt\n+++ a.txt\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n"
            "\\ No newline at end of file\n");
  EXPECT_EQ(Diff("a\nb", {{{0, 1}, "c"}}),
            "--- a.txt\n+++ a.txt\n@@ -1,2 +1,2 @@\n-a\n+c\n b\n\\ No newline at end of file\n");
  EXPECT_EQ(Diff("a", {{{1, 1}, "\n"}}),
            "--- a.txt\n+++ a.txt\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
  EXPECT_EQ(Diff("a\n", {{{1, 2}, ""}}),
            "--- a.txt\n+++ a.txt\n@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n");
}

TEST(UnifiedDiff, QuotesANameThatCouldNotBeRead) {
  EXPECT_TRUE(
      Diff("a\n", {{{0, 1}, "b"}}, "a b.txt").starts_with("--- a b.txt\t\n+++ a b.txt\t\n"));
  EXPECT_TRUE(Diff("a\n", {{{0, 1}, "b"}}, "a\n\"b\\").starts_with("--- \"a\\012\\\"b\\\\\"\n"));
}

}  // namespace
}  // namespace bnlint
