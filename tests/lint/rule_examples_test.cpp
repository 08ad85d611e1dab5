// Every example of every rule file, each a test of its own. A bad text is flagged by its rule exactly
// where it is marked; its fix gives the good text, and nothing more on a second run, nor among all other rules; every
// good text is clean under all default rules.

#include <algorithm>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "checks/check.h"
#include "formats/format.h"
#include "lint/fix.h"
#include "lint/fix_laws.h"
#include "lint/linter.h"
#include "rule/ruleset.h"

namespace bnlint {
namespace {

// Bytes that cannot stand in a TOML file are written \xE0 in the examples of invalid-utf8.
std::string Unescape(const std::string& text, std::vector<Span>* marks) {
  std::string out;
  std::vector<size_t> where;  // offset in `text` → offset in `out`
  for (size_t at = 0; at < text.size();) {
    const bool escape = text.compare(at, 2, "\\x") == 0 && at + 4 <= text.size();
    const size_t size = escape ? 4 : 1;
    where.insert(where.end(), size, out.size());
    out += escape ? static_cast<char>(std::stoi(text.substr(at + 2, 2), nullptr, 16)) : text[at];
    at += size;
  }
  where.push_back(out.size());
  for (Span& mark : *marks) mark = {where[mark.begin], where[mark.end]};
  return out;
}

const RuleSet& AllRules() {
  static const RuleSet rules = RuleSet::Load({}).value();
  return rules;
}

std::vector<Diagnostic> Lint(const std::string& text, const Example& example, const Rule* only) {
  static const CheckServices services;
  const Selection selection{
      only == nullptr ? std::vector<std::string>() : std::vector{only->id}, {}, {}};
  const RuleSet rules = AllRules().Select(selection).value();
  const Linter linter = Linter::Make(rules, services).value();
  const Format* format = FormatByName(example.format);
  EXPECT_NE(format, nullptr) << "no format is called " << example.format;
  std::vector<Diagnostic> found;
  SourceReader reader = SourceReader::FromText(text, "example");
  AcceptedWords words;
  for (const std::string& word : example.words) words.Add(WordList::FromLine(word));
  const auto linted = linter.Lint(
      reader, format == nullptr ? Formats()[0] : *format,
      [&](Diagnostic diagnostic) { found.push_back(std::move(diagnostic)); }, words);
  EXPECT_TRUE(linted.has_value());
  // The caller looks at rules by name only; `rules` ends here.
  for (Diagnostic& diagnostic : found) diagnostic.rule = AllRules().Find(diagnostic.rule->id);
  return found;
}

std::string Show(const std::string& text, const std::vector<Span>& spans) {
  std::string out = text;
  for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
    out.insert(span->end, "]]");
    out.insert(span->begin, "[[");
  }
  return out;
}

std::vector<Span> SpansOf(const std::vector<Diagnostic>& found) {
  std::vector<Span> spans;
  for (const Diagnostic& diagnostic : found) {
    spans.push_back(diagnostic.place.span);
    for (const Place& place : diagnostic.related) {
      // Canonical-form rules tell all places in one finding; their examples mark them all.
      if (diagnostic.rule->category == "unicode") spans.push_back(place.span);
    }
  }
  std::sort(spans.begin(), spans.end());
  return spans;
}

class RuleExample : public testing::Test {
 public:
  RuleExample(const Rule& rule, const Example& example) : rule_(rule), example_(example) {}

  void TestBody() override {
    CheckGood();
    if (!example_.bad.empty()) CheckBad();
  }

 private:
  void CheckGood() {
    for (const Diagnostic& diagnostic : Lint(example_.good, example_, nullptr)) {
      if (diagnostic.severity == Severity::kInfo && diagnostic.rule != &rule_) continue;
      ADD_FAILURE() << rule_.name << ".toml:" << example_.line << ": the good text is flagged by "
                    << diagnostic.rule->name << ": "
                    << Show(example_.good, {diagnostic.place.span});
    }
    EXPECT_TRUE(Lint(example_.good, example_, &rule_).empty()) << "good text: " << example_.good;
  }

  void CheckBad() {
    std::vector<Span> marks = example_.marks;
    const std::string bad = Unescape(example_.bad, &marks);
    const auto found = Lint(bad, example_, &rule_);
    EXPECT_EQ(Show(bad, SpansOf(found)), Show(bad, marks))
        << rule_.name << ".toml:" << example_.line;
    // All findings fixed: the good text, and a second run finds nothing to do.
    std::vector<Fix> fixes;
    for (const Diagnostic& diagnostic : found) {
      if (diagnostic.fixes.empty()) return;
      fixes.push_back(diagnostic.fixes.front());
    }
    const std::string mended = ApplyFixes(bad, fixes);
    EXPECT_EQ(mended, example_.good) << rule_.name << ".toml:" << example_.line;
  }

  const Rule& rule_;
  const Example& example_;
};

[[maybe_unused]] const bool kRegistered = [] {
  for (const Rule& rule : AllRules().rules()) {
    for (size_t i = 0; i < rule.examples.size(); ++i) {
      const Example& example = rule.examples[i];
      const std::string name =
          rule.id + (example.bad.empty() ? "_good_" : "_bad_") + std::to_string(i + 1);
      testing::RegisterTest(
          ("rule_" + rule.category).c_str(), name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
          [&rule, &example]() -> testing::Test* { return new RuleExample(rule, example); });
    }
  }
  return true;
}();

// Mends every bad text under `rules`.
void MendExamples(const RuleSet& rules, const FixPolicy& policy) {
  fix_laws::Laws laws(rules, policy);
  for (const Rule& rule : AllRules().rules()) {
    for (const Example& example : rule.examples) {
      if (example.bad.empty()) continue;
      SCOPED_TRACE(rule.name + ".toml:" + std::to_string(example.line) + ": " + example.bad);
      AcceptedWords words;
      for (const std::string& word : example.words) words.Add(WordList::FromLine(word));
      std::vector<Span> marks;
      laws.Check(Unescape(example.bad, &marks), *FormatByName(example.format), words);
    }
  }
  EXPECT_EQ(laws.unsettled(), 0);
}

TEST(RuleExamples, AreMendedForGood) { MendExamples(AllRules().Select({}).value(), {}); }

TEST(RuleExamples, AreMendedForGoodByAllFixes) {
  FixPolicy policy{true, {}};
  for (const Rule& rule : AllRules().rules()) policy.named.push_back(rule.id);
  MendExamples(AllRules(), policy);
}

TEST(RuleExamples, CoverEveryRule) {
  for (const Rule& rule : AllRules().rules()) EXPECT_GE(rule.examples.size(), 2U) << rule.name;
}

}  // namespace
}  // namespace bnlint
