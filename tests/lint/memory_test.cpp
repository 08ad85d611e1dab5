// Linting with what was learnt before finds what linting without finds: over documents that change at random, with
// findings of every kind of judgement in them.

#include "lint/memory.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "formats/format.h"
#include "lint/linter.h"
#include "rule/rule.h"

namespace bnlint {
namespace {

std::string Told(const Place& place) {
  return std::to_string(place.span.begin) + "-" + std::to_string(place.span.end) + "@" +
         std::to_string(place.begin.line) + ":" + std::to_string(place.begin.column) + "/" +
         std::to_string(place.begin.utf16) + "," + std::to_string(place.end.line) + ":" +
         std::to_string(place.end.column) + "/" + std::to_string(place.end.utf16) + " " +
         place.context + "[" + std::to_string(place.match_begin);
}

std::string Told(const Diagnostic& finding) {
  std::string told = finding.rule->id + " " + Render(finding, Language::kEnglish) + " " +
                     Told(finding.place) + " " + std::to_string(static_cast<int>(finding.severity));
  for (const Place& place : finding.related) told += "\n  also " + Told(place);
  for (const Fix& fix : finding.fixes) {
    for (const Edit& edit : fix.edits) {
      told += "\n  fix " + std::to_string(edit.span.begin) + "-" + std::to_string(edit.span.end) +
              " " + edit.text;
    }
  }
  return told;
}

std::vector<std::string> Findings(const Linter& linter, const std::string& text,
                                  const Format& format, LintMemory* memory) {
  std::vector<std::string> findings;
  SourceReader reader = SourceReader::FromText(text, "text");
  EXPECT_TRUE(linter.Lint(
      reader, format, [&](Diagnostic found) { findings.push_back(Told(found)); }, {}, {}, {}, memory));
  return findings;
}

const std::vector<std::string>& Paragraphs() {
  static const std::vector<std::string> kParagraphs = {
      "মেয়র সাংবাদিকদের এ কথা জানান।",
      "তিনি বলেন,আমরা যাব।সবাই গেল।",
      "সেতুর 80% কাজ হয়েছে ২০১৯ সালে।",
      "ভেরেশচ্যাগিনের নকশায় কাজ শুরু হয়।",
      "ভেরেশচাগিন পরে শহর ছেড়ে চলে যান, আমরা সবাই তাঁকে ভালো জানি আর ভাল বলি",
      "“উক্তি এখানে খুলল আর",
      "এখানে বন্ধ হল” (বন্ধনী",
      "শেষ) হল ।",
      "হ্যাঁ, আমরা নতুন সেতুর কথা বলেছি, তার খরচের হিসাবও সবাইকে দেখিয়েছি।",
      "জল পড়ে পাতা নড়ে",
      "undefined টাকা দেওয়া হয়েছে বলে জানা যায়।",
      "কোড লেখা",
      "<!-- bnlint: words ঝিনুকবাহারু -->",
      "ঝিনুকবাহারু এল। ঝিনুকবাহারু গেল।",
      "# শিরোনাম",
      "| ক | খ |\n|---|---|\n| ভাল | 12 |",
      "- এক **জোর** দেওয়া।কথা &amp; আরও",
      "😀 à¦†à¦®à¦¿ িকছু",
      "তার ????? ??? ???? কথা।",
      "Avwg evsjvq Mvb MvB",
      "মোঃ রহিম ও মো. করিম",
      "১৯৭১-৭২ সাল -- তখন – আর"};
  return kParagraphs;
}

void Compare(const char* format_name, unsigned seed, int rounds) {
  const auto all = RuleSet::Load({});
  ASSERT_TRUE(all);
  const CheckServices services;
  const auto linter = Linter::Make(*all, services);
  ASSERT_TRUE(linter);
  const Format& format = *FormatByName(format_name);
  std::mt19937 random(seed);
  std::vector<std::string> parts(40);
  for (std::string& part : parts) part = Paragraphs()[random() % Paragraphs().size()];
  LintMemory memory;
  size_t found = 0;
  for (int round = 0; round < rounds; ++round) {
    std::string& part = parts[random() % parts.size()];
    switch (random() % 4) {
      case 0: part = Paragraphs()[random() % Paragraphs().size()]; break;
      case 1: part += "।"; break;
      case 2: part.insert(0, "ক "); break;
      default: std::swap(part, parts[random() % parts.size()]);
    }
    std::string text;
    for (const std::string& one : parts) text += one + (random() % 3 == 0 ? "\r\n\r\n" : "\n\n");
    const auto fresh = Findings(*linter, text, format, nullptr);
    ASSERT_EQ(Findings(*linter, text, format, &memory), fresh) << "round " << round;
    found += fresh.size();
  }
  EXPECT_GT(found, static_cast<size_t>(rounds) * 10);
}

TEST(LintMemory, PlainTextIsJudgedAsIfFresh) { Compare("plain", 1, 60); }
TEST(LintMemory, MarkdownIsJudgedAsIfFresh) { Compare("markdown", 2, 60); }

TEST(LintMemory, StopsWhenToldAndGoesOnFromThere) {
  const auto all = RuleSet::Load({});
  const CheckServices services;
  const auto linter = Linter::Make(*all, services);
  const Format& format = *FormatByName("plain");
  std::string text;
  for (const std::string& one : Paragraphs()) text += one + "\n\n";
  LintMemory memory;
  int asked = 0;
  memory.stop = [&] { return ++asked > 5; };
  SourceReader reader = SourceReader::FromText(text, "text");
  EXPECT_FALSE(linter->Lint(
      reader, format, [](const Diagnostic&) {}, {}, {}, {}, &memory));
  EXPECT_EQ(asked, 6);
  memory.stop = {};
  EXPECT_EQ(Findings(*linter, text, format, &memory), Findings(*linter, text, format, nullptr));
}

}  // namespace
}  // namespace bnlint
