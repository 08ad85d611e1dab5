#include "cli/changed_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "cli/progress.h"
#include "cli/run_program.h"

namespace bnlint {
namespace {

std::string Show(const std::string& patch) {
  std::string shown;
  for (const auto& [file, ranges] : ParseChangedLines(patch)) {
    shown += file + ":";
    for (const LineRange& range : ranges)
      shown += " " + std::to_string(range.first) + "-" + std::to_string(range.last);
    shown += "\n";
  }
  return shown;
}

TEST(ChangedLines, AreReadFromAPatch) {
  EXPECT_EQ(
      Show("diff --git a/x.txt b/x.txt\n--- a/x.txt\n+++ b/x.txt\n@@ -1 +1,2 @@ ক\n-ক\n+খ\n+গ\n"
           "@@ -9,2 +10 @@\n-a\n-b\n+c\n@@ -20,3 +18,0 @@\n-a\n-b\n-c\n"),
      "x.txt: 1-2 10-10\n");
  // What looks like a header in the text is text.
  EXPECT_EQ(Show("--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n--- a/y\n-b\n+++ b/y\n+@@ -1 +7 @@\n"),
            "x: 1-2\n");
  EXPECT_EQ(Show("--- a/gone\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n"), "");
  EXPECT_EQ(Show("--- /dev/null\n+++ b/with blank\t\n@@ -0,0 +1,3 @@\n+a\n+b\n+c\n"),
            "with blank: 1-3\n");
  EXPECT_EQ(Show("--- a/q\n+++ \"b/a\\\"\\t\\340\\246\\225\"\n@@ -1 +1 @@\n-a\n+b\n\\ No newline "
                 "at end\n"),
            "a\"\tক: 1-1\n");
  EXPECT_EQ(Show("nothing\n@@ -x +y @@\n"), "");
}

TEST(RunProgram, ReadsBothOutputs) {
  const auto big = RunProgram({"sh", "-c", "seq 100000; seq 100000 >&2; exit 3"}).value();
  EXPECT_EQ(big.status, 3);
  EXPECT_EQ(big.out.size(), 588895U);
  EXPECT_EQ(big.err, big.out);
  EXPECT_EQ(RunProgram({"sh", "-c", "echo \"$1\"", "sh", "a b; $(c)"}).value().out, "a b; $(c)\n");
  EXPECT_EQ(RunProgram({"cat"}).value().out, "");
  EXPECT_FALSE(RunProgram({"no-such-program-anywhere"}).has_value());
}

TEST(ProgressLine, SaysHowFar) {
  const ProgressState half{30, 60, 5 << 20, 10 << 20, 2};
  EXPECT_EQ(ProgressLine(half, 80, Language::kEnglish),
            "██████████░░░░░░░░░░ 30/60 files  5.0 MB  2.5 MB/s  ETA 0:02");
  EXPECT_EQ(ProgressLine(half, 80, Language::kBengali),
            "██████████░░░░░░░░░░ ৩০/৬০ ফাইল  ৫.০ MB  ২.৫ MB/সে.  বাকি ০:০২");
  EXPECT_EQ(ProgressLine(half, 45, Language::kEnglish), "30/60 files  5.0 MB  2.5 MB/s  ETA 0:02");
  EXPECT_EQ(ProgressLine(half, 20, Language::kEnglish), "30/60 files  5.0 MB ");
  EXPECT_EQ(ProgressLine({1, 4, 0, 0, 2}, 80, Language::kEnglish),
            "█████░░░░░░░░░░░░░░░ 1/4 files");
  EXPECT_EQ(ProgressLine({1, 9, 1 << 20, uint64_t{7300} << 20, 1}, 90, Language::kEnglish),
            "░░░░░░░░░░░░░░░░░░░░ 1/9 files  1.0 MB  1.0 MB/s  ETA 2:01:39");
}

}  // namespace
}  // namespace bnlint
