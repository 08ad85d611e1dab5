// What the rule misspelling asks the dictionary for, with a dictionary of a few words that goes with the test.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "formats/format.h"
#include "lint/linter.h"
#include "rule/ruleset.h"
#include "spelling/speller.h"

namespace bnlint {
namespace {

const Speller& Tiny() {
  static const auto speller = [] {
    const std::string stem =
        (std::filesystem::temp_directory_path() / ("bnlint-tiny-" + std::to_string(getpid())))
            .string();
    std::ofstream(stem + ".aff") << "SET UTF-8\nTRY আমিরাবইনা\n";
    std::ofstream(stem + ".dic") << "9\nআমি\nআমরা\nবই\nপড়ি\nনা\nহাহুতাশ\nকরে\nপ্রতিষ্ঠান\nদিন\n";
    auto opened = Speller::Open(stem).value();
    std::filesystem::remove(stem + ".aff");
    std::filesystem::remove(stem + ".dic");
    return opened;
  }();
  return *speller;
}

std::vector<Diagnostic> Check(const std::string& text, bool suggest = false) {
  static const RuleSet all = RuleSet::Load({}).value();
  static const RuleSet rules = all.Select({{"misspelling"}, {}, {}, {}}).value();
  const CheckServices services{&Tiny(), nullptr, suggest};
  const Linter linter = Linter::Make(rules, services).value();
  std::vector<Diagnostic> found;
  SourceReader reader = SourceReader::FromText(text, "test");
  EXPECT_TRUE(linter.Lint(reader, Formats()[0],
                          [&](Diagnostic diagnostic) { found.push_back(std::move(diagnostic)); }));
  return found;
}

// `marked` without its [[ ]], and with them where the rule has found something.
void Expect(const std::string& marked) {
  std::string text = marked;
  for (const char* mark : {"[[", "]]"}) {
    for (size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
      text.erase(at, 2);
  }
  std::string shown = text;
  const auto found = Check(text);
  for (auto finding = found.rbegin(); finding != found.rend(); ++finding) {
    shown.insert(finding->place.span.end, "]]");
    shown.insert(finding->place.span.begin, "[[");
  }
  EXPECT_EQ(shown, marked);
}

TEST(Misspelling, FindsUnknownWords) {
  Expect("আমরা [[বইগুলা]] পড়ি, না?");
  Expect("[[কখগ]]। [[ঘঙচ]]");
}

TEST(Misspelling, EndingsBelongToWhatStandsBefore) {
  Expect("২০২৪-এর বই, ৫ই, ১০ম, ২০২৪এর, ৫০%এর দিন");
  Expect("SMS-এর, SMSগুলোতে, Google‑কে, “আমি”র, (আমরা)দের বই");
  Expect("আমি-র বই; [[কখগ]]-র বই");
}

TEST(Misspelling, AbbreviationsAreNoWords) {
  Expect("ড. আমি, মো. আমরা, এ.কে.এম. আমি, পৃ. ৫, মোঃ আমি, মো: আমি, ইঞ্জি. আমি");
  Expect("[[কখগ]].");  // the stop may be the sentence's
  Expect("ক খ গ");
}

TEST(Misspelling, CompoundsByPartsOrAsAWhole) {
  Expect("আমি-আমরা, হা-হুতাশ, প্রতি-\nষ্ঠান");
  Expect("আমি-[[কখগ]]");
}

TEST(Misspelling, MixedAndMaskedTokens) {
  Expect("করোনাvirus, #কখগ @ঘঙচ কখ_গঘ `কখগ` https://bn.example/কখগ");
}

TEST(Misspelling, NamesInQuotationMarks) {
  Expect("‘কখগ ঘঙচ’ বই, \"কখগ\" বই, “কখগ-ঘঙচ”");
  Expect("“আমি [[কখগ]], আমরা” না");
  Expect("\"আমি\" [[কখগ]] \"আমরা\"");
  Expect("“কখগ ঘঙচ কখগ ঘঙচ” বই, “[[কখগ]] আমি আমরা [[ঘঙচ]] দিন”");
}

TEST(Misspelling, DrawnOutAndBrokenUp) {
  Expect("নাাাাা, আমিইইই, ক'রে, ক’রে, আ\u200Bমি, দি\u09CD\u200Cন, প\u09BCড়ি");
  Expect("[[কখখখগ]]");
}

TEST(Misspelling, WithoutADictionaryItIsSilent) {
  static const RuleSet all = RuleSet::Load({}).value();
  const auto none = Speller::Open("none").value();
  const CheckServices services{none.get()};
  const Linter linter = Linter::Make(all, services).value();
  SourceReader reader = SourceReader::FromText("কখগ ঘঙচ।", "test");
  EXPECT_TRUE(linter.Lint(reader, Formats()[0], [](const Diagnostic& diagnostic) {
    ADD_FAILURE() << diagnostic.rule->name;
  }));
}

TEST(Misspelling, WhatRecursIsToldOnce) {
  const auto found = Check("ঝাক্কুস না। ঝাক্কুসের বই, ঝাক্কুসকে, কখগঘ, কখগঘ।\n\nঝাক্কুসও না।\n");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].place.Match(), "ঝাক্কুস");
  EXPECT_EQ(Render(found[0], Language::kEnglish), "not in the dictionary: ঝাক্কুস (4 times)");
  EXPECT_EQ(found[0].related.size(), 3U);
  EXPECT_EQ(Render(found[1], Language::kBengali), "অভিধানে নেই: কখগঘ");
}

TEST(Misspelling, WordListsAccept) {
  EXPECT_TRUE(Check("# bnlint: words ঝাক্কুস* কখগ\nঝাক্কুসের কখগ।").empty());
  EXPECT_EQ(Check("# bnlint: words ঝাক্কুস\nঝাক্কুসের কখগ।").size(), 2U);
}

TEST(Misspelling, SuggestsWhenAsked) {
  EXPECT_TRUE(Check("আমর বই").at(0).fixes.empty());
  const auto found = Check("আমর বই", true);
  ASSERT_EQ(found.size(), 1U);
  ASSERT_FALSE(found[0].fixes.empty());
  EXPECT_LE(found[0].fixes.size(), 3U);
  std::string all;
  for (const Fix& fix : found[0].fixes) {
    EXPECT_EQ(fix.safety, FixSafety::kUnsafe);
    ASSERT_EQ(fix.edits.size(), 1U);
    EXPECT_EQ(fix.edits[0].span, found[0].place.span);
    all += (all.empty() ? "" : ", ") + fix.edits[0].text;
  }
  EXPECT_THAT(all, testing::HasSubstr("আমরা"));
  EXPECT_EQ(Render(found[0], Language::kEnglish), "not in the dictionary: আমর → " + all);
}

}  // namespace
}  // namespace bnlint
