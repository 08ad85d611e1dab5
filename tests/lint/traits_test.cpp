// The traits of paragraphs and words only spare questions: whatever the text, the findings are those of a linter whose
// checks look at everything.

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "formats/format.h"
#include "lint/linter.h"
#include "rule/ruleset.h"

namespace bnlint {
namespace {

std::string Shown(const Diagnostic& diagnostic) {
  std::string shown = diagnostic.rule->id + ' ' + std::to_string(diagnostic.place.span.begin) +
                      '-' + std::to_string(diagnostic.place.span.end);
  for (const Arg& arg : diagnostic.args) shown += ' ' + arg.name + '=' + arg.value;
  for (const Place& place : diagnostic.related) shown += " @" + std::to_string(place.span.begin);
  for (const Fix& fix : diagnostic.fixes) {
    for (const Edit& edit : fix.edits) {
      shown += " [" + std::to_string(edit.span.begin) + ' ' + edit.text + ']';
    }
  }
  return shown;
}

std::vector<std::string> Findings(const Linter& linter, const std::string& text) {
  std::vector<std::string> found;
  SourceReader reader = SourceReader::FromText(text, "text");
  const auto linted = linter.Lint(reader, Formats()[0], [&](const Diagnostic& diagnostic) {
    found.push_back(Shown(diagnostic));
  });
  EXPECT_TRUE(linted.has_value());
  return found;
}

// Pieces that the checks care about, and what makes words of them.
constexpr std::array<std::string_view, 96> kPieces = {"আমি",       "তিনি",
                                                      "বলেন",      "করেছে",
                                                      "করিয়াছে",   "হৃদয়",
                                                      "হূদয়",       "টি",
                                                      "এর",        "নি",
                                                      "সরকার",     "মৃতু্য",
                                                      "কর্ম্ম",      "র্য",
                                                      "র\u200C্য",  "ত্",
                                                      "ৎ",         "কোন ",
                                                      "না",        "থেকে",
                                                      "ওটায়",      "লোরেম",
                                                      "ক",         "ষ",
                                                      "র",         "য",
                                                      "ড",         "ৰ",
                                                      "অ",         "আ",
                                                      "ঃ",         "ঁ",
                                                      "়",          "্",
                                                      "া",         "ি",
                                                      "ে",         "ো",
                                                      "ৗ",         "ূ",
                                                      "।",         "৷",
                                                      "॥",         "|",
                                                      "১",         "৩",
                                                      "২০১",       "1",
                                                      "12",        "3.14",
                                                      "٣",         ",",
                                                      ";",         ".",
                                                      "?",         "??",
                                                      "!",         ":",
                                                      "-",         "–",
                                                      "(",         ")",
                                                      "[",         "]",
                                                      "\"",        "“",
                                                      "”",         "‘",
                                                      "’",         "'",
                                                      "…",         " ",
                                                      " ",         " ",
                                                      "  ",        "\t",
                                                      "\n",        "\n\n",
                                                      "a",         "null",
                                                      "Wi-Fi",     "http://x.y/z",
                                                      "a@b.cd",    "&amp;",
                                                      "%E0%A6%95", "\u200B",
                                                      "\u00AD",    "\u200D",
                                                      "©",         "¾",
                                                      "†",         "à¦•",
                                                      "\uFFFD",    "\xE0\xA6",
                                                      "{name}",    "<b>"};

std::string RandomText(std::mt19937& random) {
  std::string text;
  const size_t pieces = 20 + random() % 150;
  for (size_t i = 0; i < pieces; ++i) {
    text += kPieces[random() % kPieces.size()];
    if (random() % 3 == 0) text += ' ';
  }
  return text;
}

TEST(Traits, SpareQuestionsAndChangeNothing) {
  const RuleSet rules = RuleSet::Load({}).value().Select({{}, {}, {}, "copyedit"}).value();
  const CheckServices services;
  const Linter fast = Linter::Make(rules, services).value();
  Linter plain = Linter::Make(rules, services).value();
  plain.LookAtEverything();
  std::mt19937 random(20261128);  // NOLINT(cert-msc51-cpp): the same texts on every run
  size_t findings = 0;
  for (int i = 0; i < 1500; ++i) {
    const std::string text = RandomText(random);
    const auto expected = Findings(plain, text);
    ASSERT_EQ(Findings(fast, text), expected) << text;
    findings += expected.size();
  }
  EXPECT_GT(findings, 10000U);
}

}  // namespace
}  // namespace bnlint
