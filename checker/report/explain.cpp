// The pages for a terminal. `why` is Markdown, which reads well as it is; with colour its code and
// bold text are shown rather than marked.

#include "report/explain.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/rule_pages.h"
#include "report/terminal.h"
#include "report/words.h"

namespace bnlint {
namespace {

// Text between two marks in a style, without the marks; a mark that is never closed stays.
std::string Styled(std::string_view line, std::string_view mark, Style style,
                   const Painter& paint) {
  std::string out;
  while (true) {
    const size_t open = line.find(mark);
    const size_t close =
        open == std::string_view::npos ? open : line.find(mark, open + mark.size());
    if (close == std::string_view::npos) return out += line;
    out += line.substr(0, open);
    out += paint(style, line.substr(open + mark.size(), close - open - mark.size()));
    line.remove_prefix(close + mark.size());
  }
}

std::string MarkdownLine(std::string_view line, const Painter& paint) {
  std::string visible = Visible(line);
  if (!paint.colour()) return visible;
  if (line.starts_with('#')) return paint(Style::kBold, visible);
  return Styled(Styled(visible, "`", Style::kCode, paint), "**", Style::kBold, paint);
}

std::string Facts(const Rule& rule, Language language) {
  std::string facts =
      fmt::format("{} · {} · {}", Visible(rule.category), SeverityWord(rule.severity, language),
                  FixWord(rule.fix, language));
  if (!rule.on_by_default) facts += In(language, " · নিজে থেকে চলে না", " · off by default");
  for (const std::string& profile : rule.profiles) facts += " · --profile " + profile;
  return facts;
}

std::string ExampleLines(char sign, std::string_view text, Style style, const Painter& paint) {
  std::string out;
  for (const std::string_view line : LinesOf(text)) {
    out += fmt::format("  {}\n", paint(style, fmt::format("{} {}", sign, Visible(line))));
  }
  return out;
}

std::string Examples(const Rule& rule, Language language, const Painter& paint) {
  std::string out;
  std::string silent;
  for (const Example& example : rule.examples) {
    if (example.bad.empty()) {
      silent += ExampleLines('=', example.good, Style::kAdded, paint);
    } else {
      out += '\n' + ExampleLines('-', MarkedBad(example), Style::kRemoved, paint) +
             ExampleLines('+', example.good, Style::kAdded, paint);
    }
  }
  if (!silent.empty()) {
    out += fmt::format("\n{}\n{}",
                       paint(Style::kBold, In(language, "এগুলো ঠিক আছে", "These are fine")), silent);
  }
  return out;
}

}  // namespace

std::string ExplainText(const Rule& rule, Language language, bool colour) {
  const Painter paint(colour);
  const RuleText& text = rule.Text(language);
  std::string page =
      paint(Style::kBold,
            Visible(fmt::format("{} {}: {}", rule.id, rule.name, MessagePattern(text)))) +
      '\n' + Facts(rule, language) + "\n\n";
  for (const std::string_view line : LinesOf(text.why)) page += MarkdownLine(line, paint) + '\n';
  return page + Examples(rule, language, paint);
}

std::string RuleListText(const RuleSet& rules, Language language) {
  size_t widest = 0;
  for (const Rule& rule : rules.rules()) widest = std::max(widest, rule.name.size());
  std::string list;
  std::string_view category;
  for (const Rule* rule : ByCategory(rules)) {
    if (rule->category != category) {
      list += (list.empty() ? "" : "\n") + Visible(rule->category) + '\n';
      category = rule->category;
    }
    // What has a width that terminals disagree on comes last.
    list +=
        fmt::format("  {}  {:<{}}  {:<7}  {:<6}  {}  {}\n", rule->id, Visible(rule->name), widest,
                    Name(rule->severity), Name(rule->fix), rule->on_by_default ? "on " : "off",
                    Visible(MessagePattern(rule->Text(language))));
  }
  const size_t count = rules.rules().size();
  return list + (language == Language::kBengali
                     ? fmt::format("\n{}টি নিয়ম\n", Number(count, language))
                     : fmt::format("\n{} rule{}\n", count, count == 1 ? "" : "s"));
}

}  // namespace bnlint
