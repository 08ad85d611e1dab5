// The engine by itself, with rules made for each case.

#include "lint/fixer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "formats/format.h"
#include "formats/plain.h"
#include "rule/ruleset.h"

namespace bnlint {
namespace {

using testing::ElementsAre;

struct RuleSource {
  std::string_view category;
  std::string_view name;
  std::string_view pattern;
  std::string_view replace = {};  // without a fix when empty; "-" deletes
  std::string_view severity = "error";
  std::string_view fix = "safe";
  std::string_view more = {};  // further keys
};

// Rules TST001, TST002 … in the order given.
RuleSet Rules(const std::vector<RuleSource>& sources) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / ("bnlint-fixer-" + std::to_string(getpid()));
  std::vector<std::string> ids;
  for (const RuleSource& source : sources) {
    ids.push_back("TST00" + std::to_string(ids.size() + 1));
    fs::create_directories(folder / source.category);
    std::ofstream out(folder / source.category / (std::string(source.name) + ".toml"));
    out << "id = \"" << ids.back() << "\"\nseverity = \"" << source.severity << "\"\nfix = \""
        << (source.replace.empty() ? "none" : source.fix) << "\"\npattern = '" << source.pattern
        << "'\n";
    if (!source.replace.empty()) {
      out << "replace = '" << (source.replace == "-" ? "" : source.replace) << "'\n";
    }
    out << source.more
        << "\n[en]\nmessage = \"m\"\nwhy = \"w\"\n[bn]\nmessage = \"m\"\nwhy = \"w\"\n"
        << "[[example]]\nbad = \"[[ক]]\"\ngood = \"খ\"\n[[example]]\ngood = \"গ\"\n";
  }
  auto rules = RuleSet::Load({folder.string()});
  fs::remove_all(folder);
  EXPECT_TRUE(rules.has_value()) << rules.error().front().ToString();
  return rules->Select({ids, {}, {}}).value();
}

class FixerTest : public testing::Test {
 protected:
  void Use(const std::vector<RuleSource>& sources, const FixPolicy& policy = {}) {
    rules_ = Rules(sources);
    fixer_ = Fixer::Make(rules_, services_, policy).value();
  }
  std::string Mend(const std::string& text, std::string_view format = "plain") {
    mended_ = fixer_->Mend(text, *FormatByName(format), {});
    return mended_.text;
  }
  // The rules of the findings that are left.
  [[nodiscard]] std::vector<std::string> Left() const {
    std::vector<std::string> names;
    for (const Diagnostic& diagnostic : mended_.told) names.push_back(diagnostic.rule->name);
    return names;
  }
  uint64_t Fixed(std::string_view rule) { return mended_.fixed[rules_.Find(rule)]; }

