// bnlint check: options → rules, dictionary, files → batch → reporter → exit status.

#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <span>
#include <thread>

#include "base/atomic_file.h"
#include "cli/cli.h"
#include "cli/colour.h"
#include "config/walk.h"
#include "formats/format.h"
#include "lint/batch.h"
#include "lint/linter.h"
#include "report/reporter.h"
#include "spelling/dictionary.h"

namespace bnlint {
namespace {

void Tell(const Error& error) { std::cerr << "bnlint: " << error.ToString() << '\n'; }

// The rules of the run, or nothing after the errors have been told.
std::optional<RuleSet> ChooseRules(const CheckOptions& options) {
  auto all = RuleSet::Load(options.rules);
  if (!all) {
    for (const Error& error : all.error()) Tell(error);
    return std::nullopt;
  }
  Selection selection{options.select, options.extend_select, options.ignore, options.profile};
  // Who names a dictionary wants it used.
  if (!options.dictionary.empty()) selection.extend.emplace_back("misspelling");
  auto kept = all->Select(selection);
  if (kept) return std::move(*kept);
  Tell(kept.error());
  return std::nullopt;
}

// Loads what --dictionary names into `dictionary`; false after the error has been told.
bool LoadDictionary(const CheckOptions& options, std::unique_ptr<Dictionary>& dictionary) {
  if (options.dictionary.empty()) return true;
  std::string path = options.dictionary;
  if (path == "system") path = Dictionary::FindInstalled();
  if (path.empty()) {
    Tell(
        {"no Bengali Hunspell dictionary is installed; install one (on Debian: hunspell-bn) or "
         "name "
         "a .dic file",
         "--dictionary", 0, 0});
    return false;
  }
  auto loaded = Dictionary::Load(path);
  if (!loaded) {
    Tell(loaded.error());
    return false;
  }
  dictionary = std::move(*loaded);
  return true;
}

std::vector<BatchFile> ChooseFiles(const CheckOptions& options, bool& failed) {
  WalkOptions walk;
  walk.wanted = [](std::string_view path) { return FormatForPath(path) != nullptr; };
  walk.respect_ignore = !options.no_ignore;
  const std::vector<std::string> here = {"."};
  WalkResult found = Walk(options.paths.empty() ? here : options.paths, walk);
  for (const Error& error : found.errors) Tell(error);
  failed = !found.errors.empty();
  std::vector<BatchFile> files;
  for (std::string& path : found.files) {
    std::string name = path;
    if (path == "-") name = options.stdin_filename.empty() ? "<stdin>" : options.stdin_filename;
    const Format* format = FormatForPath(name);
    files.push_back(
        {std::move(path), std::move(name), format != nullptr ? format : Formats().data()});
  }
  return files;
}

Severity SeverityOf(const std::string& name) {
  if (name == "info") return Severity::kInfo;
  return name == "error" ? Severity::kError : Severity::kWarning;
}

bool Fails(const Summary& summary, Severity least) {
  const std::span counts(summary.by_severity);
  return std::ranges::any_of(counts.subspan(static_cast<size_t>(least)),
                             [](uint64_t count) { return count > 0; });
}

// Lints everything into `out`; true when every file could be read.
bool Run(const CheckOptions& options, const Linter& linter, const std::vector<BatchFile>& files,
         std::ostream& out, bool colour, Summary& summary) {
  const Language language = options.language == "en" ? Language::kEnglish : Language::kBengali;
  const auto reporter = MakeReporter(options.format, out, {language, colour, &linter.rules()});
  bool all_read = true;
  const BatchSink sink{[&](const BatchFile& file, const Diagnostic& diagnostic) {
                         summary.Count(diagnostic);
                         reporter->Add(file.name, diagnostic);
                       },
                       [&](const BatchFile&, const Result<void>& result) {
                         if (result) {
                           ++summary.files;
                           return;
                         }
                         all_read = false;
                         Tell(result.error());
                         reporter->AddFailure(result.error());
                       }};
  const unsigned jobs =
      options.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.jobs;
  reporter->Begin();
  LintFiles(linter, files, jobs, sink);
  reporter->End(summary);
  if (options.statistics) {
    // Beside a report for programs, the table is for the person who watches.
    const bool for_people = options.format == "full" || options.format == "concise";
    WriteStatistics(for_people ? out : std::cerr, summary, language);
  }
  out.flush();
  return all_read;
}

}  // namespace

int RunCheck(const CheckOptions& options) {
  std::ios::sync_with_stdio(false);
  const auto rules = ChooseRules(options);
  std::unique_ptr<Dictionary> dictionary;
  if (!rules || !LoadDictionary(options, dictionary)) return kCouldNot;
  const CheckServices services{dictionary.get()};
  const auto linter = Linter::Make(*rules, services);
  if (!linter) {
    Tell(linter.error());
    return kCouldNot;
  }
  bool failed = false;
  const std::vector<BatchFile> files = ChooseFiles(options, failed);

  std::optional<AtomicFile> file;
  if (!options.output.empty()) {
    auto created = AtomicFile::Create(options.output);
    if (!created) {
      Tell(created.error());
      return kCouldNot;
    }
    file.emplace(std::move(*created));
  }
  std::ostream& out = file ? static_cast<std::ostream&>(file->stream()) : std::cout;
  Summary summary;
  failed |= !Run(options, *linter, files, out, !file && UseColour(options.colour), summary);
  if (!out) {
    Tell({"writing the report failed", options.output.empty() ? "standard output" : options.output,
          0, 0});
    failed = true;
  } else if (file) {
    if (const auto committed = file->Commit(); !committed) {
      Tell(committed.error());
      failed = true;
    }
  }
  if (failed) return kCouldNot;
  return Fails(summary, SeverityOf(options.fail_on)) && !options.exit_zero ? kFindings : kClean;
}

}  // namespace bnlint
