#include "rule/pattern.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bnlint {
namespace {

std::shared_ptr<const Pattern> Make(PatternSpec spec) {
  const std::string text = spec.pattern;
  auto pattern = Pattern::Compile(std::move(spec));
  if (!pattern) throw std::runtime_error(text + ": " + pattern.error().message);
  return *pattern;
}

// The text with [ ] around each mark.
std::string Marked(const Pattern& pattern, std::string_view text) {
  std::string out;
  size_t at = 0;
  for (const PatternMatch& match : pattern.FindAll(text)) {
    EXPECT_GE(match.mark.begin, at) << "marks must ascend: " << text;
    out += std::string(text.substr(at, match.mark.begin - at)) + "[" +
           std::string(text.substr(match.mark.begin, match.mark.size())) + "]";
    at = match.mark.end;
  }
  return out + std::string(text.substr(at));
}

struct Case {
  PatternSpec spec;
  std::string_view text;
  std::string_view marked;
};

TEST(Pattern, FindsMarks) {
  const std::vector<Case> cases = {
      {{"বন", 0, false, false, ""}, "বনের বন", "[বন]ের [বন]"},
      {{"বন", 0, true, false, ""}, "বনের বন, উপবন বন।", "বনের [বন], উপবন [বন]।"},
      {{"বন", 0, true, false, ""}, "১বন বন২ aবন (বন)", "১বন বন২ aবন ([বন])"},
      {{"বন", 0, true, false, ""}, "বন\u200C বন", "বন\u200C [বন]"},
      {{"গাছ( +)।", 1, false, false, ""}, "গাছ  । গাছ। গাছ ।", "গাছ[  ]। গাছ। গাছ[ ]।"},
      // What one match read as context the next may mark.
      {{"([০-৯]),[০-৯]", 1, false, false, ""}, "১,২,৩,৪", "[১],[২],[৩],৪"},
      {{"কাক", 0, false, false, ""}, "কাকাক কাক", "[কাক]াক [কাক]"},
      // A group that took no part marks nothing, and the search goes on.
      {{"ফুল|(ফল)", 1, false, false, ""}, "ফুল ফল ফুল ফল", "ফুল [ফল] ফুল [ফল]"},
      {{"{{bn_digit}}+", 0, false, false, ""}, "২০১১ সাল", "[২০১১] সাল"},
      {{"বন", 0, false, false, ""}, "\xFF বন\xE0\xA6 বন\x80", "\xFF [বন]\xE0\xA6 [বন]\x80"},
      {{"বন", 0, true, false, ""}, "\xFFবন\xFF", "\xFF[বন]\xFF"},
      {{"[^ ]+", 0, false, false, ""}, "ক\xFFখ", "[ক]\xFF[খ]"},
      {{"বন", 0, false, false, ""}, "", ""},
      {{"()বন", 1, false, false, ""}, "বনবন", "[]বন[]বন"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Marked(*Make(c.spec), c.text), c.marked) << c.spec.pattern;
  }
}

TEST(Pattern, ReplacesWithGroups) {
  const auto pattern = Make({"(বই)(গুলা)( ?)", 2, false, true, "[${1}${3}]গুলো$"});
  EXPECT_TRUE(pattern->has_replace());
  const auto matches = pattern->FindAll("এই বইগুলা");
  ASSERT_EQ(matches.size(), 1U);
  EXPECT_EQ(matches[0].groups, (std::vector<std::string_view>{"বইগুলা", "বই", "গুলা", ""}));
  EXPECT_EQ(pattern->Replacement(matches[0]), "[বই]গুলো$");
  EXPECT_FALSE(Make({"ক", 0, false, false, ""})->has_replace());
}

TEST(Pattern, RefusesWhatCannotWork) {
  const std::vector<std::pair<PatternSpec, std::string_view>> cases = {
      {{"(", 0, false, false, ""}, "not RE2"},
      {{"(?=ক)", 0, false, false, ""}, "not RE2"},
      {{"ক", 1, false, false, ""}, "no group 1"},
      {{"ক", -1, false, false, ""}, "no group -1"},
      {{"ক*", 0, false, false, ""}, "empty"},
      {{"(ক)", 0, false, true, "${2}"}, "no group 2"},
      {{"(ক)", 0, false, true, "${1"}, "${0}"},
      {{"(ক)", 0, false, true, "${"}, "${0}"},
      {{"(?:(?:[ক-হ]{60}){60}){60}", 0, false, false, ""}, ""},
      {{"(ক)(ক)(ক)(ক)(ক)(ক)(ক)(ক)(ক)(ক)", 0, false, false, ""}, "9 groups"},
      {{R"(\bক)", 0, false, false, ""}, "edges"},
  };
  for (const auto& [spec, says] : cases) {
    const auto pattern = Pattern::Compile(spec);
    ASSERT_FALSE(pattern) << spec.pattern;
    EXPECT_NE(pattern.error().message.find(says), std::string::npos) << pattern.error().message;
  }
}

// The gate names exactly the patterns that match, whatever the text.
TEST(PatternGate, EqualsAskingEachPattern) {
  std::vector<std::shared_ptr<const Pattern>> owned;
  for (const char* source : {"ক", "কখ+", "খ(গ)", "^ক", "গ$", "{{bn_digit}}{2}", "[^ক]খ", "।।|॥",
                             "ক.খ", "{{bn_word}} {{bn_word}}", "(?i)a", "ঘ"}) {
    owned.push_back(Make({source, 0, false, false, ""}));
  }
  std::vector<const Pattern*> patterns;
  patterns.reserve(owned.size());
  for (const auto& pattern : owned) patterns.push_back(pattern.get());
  PatternGate first(patterns);
  const PatternGate gate = std::move(first);
  static constexpr std::array<std::string_view, 14> kPieces = {
      "ক", "খ", "গ", "া", "১", "২", "।", "॥", " ", "\n", "A", "\xFF", "\xE0\xA6", "😀"};
  std::mt19937 random(3);  // NOLINT(*-msc51-cpp): the same run each time
  std::vector<int> got{99};
  std::vector<int> seen(patterns.size(), 0);
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    for (size_t left = random() % 9; left > 0; --left) text += kPieces[random() % kPieces.size()];
    std::vector<int> expected;
    for (size_t j = 0; j < patterns.size(); ++j) {
      if (patterns[j]->FindAll(text).empty()) continue;
      expected.push_back(static_cast<int>(j));
      ++seen[j];
    }
    gate.Candidates(text, got);
    ASSERT_EQ(got, expected) << testing::PrintToString(text);
  }
  for (size_t j = 0; j + 1 < seen.size(); ++j) EXPECT_GT(seen[j], 0) << "never tried: " << j;
  const PatternGate none({});
  none.Candidates("ক", got);
  EXPECT_TRUE(got.empty());
}

}  // namespace
}  // namespace bnlint