  const CheckServices services_;
  RuleSet rules_;
  std::unique_ptr<Fixer> fixer_;
  Mended mended_;
};

TEST_F(FixerTest, TheFirstLayerWins) {
  // All want the same letter.
  std::vector<RuleSource> sources = {
      {"encoding", "a", "ক", "খ"},    {"ocr", "b", "ক", "গ"},         {"unicode", "c", "ক", "ঘ"},
      {"punctuation", "d", "ক", "ঙ"}, {"placeholder", "e", "ক", "চ"}, {"numerals", "f", "ক", "ছ"},
      {"spelling", "g", "ক", "জ"},    {"style", "h", "ক", "ঝ"},       {"house", "i", "ক", "ঞ"}};
  while (!sources.empty()) {
    const std::string first(sources.front().replace);
    std::vector<RuleSource> backwards(sources.rbegin(), sources.rend());
    Use(backwards);
    EXPECT_EQ(Mend("ক ক"), first + " " + first);
    EXPECT_EQ(Fixed(sources.front().name), 2U);
    sources.erase(sources.begin());
  }
}

TEST_F(FixerTest, EachLayerReadsWhatTheOneBeforeHasMended) {
  Use({{"style", "a", "গগ", "ঘ"}, {"unicode", "b", "খ", "গ"}, {"encoding", "c", "ক", "খ"}});
  EXPECT_EQ(Mend("কক কগ গগ"), "ঘ ঘ ঘ");
  EXPECT_EQ(Fixed("c"), 3U);
  EXPECT_EQ(Fixed("b"), 3U);
  EXPECT_EQ(Fixed("a"), 3U);
}

TEST_F(FixerTest, OfFixesThatCollideOneIsAppliedWhole) {
  Use({{"unicode", "long", "কখগ", "ঘ"}, {"unicode", "late", "গচ", "ছ"}});
  EXPECT_EQ(Mend("কখগচ"), "ঘচ");
  EXPECT_EQ(Mend("গচ কখগ"), "ছ ঘ");
}

TEST_F(FixerTest, OneFixMayOpenTheWayForAnother) {
  Use({{"unicode", "a", "কক", "ক"}});
  EXPECT_EQ(Mend("কককককককক"), "ক");
  EXPECT_EQ(Fixed("a"), 7U);
}

TEST_F(FixerTest, WithdrawsAFixThatMakesANewFault) {
  Use({{"punctuation", "fix", "কখ", "ক গ"}, {"unicode", "fault", "গ"}});
  EXPECT_EQ(Mend("চ কখ ছ"), "চ কখ ছ");
  EXPECT_THAT(Left(), ElementsAre("fix"));
  EXPECT_EQ(mended_.withheld, 1U);
  EXPECT_TRUE(mended_.settled);
  EXPECT_TRUE(mended_.fixed.empty());
  // A warning of the same layer or an earlier one counts too.
  Use({{"punctuation", "fix", "কখ", "ক গ"}, {"punctuation", "fault", "গ", {}, "warning"}});
  EXPECT_EQ(Mend("চ কখ ছ"), "চ কখ ছ");
}

TEST_F(FixerTest, WithdrawsNoMoreThanTheGuilty) {
  Use({{"punctuation", "fix", "ক", "গ"},
       {"unicode", "fault", "গচ"},
       {"encoding", "other", "ট", "ঠ"}});
  EXPECT_EQ(Mend("ক কচ ক টকচ ট"), "গ কচ গ ঠকচ ঠ");
  EXPECT_EQ(Fixed("fix"), 2U);
  EXPECT_EQ(Fixed("other"), 2U);
  EXPECT_EQ(mended_.withheld, 2U);
}

TEST_F(FixerTest, WithdrawsTheOneThatMadeTheFaultNotTheOneThatUncoveredIt) {
  // `first` makes a fault that hides behind another, which `second` mends.
  Use({{"encoding", "first", "ক", "-"},
       {"unicode", "second", "খখ", "খ"},
       {"unicode", "fault", "^চখ", {}, "error", "none", "yields_to = [\"second\"]"}});
  EXPECT_EQ(Mend("কচখখ"), "কচখ");
  EXPECT_EQ(Fixed("second"), 1U);
  EXPECT_EQ(Fixed("first"), 0U);
}

TEST_F(FixerTest, AFurtherFixMayMendWhatOneMakes) {
  Use({{"punctuation", "fix", "ক", "খ "}, {"punctuation", "next", "খ ", "গ"}});
  EXPECT_EQ(Mend("কচ"), "গচ");
  EXPECT_EQ(mended_.withheld, 0U);
}

TEST_F(FixerTest, WhatWasThereBeforeIsNoNewFault) {
  Use({{"punctuation", "fix", "ক", "খ"}, {"unicode", "fault", "গ"}});
  EXPECT_EQ(Mend("কগ"), "খগ");
  // … hidden behind the fault that is mended.
  Use({{"unicode", "fix", "কখ", "খ"},
       {"unicode", "fault", "খ", {}, "error", "none", "yields_to = [\"fix\"]"}});
  EXPECT_EQ(Mend("কখ"), "খ");
  EXPECT_THAT(Left(), ElementsAre("fault"));
}

TEST_F(FixerTest, AWarningOfALaterLayerIsLaidOpen) {
  Use({{"unicode", "fix", "ক", "খ"}, {"spelling", "word", "খ", {}, "warning"}});
  EXPECT_EQ(Mend("ক"), "খ");
  EXPECT_THAT(Left(), ElementsAre("word"));
  Use({{"unicode", "fix", "ক", "খ"}, {"spelling", "word", "খ", {}, "error"}});
  EXPECT_EQ(Mend("ক"), "ক");
}

TEST_F(FixerTest, WhatAnEncodingHadCoveredIsLaidOpen) {
  Use({{"encoding", "fix", "ঙঞণ", "গখ"}, {"unicode", "fault", "গ"}, {"unicode", "edge", "চগ"}});
  EXPECT_EQ(Mend("ঙঞণ"), "গখ");
  EXPECT_THAT(Left(), ElementsAre("fault"));
  // At the seam with what was there it is the fix's.
  EXPECT_EQ(Mend("চঙঞণ ঙঞণ"), "চঙঞণ গখ");
}

TEST_F(FixerTest, WhatIsThereWithoutTheFixIsNotItsDoing) {
  // `far` takes the partner away; the lone ”, which touches another fix, is not that one's fault.
  Use({{"unicode", "far", "^খ", "চ"},
       {"unicode", "lone", "^চ.*”", {}, "error", "none"},
       {"numerals", "near", "ক", "গ"}});
  EXPECT_EQ(Mend("খ ঘ ঘ ”ক"), "খ ঘ ঘ ”গ");
}

TEST_F(FixerTest, FixesThatUndoEachOtherAreLeft) {
  Use({{"unicode", "there", "ক", "খ"},
       {"unicode", "back", "খ", "ক"},
       {"style", "other", "চ", "ছ"}});
  EXPECT_EQ(Mend("ক চ"), "ক ছ");
  EXPECT_TRUE(mended_.settled);
  EXPECT_EQ(Mend("খ চ"), "খ ছ");
}

TEST_F(FixerTest, AFixThatNeverEndsIsLeft) {
  Use({{"unicode", "grows", "ক", "কক"}, {"style", "other", "চ", "ছ"}});
  EXPECT_EQ(Mend("ক চ"), "ক ছ");
  EXPECT_TRUE(mended_.settled);
  EXPECT_EQ(mended_.withheld, 1U);
}

TEST_F(FixerTest, AFixThatChangesNothingIsNone) {
  Use({{"unicode", "same", "ক", "ক"}});
  EXPECT_EQ(Mend("ক"), "ক");
  EXPECT_TRUE(mended_.fixed.empty());
  EXPECT_THAT(Left(), ElementsAre("same"));
}

TEST_F(FixerTest, UnsafeFixesWhenAsked) {
  const std::vector<RuleSource> sources = {{"unicode", "safe", "ক", "খ"},
                                           {"unicode", "unsafe", "গ", "ঘ", "error", "unsafe"}};
  Use(sources);
  EXPECT_EQ(Mend("ক গ"), "খ গ");
  Use(sources, {true, {}});
  EXPECT_EQ(Mend("ক গ"), "খ ঘ");
}

TEST_F(FixerTest, RulesOfSeverityInfoWhenNamed) {
  const std::vector<RuleSource> sources = {{"style", "form", "ক", "খ", "info"},
                                           {"style", "other", "গ", "ঘ", "info"}};
  Use(sources, {true, {"style", "all", "STY"}});
  EXPECT_EQ(Mend("ক গ"), "ক গ");
  Use(sources, {false, {"form"}});
  EXPECT_EQ(Mend("ক গ"), "খ গ");
  Use(sources, {false, {"TST002"}});
  EXPECT_EQ(Mend("ক গ"), "ক ঘ");
}

TEST_F(FixerTest, KeepsByteOrderMarkLineEndsAndBrokenBytes) {
  Use({{"unicode", "a", "ক", "-"}});
  EXPECT_EQ(Mend("\xEF\xBB\xBF"
                 "কখ\r\n\xE0\xA6ক\xFF\r\nখক"),
            "\xEF\xBB\xBF"
            "খ\r\n\xE0\xA6\xFF\r\nখ");
  EXPECT_EQ(Mend(""), "");
  EXPECT_EQ(Mend("ক"), "");
}

TEST_F(FixerTest, EditsMarkdownOnlyWhereTheTextIsTheFilesOwn) {
  Use({{"unicode", "a", "কখ", "গ"}});
  EXPECT_EQ(Mend("# কখ\n\n*ক*খ `কখ` &#2453;খ [কখ](কখ)\n", "markdown"),
            "# গ\n\n*ক*খ `কখ` &#2453;খ [গ](কখ)\n");
  EXPECT_THAT(Left(), ElementsAre("a", "a"));
}

TEST_F(FixerTest, TellsWhatIsLeftWhereItIsNow) {
  Use({{"unicode", "fix", "কক", "ক"}, {"unicode", "left", "গ"}});
  Mend("ককককখ গ\nগ");
  ASSERT_THAT(Left(), ElementsAre("left", "left"));
  EXPECT_EQ(mended_.told[0].place.begin.byte, mended_.text.find("গ"));
  EXPECT_EQ(mended_.told[0].place.begin.column, 4U);
  EXPECT_EQ(mended_.told[1].place.begin.line, 2U);
}

TEST_F(FixerTest, TellsWhatWasThereWhenAsked) {
  Use({{"unicode", "fix", "ক", "খ"}, {"unicode", "left", "গ"}});
  mended_ = fixer_->Mend("ক গ", *FormatByName("plain"), {}, Fixer::Tell::kBefore);
  EXPECT_THAT(Left(), ElementsAre("fix", "left"));
  EXPECT_EQ(mended_.text, "খ গ");
}

// How often a text was read, by a format of plain text that counts.
int reads = 0;
Document CountAndParse(const Source& block) {
  ++reads;
  return ParsePlain(block);
}

TEST_F(FixerTest, ReadsATextWithoutFixesOnce) {
  Use({{"unicode", "fix", "ক", "খ"}, {"unicode", "left", "গ"}});
  Format format = Formats()[0];
  format.parse = CountAndParse;
  reads = 0;
  mended_ = fixer_->Mend("গ ঘ", format, {});
  EXPECT_EQ(reads, 1);
  EXPECT_THAT(Left(), ElementsAre("left"));
  // Once more for the layer that had something to mend, and once to see that all is well.
  reads = 0;
  mended_ = fixer_->Mend("ক গ ঘ", format, {});
  EXPECT_EQ(reads, 3);
}

TEST_F(FixerTest, MendsEveryPlaceOfAFindingThatStandsForMany) {
  rules_ = RuleSet::Load({}).value().Select({{"nukta-form"}, {}, {}}).value();
  fixer_ = Fixer::Make(rules_, services_, {false, {"nukta-form"}}).value();
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "বা\u09DC\u09BF ";  // one code point, and more of
  std::string mended = text;
  for (int i = 0; i < 700; ++i) text += "গা\u09A1\u09BC\u09BF ";  // two
  for (int i = 0; i < 700; ++i) mended += "গা\u09DC\u09BF ";
  EXPECT_EQ(Mend(text), mended);
  EXPECT_EQ(Fixed("nukta-form"), 1U);
}

TEST_F(FixerTest, MendsEveryWordThatIsToldOnce) {
  Use({{"unicode", "fix", "ক", "খ"}});
  rules_ = RuleSet::Load({}).value().Select({{"usage"}, {}, {}}).value();
  fixer_ = Fixer::Make(rules_, services_, {true, {"usage"}}).value();
  EXPECT_EQ(Mend("দারিদ্র্যতা। দারিদ্র্যতা, দারিদ্র্যতা; দারিদ্র্যতা!"),
            "দারিদ্র্য। দারিদ্র্য, দারিদ্র্য; দারিদ্র্য!");
  EXPECT_EQ(Fixed("usage"), 4U);
}

}  // namespace
}  // namespace bnlint
