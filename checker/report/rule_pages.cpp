// The pages for documentation and tools: Markdown in both languages, and JSON.

#include "report/rule_pages.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "report/explain.h"
#include "report/json.h"
#include "report/words.h"

namespace bnlint {
namespace {

// A fence must be longer than any run of backticks in what it holds.
std::string Fence(std::string_view text) {
  size_t longest = 2;
  size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  std::string fence(longest + 1, '`');
  return fence;
}

std::string Signed(char sign, std::string_view text) {
  std::string out;
  for (const std::string_view line : LinesOf(text)) out += fmt::format("{} {}\n", sign, line);
  return out;
}

std::string ExamplesMarkdown(const Rule& rule) {
  std::string diff;
  for (const Example& example : rule.examples) {
    if (!diff.empty()) diff += '\n';
    if (example.bad.empty()) {
      diff += Signed(' ', example.good);
    } else {
      diff += Signed('-', MarkedBad(example)) + Signed('+', example.good);
    }
  }
  const std::string fence = Fence(diff);
  return fmt::format("{}diff\n{}{}\n", fence, diff, fence);
}

std::string TextMarkdown(const RuleText& text) {
  std::string out = fmt::format("**{}**\n\n", MessagePattern(text));
  for (const std::string_view line : LinesOf(text.why)) out += fmt::format("{}\n", line);
  return out + '\n';
}

// A bar would end the cell.
std::string Cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

Json TextJson(const RuleText& text) {
  Json terms = Json::object();
  for (const auto& [term, word] : text.terms) terms[term] = word;
  return {{"message", text.message}, {"why", text.why}, {"terms", std::move(terms)}};
}

Json ExampleJson(const Example& example) {
  Json json = Json::object();
  if (!example.bad.empty()) {
    json["bad"] = example.bad;
    json["marks"] = Json::array();
    for (const Span mark : example.marks) {
      json["marks"].push_back({{"start", mark.begin}, {"end", mark.end}});
    }
  }
  json["good"] = example.good;
  json["format"] = example.format;
  return json;
}

}  // namespace

std::string MessagePattern(const RuleText& text) {
  std::string message;
  for (size_t at = 0; at < text.message.size();) {
    const auto [open, close] = FindOptionalPart(text.message, at);
    message += text.message.substr(at, open - at);
    at = close + 1;
  }
  std::string out;
  size_t at = 0;
  while (at < message.size()) {
    const size_t open = std::min(message.find('{', at), message.size());
    const size_t close = message.find('}', open);
    if (close == std::string::npos) break;
    out += message.substr(at, open - at);
    out += "…";
    at = close + 1;
  }
  return out += message.substr(at);
}

std::string MarkedBad(const Example& example) {
  std::string out;
  uint64_t at = 0;
  for (const Span mark : example.marks) {
    out += example.bad.substr(at, mark.begin - at) + "«" +
           example.bad.substr(mark.begin, mark.size()) + "»";
    at = mark.end;
  }
  return out + example.bad.substr(at);
}

std::vector<std::string_view> LinesOf(std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  while (text.starts_with('\n')) text.remove_prefix(1);
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<const Rule*> ByCategory(const RuleSet& rules) {
  std::vector<const Rule*> sorted;
  for (const Rule& rule : rules.rules()) sorted.push_back(&rule);
  std::sort(sorted.begin(), sorted.end(), [](const Rule* a, const Rule* b) {
    return std::tie(a->category, a->id) < std::tie(b->category, b->id);
  });
  return sorted;
}

std::string FirstParagraph(std::string_view text) {
  std::string out;
  for (const std::string_view line : LinesOf(text)) {
    if (line.find_first_not_of(" \t") == std::string_view::npos) break;
    out += (out.empty() ? "" : " ") + std::string(line);
  }
  return out;
}

std::string RuleMarkdown(const Rule& rule) {
  return fmt::format("`{}` · {} · {}{}\n\n", rule.category, Name(rule.severity),
                     FixWord(rule.fix, Language::kEnglish),
                     rule.on_by_default ? "" : " · off by default") +
         TextMarkdown(rule.bengali) + TextMarkdown(rule.english) + ExamplesMarkdown(rule);
}

std::string RuleListMarkdown(const RuleSet& rules) {
  const std::vector<const Rule*> sorted = ByCategory(rules);
  std::string table =
      "# bnlint-এর নিয়ম · The rules of bnlint\n\n"
      "| ID | name | severity | fix | default | বাংলা | English |\n"
      "|---|---|---|---|---|---|---|\n";
  std::string pages;
  std::string_view category;
  for (const Rule* rule : sorted) {
    table += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", rule->id, rule->name,
                         Name(rule->severity), Name(rule->fix), rule->on_by_default ? "on" : "off",
                         Cell(MessagePattern(rule->bengali)), Cell(MessagePattern(rule->english)));
    if (rule->category != category) pages += fmt::format("\n## {}\n", rule->category);
    category = rule->category;
    pages += fmt::format("\n### {} {}\n\n{}", rule->id, rule->name, RuleMarkdown(*rule));
  }
  return table + pages;
}

std::string RuleListJson(const RuleSet& rules) {
  Json list = Json::array();
  for (const Rule& rule : rules.rules()) {
    Json json = {{"id", rule.id},
                 {"name", rule.name},
                 {"category", rule.category},
                 {"severity", Name(rule.severity)},
                 {"fix", Name(rule.fix)},
                 {"default", rule.on_by_default},
                 {"bn", TextJson(rule.bengali)},
                 {"en", TextJson(rule.english)},
                 {"examples", Json::array()}};
    for (const Example& example : rule.examples) json["examples"].push_back(ExampleJson(example));
    list.push_back(std::move(json));
  }
  return Dump(list, 2) + '\n';
}

}  // namespace bnlint
