#include "lint/suppress.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "formats/format.h"
#include "lint/fixer.h"
#include "lint/linter.h"

namespace bnlint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const RuleSet& Rules() {
  static const RuleSet rules = RuleSet::Load({}).value().Select({}).value();
  return rules;
}

struct Told {
  std::vector<std::string> findings;    // "line:ID", "line:ID name"
  std::vector<std::string> suppressed;  // "line:ID reason"
};

Told LintText(const std::string& text, const char* format = "markdown",
              const RuleSet& rules = Rules()) {
  static const CheckServices services;
  const Linter linter = Linter::Make(rules, services).value();
  SourceReader reader = SourceReader::FromText(text, "x");
  Told told;
  const auto done = linter.Lint(
      reader, *FormatByName(format),
      [&](const Diagnostic& diagnostic) {
        std::string line = std::to_string(diagnostic.place.begin.line) + ":" + diagnostic.rule->id;
        for (const Arg& arg : diagnostic.args) {
          if (arg.name == "names" || arg.name == "near") line += " " + arg.value;
        }
        told.findings.push_back(line);
      },
      {}, {},
      [&](const Diagnostic& diagnostic, const Suppressed& why) {
        told.suppressed.push_back(std::to_string(diagnostic.place.begin.line) + ":" +
                                  diagnostic.rule->id + " " + why.reason);
      });
  EXPECT_TRUE(done.has_value());
  return told;
}

std::string Mend(const std::string& text, const char* format = "markdown") {
  static const CheckServices services;
  const auto fixer = Fixer::Make(Rules(), services, {}).value();
  const Mended mended = fixer->Mend(text, *FormatByName(format), {});
  EXPECT_TRUE(mended.settled);
  // A second run has nothing to do.
  EXPECT_EQ(fixer->Mend(mended.text, *FormatByName(format), {}).text, mended.text);
  return mended.text;
}

// PUN002 in each.
const std::string kGlued = "তিনি এলেন।সবাই বসল।";
const std::string kClean = "তিনি এলেন। সবাই বসল।";

TEST(Suppress, OnItsLineOrTheNext) {
  EXPECT_THAT(LintText(kGlued + "\n").findings, ElementsAre("1:PUN002"));
  for (const std::string& text :
       {kGlued + " <!-- bnlint: ignore[PUN002] রীতি -->\n",
        "<!-- bnlint: ignore[PUN002] রীতি -->\n" + kGlued + "\n",
        "<!-- bnlint: ignore[PUN002]: রীতি -->\n\n" + kGlued + "\n",
        "<!-- bnlint: ignore-next-line[danda-glued] রীতি -->\n" + kGlued + "\n",
        "<!-- bnlint: ignore[punctuation] রীতি -->\n" + kGlued + "\n",
        "<!-- bnlint: ignore[pun] -- রীতি -->\n" + kGlued + "\n",
        "<!-- bnlint: ignore রীতি -->\n" + kGlued + "\n",
        "<!-- bnlint: ignore-file[PUN002] রীতি -->\n\n" + kClean + "\n\n" + kGlued + "\n",
        "<!-- bnlint: off[PUN002] রীতি -->\n\n" + kClean + "\n\n" + kGlued + "\n"}) {
    const Told told = LintText(text);
    EXPECT_THAT(told.findings, IsEmpty()) << text;
    ASSERT_EQ(told.suppressed.size(), 1U) << text;
    EXPECT_TRUE(told.suppressed[0].ends_with(":PUN002 রীতি")) << told.suppressed[0];
  }
}

TEST(Suppress, StopsThere) {
  EXPECT_THAT(LintText("<!-- bnlint: ignore[PUN002] -->\n" + kGlued + "\n\n" + kGlued).findings,
              ElementsAre("4:PUN002"));
  EXPECT_THAT(LintText(kGlued + "\n<!-- bnlint: ignore[PUN002] -->\n" + kGlued).findings,
              ElementsAre("1:PUN002"));
  EXPECT_THAT(LintText(kGlued + " <!-- bnlint: ignore-next-line[PUN002] -->\n" + kGlued).findings,
              ElementsAre("1:PUN002"));
  // Another rule's comment hides nothing, and is of no use.
  EXPECT_THAT(LintText(kGlued + " <!-- bnlint: ignore[PUN001] -->").findings,
              ElementsAre("1:PUN002", "1:SUP001 PUN001"));
}

