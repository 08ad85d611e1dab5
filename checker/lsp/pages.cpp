#include "lsp/pages.h"

#include <cstdlib>
#include <filesystem>

#include "base/atomic_file.h"
#include "base/read_file.h"
#include "lsp/uri.h"
#include "report/explain.h"
#include "report/rule_pages.h"
#include "report/words.h"

namespace bnlint::lsp {
namespace {

std::string Quoted(std::string_view mark, std::string_view text) {
  std::string out;
  for (const std::string_view line : LinesOf(text)) out.append(mark).append(line).append("\n");
  return out;
}

std::string Examples(const Rule& rule, Language language) {
  std::string out;
  for (const Example& example : rule.examples) {
    if (example.bad.empty()) continue;
    out += "```diff\n" + Quoted("- ", MarkedBad(example)) + Quoted("+ ", example.good) + "```\n";
  }
  if (out.empty()) return out;
  return "\n" + std::string(In(language, "উদাহরণ:", "Examples:")) + "\n" + out;
}

}  // namespace

std::string RulePage(const Rule& rule, Language language, bool markdown) {
  if (!markdown) return ExplainText(rule, language, false);
  const RuleText& text = rule.Text(language);
  std::string page = "**" + rule.id + " " + rule.name + "**: " + MessagePattern(text) + "\n\n";
  page += "*" + rule.category + " · " + std::string(SeverityWord(rule.severity, language)) + " · " +
          std::string(FixWord(rule.fix, language)) + "*\n\n";
  for (const std::string_view line : LinesOf(text.why)) page.append(line).append("\n");
  return page + Examples(rule, language);
}

std::string PageUri(const Rule& rule, Language language) {
  namespace fs = std::filesystem;
  // Read before any other thread could change the environment; nobody does.
  const char* cache = std::getenv("XDG_CACHE_HOME");  // NOLINT(concurrency-mt-unsafe)
  const char* home = std::getenv("HOME");             // NOLINT(concurrency-mt-unsafe)
  fs::path directory;
  if (cache != nullptr && *cache == '/') {
    directory = cache;
  } else if (home != nullptr && *home == '/') {
    directory = fs::path(home) / ".cache";
  } else {
    return {};
  }
  directory /= fs::path("bnlint") / "rules" / (language == Language::kBengali ? "bn" : "en");
  const std::string path = (directory / (rule.name + ".md")).string();
  const std::string page = RulePage(rule, language, true);
  const auto there = ReadFile(path);
  if (!there || *there != page) {
    std::error_code error;
    fs::create_directories(directory, error);
    auto file = AtomicFile::Create(path);
    if (!file) return {};
    file->stream() << page;
    if (!file->Commit()) return {};
  }
  return UriOf(path);
}

}  // namespace bnlint::lsp
