#include "lint/examples.h"

#include <algorithm>
#include <cctype>
#include <utility>
#include <vector>

#include "formats/format.h"
#include "lint/fix.h"

namespace bnlint {
namespace {

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

bool IsHex(char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; }

}  // namespace

std::string UnescapeExample(const std::string& text, std::vector<Span>* marks) {
  std::string out;
  std::vector<size_t> where;  // offset in `text` → offset in `out`
  for (size_t at = 0; at < text.size();) {
    const bool escape = text.compare(at, 2, "\\x") == 0 && at + 4 <= text.size() &&
                        IsHex(text[at + 2]) && IsHex(text[at + 3]);
    const size_t size = escape ? 4 : 1;
    where.insert(where.end(), size, out.size());
    out += escape ? static_cast<char>(std::stoi(text.substr(at + 2, 2), nullptr, 16)) : text[at];
    at += size;
  }
  where.push_back(out.size());
  for (Span& mark : *marks) mark = {where[mark.begin], where[mark.end]};
  return out;
}

Result<std::unique_ptr<ExampleTester::Ready>> ExampleTester::Prepare(const RuleSet& all,
                                                                     const Selection& selection) {
  auto ready = std::make_unique<Ready>();
  auto rules = all.Select(selection);
  if (!rules) return tl::unexpected(rules.error());
  ready->rules = std::move(*rules);
  auto linter = Linter::Make(ready->rules, ready->services);
  if (!linter) return tl::unexpected(linter.error());
  ready->linter = std::make_unique<const Linter>(std::move(*linter));
  return ready;
}

Result<ExampleTester> ExampleTester::Make(const RuleSet& all) {
  ExampleTester tester(all);
  auto ready = Prepare(all, {});
  if (!ready) return tl::unexpected(ready.error());
  tester.default_ = std::move(*ready);
  return tester;
}

Result<void> ExampleTester::Focus(const Rule& rule) {
  if (focused_ == rule.id) return {};
  auto ready = Prepare(*all_, {{rule.id}, {}, {}});
  if (!ready) return tl::unexpected(ready.error());
  focus_ = std::move(*ready);
  focused_ = rule.id;
  return {};
}

std::vector<Diagnostic> ExampleTester::Lint(const std::string& text, const Example& example,
                                            const Format& format, const Linter& linter) {
  std::vector<Diagnostic> found;
  SourceReader reader = SourceReader::FromText(text, "example");
  AcceptedWords words;
  for (const std::string& word : example.words) words.Add(WordList::FromLine(word));
  // A text in memory can be read.
  (void)linter.Lint(
      reader, format, [&](Diagnostic diagnostic) { found.push_back(std::move(diagnostic)); },
      words);
  return found;
}

Errors ExampleTester::Test(const Rule& rule, const Example& example) {
  Errors errors;
  const auto complain = [&](std::string message) {
    const std::string path = rule.path.empty() ? rule.name + ".toml" : rule.path;
    errors.push_back({std::move(message), path, example.line, 1});
  };
  const Format* format = FormatByName(example.format);
  if (format == nullptr) {
    complain("no format is called '" + example.format + "'");
    return errors;
  }
  if (const auto focused = Focus(rule); !focused) {
    complain(focused.error().ToString());
    return errors;
  }
  for (const Diagnostic& other : Lint(example.good, example, *format, *default_->linter)) {
    if (other.severity == Severity::kInfo || other.rule->id == rule.id) continue;
    complain(rule.name + ": the good text is flagged by " + other.rule->name + ": " +
             Show(example.good, {other.place.span}));
  }
  const auto own = Lint(example.good, example, *format, *focus_->linter);
  if (!own.empty()) {
    complain(rule.name + ": flags the good text: " + Show(example.good, SpansOf(own)));
  }
  if (example.bad.empty()) return errors;
  std::vector<Span> marks = example.marks;
  const std::string bad = UnescapeExample(example.bad, &marks);
  const auto found = Lint(bad, example, *format, *focus_->linter);
  if (SpansOf(found) != marks) {
    complain(rule.name + ": should flag " + Show(bad, marks) + " but flags " +
             Show(bad, SpansOf(found)));
  }
  std::vector<Fix> fixes;
  for (const Diagnostic& diagnostic : found) {
    if (diagnostic.fixes.empty()) return errors;
    fixes.push_back(diagnostic.fixes.front());
  }
  const std::string mended = ApplyFixes(bad, fixes);
  if (!fixes.empty() && mended != example.good) {
    complain(rule.name + ": the fix should give " + example.good + " but gives " + mended);
  }
  return errors;
}

}  // namespace bnlint
