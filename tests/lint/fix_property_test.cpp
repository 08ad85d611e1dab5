// The laws of fixing over texts that chance has damaged: clean Bengali with signs, spaces, digits, joiners, entities and
// broken bytes thrown in, as plain text and as Markdown. The seeds are fixed, so every run reads the same texts.

#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "formats/format.h"
#include "lint/fix_laws.h"

namespace bnlint {
namespace {

using fix_laws::Laws;

const RuleSet& AllRules() {
  static const RuleSet rules = RuleSet::Load({}).value();
  return rules;
}

// Chance that is the same with every compiler: the standard fixes the generator, not the distributions.
class Chance {
 public:
  explicit Chance(uint32_t seed) : engine_(seed) {}
  size_t Below(size_t limit) { return engine_() % limit; }
  bool OneIn(size_t many) { return Below(many) == 0; }
  template <typename List>
  const auto& Of(const List& list) {
    return list[Below(list.size())];
  }

 private:
  std::mt19937 engine_;
};

constexpr std::array<std::string_view, 40> kWords = {"আমরা",
                                                     "সকালে",
                                                     "নদীর",
                                                     "ধারে",
                                                     "বসে",
                                                     "গল্প",
                                                     "করি",
                                                     "পুরোনো",
                                                     "বইয়ের",
                                                     "পাতা",
                                                     "উল্টে",
                                                     "দেখি",
                                                     "বৃষ্টি",
                                                     "নামলে",
                                                     "ছাদে",
                                                     "যাই",
                                                     "মা",
                                                     "রান্না",
                                                     "করেন",
                                                     "দুঃখ",
                                                     "আনন্দ",
                                                     "কর্ম",
                                                     "বিশ্ববিদ্যালয়",
                                                     "থেকে",
                                                     "ফিরে",
                                                     "চাঁদ",
                                                     "ওঠে",
                                                     "ঐক্য",
                                                     "র‍্যাব",
                                                     "হঠাৎ",
                                                     "ভেরেশচ্যাগিন",
                                                     "জ্ঞান",
                                                     "ক্ষমা",
                                                     "২০২৪",
                                                     "৫০%",
                                                     "ড়",
                                                     "শ্রীমতী",
                                                     "সূর্য",
                                                     "লাইব্রেরি",
                                                     "এবং"};
constexpr std::array<std::string_view, 6> kEnds = {"।", "?", "!", "।”", "৷", "|"};
constexpr std::array<std::string_view, 9> kBreaks = {"\n",   "\n",   "\n\n", "\r\n", "\r\n\r\n",
                                                     "\n- ", "\n# ", "\n> ", "\n1. "};
// What chance throws in.
constexpr std::array<std::string_view, 58> kDamage = {
    "া",      "ি",      "ী",       "ু",       "ে",      "ো",      "ৌ",      "্",        "ঁ",
    "ং",      "ঃ",      "়",        "ৗ",      "্য",      "্র",      "র্",      " ",       "  ",
    "\t",     "\n",     ",",       " ,",     ", ",     ";",      ":",      "।",       "॥",
    "৷",      "|",      ".",       "-",      "--",     "“",      "”",      "\"",      "'",
    "(",      ")",      "7",       "2019",   "৪",      "४",      "Ｘ",     "১2",      "\u200B",
    "\u200C", "\u200D", "\u00AD",  "\uFEFF", "\u00A0", "\uFFFD", "&nbsp;", "&#2453;", "à¦•à¦°à¦¿",
    "অা",     "ব়",      "ত্\u200D", "ঙ্চ"};
constexpr std::array<std::string_view, 6> kBroken = {"\xE0\xA6", "\x80",         "\xFF",
                                                     "\xC3",     "\xF0\x9F\x98", "\xE0"};

std::string CleanText(Chance& chance) {
  std::string text = chance.OneIn(12) ? "\xEF\xBB\xBF" : "";
  const size_t sentences = 1 + chance.Below(6);
  for (size_t i = 0; i < sentences; ++i) {
    const size_t words = 2 + chance.Below(9);
    for (size_t w = 0; w < words; ++w) {
      if (w > 0) text += " ";
      text += chance.Of(kWords);
    }
    text += chance.OneIn(3) ? chance.Of(kEnds) : "।";
    text += chance.OneIn(2) ? " " : chance.Of(kBreaks);
  }
  return text;
}

size_t Boundary(std::string_view text, size_t at) {
  while (at < text.size() && IsContinuation(text[at])) ++at;
  return at;
}

std::string Damage(std::string text, Chance& chance, bool broken) {
  const size_t blows = 1 + chance.Below(12);
  for (size_t i = 0; i < blows; ++i) {
    const size_t at = Boundary(text, chance.Below(text.size() + 1));
    const size_t kind = chance.Below(10);
    if (kind < 7) {
      text.insert(at, chance.Of(kDamage));
      if (chance.OneIn(3)) text.insert(at, chance.Of(kDamage));
    } else if (kind == 7) {
      text.erase(at, Boundary(text, std::min(at + 1, text.size())) - at);
    } else if (kind == 8) {
      const size_t size = Boundary(text, std::min(at + 1 + chance.Below(20), text.size())) - at;
      text.insert(at, text.substr(at, size));
    } else if (broken) {
      text.insert(std::min(at + chance.Below(3), text.size()), chance.Of(kBroken));
    }
  }
  return text;
}

void CheckLaws(Laws laws, std::string_view format, uint32_t first_seed, int texts) {
  int failures = 0;
  for (int i = 0; i < texts; ++i) {
    const uint32_t seed = first_seed + static_cast<uint32_t>(i);
    Chance chance(seed);
    const std::string clean = CleanText(chance);
    const std::string text = Damage(clean, chance, chance.OneIn(4));
    SCOPED_TRACE("seed " + std::to_string(seed) + ": " + text);
    laws.Check(text, *FormatByName(format));
    if (testing::Test::HasFailure() && ++failures >= 3) return;
  }
  EXPECT_LE(laws.unsettled(), texts / 1000);
}

TEST(FixProperty, SafeFixesOfPlainText) {
  CheckLaws(Laws(AllRules().Select({}).value(), {}), "plain", 1, 2000);
}

TEST(FixProperty, SafeFixesOfMarkdown) {
  CheckLaws(Laws(AllRules().Select({}).value(), {}), "markdown", 100'000, 1000);
}

TEST(FixProperty, AllFixesOfPlainText) {
  FixPolicy policy{true, {}};
  for (const Rule& rule : AllRules().rules()) policy.named.push_back(rule.id);
  CheckLaws(Laws(AllRules(), policy), "plain", 200'000, 1000);
}

TEST(FixProperty, AllFixesOfMarkdown) {
  FixPolicy policy{true, {}};
  for (const Rule& rule : AllRules().rules()) policy.named.push_back(rule.id);
  CheckLaws(Laws(AllRules(), policy), "markdown", 300'000, 1000);
}

}  // namespace
}  // namespace bnlint
