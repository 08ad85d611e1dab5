// The rules of rules/unicode/ together: silent on every word that is right, and their fixes true.

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "embed/embed.h"
#include "formats/format.h"
#include "lint/fix.h"
#include "lint/linter.h"
#include "rule/ruleset.h"
#include "spelling/speller.h"
#include "text/akshara.h"
#include "text/utf8.h"

namespace bnlint {
namespace {

std::vector<Diagnostic> Check(const std::string& text, std::string_view what = "unicode") {
  static const RuleSet all = RuleSet::Load({}).value();
  static const CheckServices services;
  const RuleSet rules = all.Select({{std::string(what)}, {}, {}, {}}).value();
  const Linter linter = Linter::Make(rules, services).value();
  std::vector<Diagnostic> found;
  SourceReader reader = SourceReader::FromText(text, "test");
  EXPECT_TRUE(linter.Lint(reader, Formats()[0],
                          [&](Diagnostic diagnostic) { found.push_back(std::move(diagnostic)); }));
  // Rules are looked up by name only; `rules` ends here.
  for (Diagnostic& diagnostic : found) diagnostic.rule = all.Find(diagnostic.rule->id);
  std::erase_if(found, [](const Diagnostic& d) { return d.severity == Severity::kInfo; });
  return found;
}

// The frequent words that the dictionary knows.
const std::vector<std::string>& KnownWords() {
  static const auto words = [] {
    std::vector<std::string> known;
    std::string_view rest = Embedded("dictionaries/bn/frequency.tsv");
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      const std::string word(line.substr(0, line.find('\t')));
      if (line.starts_with('#') || CountAksharas(word) < 2) continue;
      if (Speller::Embedded().Knows(word)) known.push_back(word);
    }
    return known;
  }();
  return words;
}

TEST(UnicodeRules, AreSilentOnEveryKnownWord) {
  ASSERT_GT(KnownWords().size(), 50'000U);
  std::string text;
  for (const std::string& word : KnownWords()) text += word + "।\n";
  for (const Diagnostic& found : Check(text)) {
    ADD_FAILURE() << found.rule->name << ": " << found.place.context;
  }
}

// Slips of keyboards and converters, each on a word.
std::string Damaged(std::string word, int kind, std::mt19937& random) {
  struct Slip {
    std::string_view from, to;
  };
  static constexpr Slip kSlips[] = {
      {"া", "াা"}, {"ি", "িি"},  {"ে", "ে্"},       {"আ", "অা"},      {"র", "ব\u09BC"},
      {"ো", "াে"}, {"াঁ", "ঁা"},   {"ৎ", "ত্\u200D"}, {"ৎ", "ত্"},       {"্য", "্য\u09BC"},
      {"্র", "্র্র"}, {"ঞ্চ", "ঙ্চ"}, {"র", "ৰ"},       {"্য", "\u200D্য"}, {"ক", "\u200Cক"},
      {"ই", "্ই"},  {"্ত", " ্ত"},  {"য়", "য়\u09BC"}, {"ই", "\u0987া"}, {"স", "स"},
  };
  const Slip& slip = kSlips[static_cast<size_t>(kind) % std::size(kSlips)];
  std::vector<size_t> places;
  for (size_t at = word.find(slip.from); at != std::string::npos;
       at = word.find(slip.from, at + 1)) {
    places.push_back(at);
  }
  if (places.empty()) return {};
  return word.replace(places[random() % places.size()], slip.from.size(), slip.to);
}

std::string Fixed(const std::string& text, const std::vector<Diagnostic>& found) {
  std::vector<Fix> fixes;
  for (const Diagnostic& diagnostic : found) {
    if (!diagnostic.fixes.empty() && diagnostic.fixes.front().safety == FixSafety::kSafe) {
      fixes.push_back(diagnostic.fixes.front());
    }
  }
  return ApplyFixes(text, fixes);
}

TEST(UnicodeRules, SafeFixesGiveKnownWordsAndLeaveNothingBehind) {
  std::mt19937 random(7);  // NOLINT(*-msc51-cpp): the same run each time
  std::vector<std::string> words;
  std::string text;
  for (int i = 0; i < 20'000; ++i) {
    const std::string& word = KnownWords()[random() % KnownWords().size()];
    const std::string damaged = Damaged(word, i, random);
    if (!damaged.empty()) text += damaged + "।\n";
  }
  const std::vector<Diagnostic> found = Check(text);
  EXPECT_GT(found.size(), 3'000U);
  const std::string fixed = Fixed(text, found);
  ASSERT_NE(fixed, text);
  const std::string again = Fixed(fixed, Check(fixed));
  size_t changed = 0;
  size_t b = 0;
  size_t c = 0;
  for (size_t a = 0; a < text.size();) {
    const auto line = [](const std::string& all, size_t& at) {
      const size_t begin = at;
      at = all.find('\n', begin) + 1;
      return all.substr(begin, at - begin - std::string_view("।\n").size());
    };
    const std::string before = line(text, a);
    const std::string after = line(fixed, b);
    EXPECT_EQ(line(again, c), after) << "from " << before;
    if (before == after) continue;
    ++changed;
    EXPECT_TRUE(Speller::Embedded().Knows(after)) << before << " → " << after;
  }
  EXPECT_GT(changed, 3'000U);
}

TEST(UnicodeRules, AreLinearOnHostileText) {
  for (const std::string_view part :
       {"ক্", "র্", "র্ক", "াা", "াি", "কঁা", "ত্\u200D", "র\u200C্যা", "\u200C", "ৰক", "স্হ", " ্", "ক ্",
        "aক", "ব\u09BC", "য\u09BC\u09BC", "অা", "ইা", "্র্র"}) {
    std::string text;
    while (text.size() < 100'000) text += part;
    Check(text);
  }
}

TEST(UnicodeRules, NormalFormsAreNoErrors) {
  std::string composed = "বড়ো নৌকোয় আষাঢ়ের পড়ন্ত রোদ, সৌরভ পৌঁছে দেয়; ওয়্যারলেস, খড়্গ।";
  std::string text;
  for (size_t at = 0; at < composed.size();) {
    const CodePoint c = DecodeAt(composed, at);
    switch (c.value) {
      case 0x09CB: text += "\u09C7\u09BE"; break;
      case 0x09CC: text += "\u09C7\u09D7"; break;
      case 0x09DC: text += "\u09A1\u09BC"; break;
      case 0x09DD: text += "\u09A2\u09BC"; break;
      case 0x09DF: text += "\u09AF\u09BC"; break;
      default: text += composed.substr(at, c.size);
    }
    at += c.size;
  }
  ASSERT_NE(text.find("\u09C7\u09D7"), std::string::npos);
  EXPECT_TRUE(Check(text).empty());
}

size_t Count(const std::string& text, std::string_view rule) { return Check(text, rule).size(); }

TEST(AssameseLetter, LooksAtTheDocument) {
  const std::string assamese =
      "আমাৰ ঘৰখন নদীৰ পাৰত। তাতে বহুতো গছ আছে, গছবোৰত চৰাইবোৰে গান গায়। পুৱা সূৰ্য ওলালে গোটেই গাঁওখন "
      "পোহৰ হৈ পৰে। মোৰ ভাইটিয়ে স্কুললৈ যায় আৰু মই পথাৰলৈ যাওঁ।";
  EXPECT_EQ(Count(assamese, "assamese-letter"), 0U);
  EXPECT_EQ(Count("তার গানটি আমরা শুনি।\n\n" + assamese, "assamese-letter"), 0U);
  // A short line in a Bengali text is Bengali, whether the others come before or behind.
  EXPECT_EQ(Count("তার গান আমরা শুনি।\n\nঅচিন চৰ", "assamese-letter"), 1U);
  EXPECT_EQ(Count("অচিন চৰ\n\nতার গান আমরা শুনি।", "assamese-letter"), 1U);
  EXPECT_EQ(Count("গছৰ পাত", "assamese-letter"), 0U);
}

TEST(OrphanMark, IsNoneAtACutParagraph) {
  // A paragraph longer than a part is cut; what the next part begins with had a letter before it.
  std::string text;
  while (text.size() < 60'000) text += "ক্রমাগত্বাপ্তিকা";
  EXPECT_EQ(Count(text, "orphan-mark"), 0U);
}

}  // namespace
}  // namespace bnlint
