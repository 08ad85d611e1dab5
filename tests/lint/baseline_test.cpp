#include "lint/baseline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "formats/format.h"
#include "lint/linter.h"

namespace bnlint {
namespace {

using testing::HasSubstr;

const RuleSet& Rules() {
  static const RuleSet rules = RuleSet::Load({}).value().Select({}).value();
  return rules;
}

std::vector<Diagnostic> Lint(const std::string& text) {
  static const CheckServices services;
  static const Linter linter = Linter::Make(Rules(), services).value();
  SourceReader reader = SourceReader::FromText(text, "x");
  std::vector<Diagnostic> found;
  EXPECT_TRUE(linter
                  .Lint(reader, *FormatByName("plain"),
                        [&](Diagnostic diagnostic) { found.push_back(std::move(diagnostic)); })
                  .has_value());
  return found;
}

// A baseline of `text` that has been written and read.
Baseline Made(const std::string& text) {
  Baseline baseline;
  for (const Diagnostic& diagnostic : Lint(text)) baseline.Add("a.txt", diagnostic);
  auto read = Baseline::Parse(baseline.ToJson(), "b.json");
  EXPECT_TRUE(read.has_value()) << read.error().ToString();
  return std::move(*read);
}

// What of the findings in `text` is new: "<line>:<rule>".
std::vector<std::string> News(Baseline& baseline, const std::string& text) {
  std::vector<std::string> news;
  for (const Diagnostic& diagnostic : Lint(text)) {
    if (baseline.Take("a.txt", diagnostic)) continue;
    news.push_back(std::to_string(diagnostic.place.begin.line) + ":" + diagnostic.rule->id);
  }
  return news;
}

const auto kAll = [](const std::string&, const std::string&) { return true; };

using Lines = std::vector<std::string>;

std::string Joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n\n";
  return text;
}

// A clean sentence, nearly always another.
std::string Sentence(std::mt19937& chance) {
  static const std::vector<std::string> words = {"আকাশ", "নদী", "মাঠ",  "সকাল", "বিকেল", "মা",
                                                 "বাবা", "গল্প", "বৃষ্টি", "ছাদ",  "বই",    "গান"};
  std::vector<std::string> shuffled = words;  // none twice in a row
  std::shuffle(shuffled.begin(), shuffled.end(), chance);
  std::string text;
  for (size_t i = 0; i < 6; ++i) text += shuffled[i] + " ";
  return text + "ছিল।";
}

// A line with one fault of punctuation in it.
std::string Fault(std::mt19937& chance, int kind) {
  const std::string first = Sentence(chance);
  const std::string second = Sentence(chance);
  constexpr std::string_view danda = "।";
  switch (kind % 3) {
    case 0: return first + second;  // no space behind
    case 1: return first.substr(0, first.size() - danda.size()) + " । " + second;  // one before
    default:
      return first + " " + second.substr(0, second.size() - danda.size()) + ",," +
             " তারপর মা এলেন।";
  }
}

TEST(Baseline, HidesExactlyTheOldAfterThirtyUnrelatedEdits) {
  for (uint32_t seed = 0; seed < 20; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 chance(seed);
    Lines lines;
    for (int i = 0; i < 120; ++i) {
      lines.push_back(i % 4 == 0 ? Fault(chance, i / 4) : Sentence(chance));
    }
    std::vector<bool> fault(lines.size());
    for (size_t i = 0; i < lines.size(); ++i) fault[i] = i % 4 == 0;
    Baseline baseline = Made(Joined(lines));
    ASSERT_GE(baseline.findings(), 20U);
    // Lines come, go and change; a line with an old fault gains and loses words far from it, and moves.
    size_t new_faults = 0;
    for (int edit = 0; edit < 30; ++edit) {
      const size_t at = chance() % lines.size();
      const auto where = static_cast<std::ptrdiff_t>(at);
      switch (edit % 5) {
        case 0:
          lines.insert(lines.begin() + where, Sentence(chance));
          fault.insert(fault.begin() + where, false);
          break;
        case 1:
          if (fault[at]) break;
          lines.erase(lines.begin() + where);
          fault.erase(fault.begin() + where);
          break;
        case 2: lines[at] = Sentence(chance) + " " + lines[at]; break;
        case 3: lines[at] += " " + Sentence(chance); break;
        default:
          lines.insert(lines.begin() + where, Fault(chance, 0));
          fault.insert(fault.begin() + where, true);
          ++new_faults;
      }
    }
    // The new ones, all of one kind, and nothing else.
    const std::string text = Joined(lines);
    const auto news = News(baseline, text);
    EXPECT_EQ(news.size(), new_faults) << testing::PrintToString(news) << text;
    for (const std::string& one : news) EXPECT_TRUE(one.ends_with(":PUN002")) << one;
    EXPECT_TRUE(baseline.Stale(kAll).empty());
  }
}

TEST(Baseline, CountsWhatLooksTheSame) {
  const std::string fault = "তিনি এলেন।সবাই বসল।\n\n";
  Baseline baseline = Made(fault + fault);
  EXPECT_THAT(News(baseline, fault + "নদী।\n\n" + fault + fault), testing::ElementsAre("7:PUN002"));
  Baseline again = Made(fault + fault);
  EXPECT_TRUE(News(again, fault).empty());
  const auto stale = again.Stale(kAll);
  ASSERT_EQ(stale.size(), 1U);
  EXPECT_EQ(stale[0].file, "a.txt");
  EXPECT_EQ(stale[0].rule, "PUN002");
  EXPECT_EQ(stale[0].count, 1U);
  again.Prune(kAll);
  EXPECT_EQ(again.findings(), 1U);
}

TEST(Baseline, IsForItsFile) {
  Baseline baseline = Made("তিনি এলেন।সবাই বসল।\n");
  const auto found = Lint("তিনি এলেন।সবাই বসল।\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FALSE(baseline.Take("b.txt", found[0]));
  EXPECT_TRUE(baseline.Take("a.txt", found[0]));
  EXPECT_FALSE(baseline.Take("a.txt", found[0]));
}

TEST(Baseline, HidesWhatIsToldOnceInTheWholeDocument) {
  const std::string word = "কুলাউড়াইলক ছিল।\n\n";
  Baseline thrice = Made(word + word + word);
  EXPECT_TRUE(News(thrice, "নদী।\n\n" + word + word).empty());
  // Two that were known, and then a third.
  Baseline twice = Made(word + word);
  EXPECT_EQ(News(twice, word + word + "আবার " + word).size(), 1U);
}

TEST(Baseline, IsSortedAndStable) {
  const std::string text = "তিনি এলেন।সবাই বসল।\n\nসবাই বসল ।\n";
  Baseline one;
  Baseline other;
  const auto found = Lint(text);
  for (const char* file : {"b.txt", "a.txt"}) {
    for (const Diagnostic& diagnostic : found) one.Add(file, diagnostic);
  }
  for (const char* file : {"a.txt", "b.txt"}) {
    for (size_t i = found.size(); i-- > 0;) other.Add(file, found[i]);
  }
  EXPECT_EQ(one.ToJson(), other.ToJson());
  EXPECT_EQ(Baseline::Parse(one.ToJson(), "x").value().ToJson(), one.ToJson());
  EXPECT_THAT(one.ToJson(), HasSubstr("\n    \"a.txt\": {\n      \"PUN002 "));
}

TEST(Baseline, SaysWhatIsWrongWithAFile) {
  const auto error = [](const std::string& json) {
    const auto read = Baseline::Parse(json, "b.json");
    return read ? "none" : read.error().ToString();
  };
  EXPECT_THAT(error("{\n  \"files\" {}\n}"), testing::StartsWith("b.json:2:"));
  EXPECT_THAT(error(""), testing::StartsWith("b.json:1:1: "));
  EXPECT_THAT(error("[]"), HasSubstr("no baseline of bnlint"));
  EXPECT_THAT(error("{\"bnlint_baseline\": 2, \"files\": {}}"), HasSubstr("another version"));
  EXPECT_THAT(error("{\"bnlint_baseline\": 1}"), HasSubstr("'files'"));
  const std::string head = "{\"bnlint_baseline\": 1, \"files\": {\"a.txt\":\n ";
  EXPECT_THAT(error(head + "[]}}"), testing::StartsWith("b.json:1:"));
  EXPECT_THAT(error(head + "{\"PUN002\": 1}}}"), testing::StartsWith("b.json:2:3: "));
  EXPECT_THAT(error(head + "{\"PUN002 0123456789abcdef\": 0}}}"), HasSubstr("number from 1"));
  EXPECT_THAT(error(head + "{\"PUN002 0123456789abcdef\": -1}}}"), HasSubstr("number from 1"));
  EXPECT_THAT(error(head + "{\"PUN002 0123456789abcdef\": \"x\"}}}"), HasSubstr("number from 1"));
  EXPECT_EQ(error(head + "{\"PUN002 0123456789abcdef\": 3}}}"), "none");
}

}  // namespace
}  // namespace bnlint
