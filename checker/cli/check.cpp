// bnlint check: options → rules, dictionary, word lists, files → batch → reporter → exit status.

#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <span>
#include <thread>

#include "base/atomic_file.h"
#include "cli/cli.h"
#include "cli/colour.h"
#include "cli/tell.h"
#include "cli/words.h"
#include "config/walk.h"
#include "formats/format.h"
#include "lint/batch.h"
#include "lint/linter.h"
#include "report/reporter.h"
#include "spelling/speller.h"

namespace bnlint {
namespace {

// The rules of the run, or nothing after the errors have been told.
std::optional<RuleSet> ChooseRules(const CheckOptions& options) {
  auto all = RuleSet::Load(options.rules);
  if (!all) {
    Tell(all.error());
    return std::nullopt;
  }
  auto kept = all->Select({options.select, options.extend_select, options.ignore, options.profile});
  if (!kept) {
    Tell(kept.error());
    return std::nullopt;
  }
  if (options.unused_words &&
      (kept->Find("misspelling") == nullptr || options.dictionary == "none")) {
    Tell(Error{"needs the rule misspelling and a dictionary", "--unused-words", 0, 0});
    return std::nullopt;
  }
  return std::move(*kept);
}

// The files of the run, each with its word lists; nothing after the errors of a list have been told.
std::optional<std::vector<BatchFile>> ChooseFiles(const CheckOptions& options, RunWords& words,
                                                  bool& failed) {
  WalkOptions walk;
  walk.wanted = [](std::string_view path) {
    return FormatForPath(path) != nullptr && path.substr(path.rfind('/') + 1) != kProjectWords;
  };
  walk.respect_ignore = !options.no_ignore;
  const std::vector<std::string> here = {"."};
  WalkResult found = Walk(options.paths.empty() ? here : options.paths, walk);
  Tell(found.errors);
  failed = !found.errors.empty();
  std::vector<BatchFile> files;
  for (std::string& path : found.files) {
    std::string name = path;
    if (path == "-") name = options.stdin_filename.empty() ? "<stdin>" : options.stdin_filename;
    const Format* format = FormatForPath(name);
    auto accepted = words.For(name);
    if (!accepted) {
      Tell(accepted.error());
      return std::nullopt;
    }
    files.push_back({std::move(path), std::move(name),
                     format != nullptr ? format : Formats().data(), std::move(*accepted)});
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

Language LanguageOf(const CheckOptions& options) {
  return options.language == "en" ? Language::kEnglish : Language::kBengali;
}

// What is said beside a report for programs is for the person who watches.
std::ostream& BesideReport(const CheckOptions& options, std::ostream& out) {
  const bool for_people = options.format == "full" || options.format == "concise";
  return for_people ? out : std::cerr;
}

// Lints everything into `out`; true when every file could be read.
bool Run(const CheckOptions& options, const Linter& linter, const std::vector<BatchFile>& files,
         std::ostream& out, bool colour, Summary& summary) {
  const Language language = LanguageOf(options);
  const auto reporter = MakeReporter(options.format, out, {language, colour, &linter.rules()});
  bool all_read = true;
  const BatchSink sink{[&](const BatchFile& file, const Diagnostic& diagnostic) {
                         summary.Count(diagnostic);
                         reporter->Add(file.name, diagnostic);
                       },
                       [&](const BatchFile& file, const Result<DocumentFacts>& result) {
                         if (result) {
                           ++summary.files;
                           if (result->quality) reporter->AddQuality(file.name, *result->quality);
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
  if (options.statistics) WriteStatistics(BesideReport(options, out), summary, language);
  return all_read;
}

}  // namespace

int RunCheck(const CheckOptions& options) {
  std::ios::sync_with_stdio(false);
  const auto rules = ChooseRules(options);
  const auto speller = Speller::Open(options.dictionary);
  if (!speller) Tell(speller.error());
  auto words = RunWords::Load(options.words);
  if (!words) Tell(words.error());
  if (!rules || !speller || !words) return kCouldNot;
  CheckServices services;
  services.speller = speller->get();
  services.suggest = options.suggest;
  services.quality = options.format == "json";
  services.from_ocr = options.profile == "ocr";
  const auto linter = Linter::Make(*rules, services);
  if (!linter) {
    Tell(linter.error());
    return kCouldNot;
  }
  bool failed = false;
  const auto files = ChooseFiles(options, *words, failed);
  if (!files) return kCouldNot;

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
  failed |= !Run(options, *linter, *files, out, !file && UseColour(options.colour), summary);
  const size_t unused =
      options.unused_words ? words->TellUnused(BesideReport(options, out), LanguageOf(options)) : 0;
  out.flush();
  if (!out) {
    Tell(Error{"writing the report failed",
               options.output.empty() ? "standard output" : options.output, 0, 0});
    failed = true;
  } else if (file) {
    if (const auto committed = file->Commit(); !committed) {
      Tell(committed.error());
      failed = true;
    }
  }
  if (failed) return kCouldNot;
  const bool fails = unused > 0 || Fails(summary, SeverityOf(options.fail_on));
  return fails && !options.exit_zero ? kFindings : kClean;
}

}  // namespace bnlint