TEST(Suppress, InARangeAndOnAgainForOne) {
  const std::string spaced = "সবাই বসল ।";  // PUN003
  EXPECT_THAT(LintText("<!-- bnlint: off -->\n\n" + kGlued + "\n\n" + spaced +
                       "\n\n<!-- bnlint: on[PUN002] -->\n\n" + kGlued + "\n\n" + spaced +
                       "\n\n<!-- bnlint: on -->\n\n" + spaced + "\n")
                  .findings,
              ElementsAre("9:PUN002", "15:PUN003"));
}

TEST(Suppress, CommentsStack) {
  EXPECT_THAT(
      LintText(
          "# bnlint: ignore[PUN003]\n# bnlint: ignore[PUN002]\nসবাই বসল ।তিনি এলেন।এবার চলো।\n",
          "plain")
          .findings,
      IsEmpty());
}

TEST(Suppress, InPlainTextAWholeLine) {
  for (const char* comment :
       {"# bnlint: ignore[PUN002]", "// bnlint: ignore[PUN002]", "% bnlint: ignore[PUN002]",
        "<!-- bnlint: ignore[PUN002] -->", "  -- bnlint: ignore[PUN002] কারণ"}) {
    const std::string top = "এক।\n\nদুই।\n\nতিন।\n\nচার।\n\n";
    EXPECT_THAT(LintText(top + comment + "\n" + kGlued, "plain").findings, IsEmpty()) << comment;
  }
  // Nothing that a text says about it is lost.
  EXPECT_THAT(LintText("লেখা # bnlint: ignore[PUN002] " + kGlued, "plain").findings,
              ElementsAre("1:PUN002"));
}

TEST(Suppress, SaysWhatItDoesNotKnow) {
  EXPECT_THAT(LintText("<!-- bnlint: ignore[PUN0O2] -->\n" + kGlued).findings,
              ElementsAre("1:SUP002 PUN002", "2:PUN002"));
  EXPECT_THAT(LintText("<!-- bnlint: ignor -->\n" + kClean).findings,
              ElementsAre("1:SUP002 ignore"));
  EXPECT_THAT(LintText("<!-- bnlint: ignore[PUN002 -->\n" + kClean).findings,
              ElementsAre("1:SUP002"));
  EXPECT_THAT(LintText("<!-- bnlint: ignore[] -->\n" + kClean).findings, ElementsAre("1:SUP002"));
  // Of two names the good one counts.
  EXPECT_THAT(LintText("<!-- bnlint: ignore[PUN002, xyz] -->\n" + kGlued).findings,
              ElementsAre("1:SUP002"));
  EXPECT_THAT(LintText("<!-- bnlint: ignore[SUP002] -->\n<!-- bnlint: foo -->\n\n").findings,
              ElementsAre("1:SUP001 SUP002", "2:SUP002"));
  EXPECT_THAT(LintText("<!-- bnlint: off[SUP002] -->\n\n<!-- bnlint: foo -->\n\n").findings,
              IsEmpty());
}

TEST(Suppress, TellsWhatIsUnused) {
  EXPECT_THAT(LintText("<!-- bnlint: ignore[PUN002, PUN001] -->\n" + kGlued).findings,
              ElementsAre("1:SUP001 PUN001"));
  EXPECT_THAT(LintText("<!-- bnlint: ignore -->\n" + kClean).findings, ElementsAre("1:SUP001"));
  EXPECT_THAT(LintText("<!-- bnlint: ignore-file[misspelling] -->\n" + kClean).findings,
              ElementsAre("1:SUP001 misspelling"));
  EXPECT_THAT(LintText("<!-- bnlint: ignore[PUN002] -->\n").findings,
              ElementsAre("1:SUP001 PUN002"));
  EXPECT_THAT(LintText("<!-- bnlint: ignore[SUP001] -->\n" + kClean).findings, IsEmpty());
}

TEST(Suppress, JudgesOnlyRulesThatRan) {
  const RuleSet some =
      RuleSet::Load({}).value().Select({{"PUN001", "suppression"}, {}, {}}).value();
  const char* format = "markdown";
  for (const char* name : {"[PUN002]", "[punctuation]", ""}) {
    const std::string comment = std::string("<!-- bnlint: ignore") + name + " -->\n";
    EXPECT_THAT(LintText(comment + kGlued, format, some).findings, IsEmpty()) << name;
  }
  EXPECT_THAT(LintText("<!-- bnlint: ignore[PUN001] -->\n" + kGlued, format, some).findings,
              ElementsAre("1:SUP001 PUN001"));
}

TEST(Suppress, CountsForWhatIsToldOnce) {
  // A word thrice is one finding at the first place; a suppressed place is none of them.
  const std::string word = "কুলাউড়াইলক ছিল।";
  EXPECT_THAT(LintText(word + "\n\n" + word + "\n\n" + word + "\n").findings.size(), 1U);
  EXPECT_THAT(
      LintText(word + "\n\n" + word + " <!-- bnlint: ignore[misspelling] -->\n\n" + word + "\n")
          .findings,
      ElementsAre("1:SPL001", "5:SPL001"));
}

TEST(Suppress, IsNotMended) {
  for (const std::string& text :
       {"<!-- bnlint: ignore[PUN002] -->\n" + kGlued + "\n",
        "<!-- bnlint: off[PUN002] -->\n\n" + kGlued + "\n\n<!-- bnlint: on[PUN002] -->\n"}) {
    EXPECT_EQ(Mend(text), text);
    EXPECT_EQ(Mend(text + "\n" + kGlued + "\n"), text + "\n" + kClean + "\n");
  }
}

TEST(Suppress, TakesOutWhatIsUnused) {
  const std::string comment = "<!-- bnlint: ignore[PUN002] -->";
  EXPECT_EQ(Mend(comment + "\n" + kClean + "\n"), kClean + "\n");
  EXPECT_EQ(Mend("ক।\n\n" + comment + "\n\n" + kClean + "\n"), "ক।\n\n" + kClean + "\n");
  EXPECT_EQ(Mend(kClean + " " + comment + "\n"), kClean + "\n");
  EXPECT_EQ(Mend("নদী " + comment + " জাগে।\n"), "নদী জাগে।\n");
  EXPECT_EQ(Mend("<!-- bnlint: ignore[PUN001, PUN002, NUM001] কেন -->\n" + kGlued + "\n"),
            "<!-- bnlint: ignore[PUN002] কেন -->\n" + kGlued + "\n");
  // Paragraphs that the comment parted stay two.
  EXPECT_EQ(Mend("নদী জাগে।\n" + comment + "\nআকাশ লাল।\n"), "নদী জাগে।\n\nআকাশ লাল।\n");
  EXPECT_EQ(Mend("নদী জাগে।\r\n# bnlint: ignore[PUN002]\r\nআকাশ লাল।\r\n", "plain"),
            "নদী জাগে।\r\nআকাশ লাল।\r\n");
  // Both ends of a range.
  EXPECT_EQ(Mend("<!-- bnlint: off[PUN002] -->\n\n" + kClean + "\n\n<!-- bnlint: on -->\n\nনদী।\n"),
            kClean + "\n\nনদী।\n");
  EXPECT_EQ(Mend("<!-- bnlint: off[PUN002] -->\n<!-- bnlint: on[PUN002] -->\n\nনদী।\n"), "\nনদী।\n");
}

TEST(Suppress, SpansBlocks) {
  // Plain text comes in blocks of 256 KiB.
  std::string text = "# bnlint: off[PUN002]\n\n";
  const std::string filler = "নদী জাগে। আকাশ লাল। মাঠে আলো।\n\n";
  while (text.size() < 700000) text += filler;
  text += kGlued + "\n\n# bnlint: on[PUN002]\n\n" + kGlued + "\n\n";
  const Told told = LintText(text, "plain");
  EXPECT_EQ(told.suppressed.size(), 1U);
  EXPECT_EQ(told.findings.size(), 1U);
  // A comment that ends a block holds for the first line of the next one.
  std::string edge = std::string(SourceReader::kBlockBytes - 40, 'a') + "\n\n";
  edge += "# bnlint: ignore[PUN002]\n\n" + kGlued + "\n\n";
  for (size_t i = 0; i < 80; ++i, edge.insert(0, "a")) {
    EXPECT_THAT(
        LintText(edge, "plain", Rules().Select({{"PUN002", "SUP001"}, {}, {}}).value()).findings,
        IsEmpty())
        << i;
  }
  // What stands too far down for the whole file is told.
  std::string late(SourceReader::kBlockBytes, '\n');
  late += "# bnlint: ignore-file\n\n" + kClean;
  EXPECT_THAT(LintText("ক।\n" + late, "plain").findings.size(), 1U);
}

TEST(Suppress, IsBounded) {
  std::string text;
  for (size_t i = 0; i < Suppressions::kMost + 5; ++i) text += "# bnlint: ignore[PUN002]\n";
  text += kGlued + "\n";
  const RuleSet some = Rules().Select({{"SUP002", "PUN002"}, {}, {}}).value();
  EXPECT_THAT(LintText(text, "plain", some).findings, ElementsAre("10001:SUP002"));
}

}  // namespace
}  // namespace bnlint
