// bnlint check: options → rules, dictionary, word lists, files → batch (or mending) → reporter → exit status.

#include <algorithm>
#include <csignal>
#include <iostream>
#include <memory>
#include <optional>
#include <span>
#include <thread>

#include "cli/cli.h"
#include "cli/colour.h"
#include "cli/fix.h"
#include "cli/target.h"
#include "cli/tell.h"
#include "cli/words.h"
#include "config/walk.h"
#include "formats/format.h"
#include "lint/batch.h"
#include "lint/linter.h"
#include "report/reporter.h"
#include "report/words.h"
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

// The format of a file: the one that the user names, that of its ending, or plain text. Never null.
const Format* FormatFor(const CheckOptions& options, std::span<const Format> formats,
                        std::string_view name) {
  const Format* format =
      options.input_format.empty() ? FormatForPath(name) : FormatByName(options.input_format);
  return &formats[format == nullptr ? 0 : static_cast<size_t>(format - Formats().data())];
}

// The files of the run, each with its word lists; nothing after the errors of a list have been told.
std::optional<std::vector<BatchFile>> ChooseFiles(const CheckOptions& options,
                                                  std::span<const Format> formats, RunWords& words,
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
    const Format* format = FormatFor(options, formats, name);
    auto accepted = words.For(name);
    if (!accepted) {
      Tell(accepted.error());
      return std::nullopt;
    }
    files.push_back({std::move(path), std::move(name), format, std::move(*accepted)});
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

// Everything that a run needs, from its options.
struct Run {
  const CheckOptions& options;
  Language language;
  FixPolicy policy;
  const Linter& linter;
  const Fixer* fixer;  // null: nothing is mended
  const std::vector<BatchFile>& files;
  Target& target;
  bool for_people = true;  // the report's format

  [[nodiscard]] unsigned jobs() const {
    return options.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.jobs;
  }
  // What is said beside a report for programs is for the person who watches.
  [[nodiscard]] std::ostream& Beside() const {
    return for_people && target.stream != nullptr ? *target.stream : std::cerr;
  }
};

// Lints everything; true when every file could be read.
bool LintAll(const Run& run, Reporter& reporter, Summary& summary) {
  bool all_read = true;
  const BatchSink sink{[&](const BatchFile& file, const Diagnostic& diagnostic) {
                         summary.Count(diagnostic, run.policy);
                         reporter.Add(file.name, diagnostic);
                       },
                       [&](const BatchFile& file, const Result<DocumentFacts>& result) {
                         if (result) {
                           ++summary.files;
                           if (result->unread) Tell(*result->unread);
                           if (result->quality) reporter.AddQuality(file.name, *result->quality);
                           return;
                         }
                         all_read = false;
                         Tell(result.error());
                         reporter.AddFailure(result.error());
                       }};
  reporter.Begin();
  LintFiles(run.linter, run.files, run.jobs(), sink);
  reporter.End(summary);
  return all_read;
}

// Mends everything, or shows how; what came of it is also told to the person who watches.
FixCount MendAll(const Run& run, Reporter* reporter, Summary& summary) {
  summary.mending = !run.options.diff;
  const FixCount count = MendFiles(
      {run.options, run.linter, *run.fixer, run.policy, run.files, reporter, run.jobs()}, summary);
  if (run.options.diff) {
    std::cerr << WouldFixLine(count.fixes, count.differing, run.language) << '\n';
  } else if (!run.for_people) {
    std::cerr << CountLine(summary, run.language) << '\n';
  }
  return count;
}

int RunWith(const Run& run, const RunWords& words, bool failed) {
  std::unique_ptr<Reporter> reporter;
  if (run.target.stream != nullptr) {
    const bool colour = run.target.stream == &std::cout && UseColour(run.options.colour);
    const std::string format = run.options.format.empty() ? "full" : run.options.format;
    reporter =
        MakeReporter(format, *run.target.stream, {run.language, colour, &run.linter.rules()});
  }
  Summary summary;
  FixCount fixes;
  if (run.fixer != nullptr) {
    fixes = MendAll(run, reporter.get(), summary);
    failed |= !fixes.all_done;
  } else {
    failed |= !LintAll(run, *reporter, summary);
  }
  if (run.options.statistics) WriteStatistics(run.Beside(), summary, run.language);
  const size_t unused = run.options.unused_words ? words.TellUnused(run.Beside(), run.language) : 0;
  if (!Close(run.target) || failed) return kCouldNot;
  const bool fails =
      unused > 0 ||
      (run.options.diff ? fixes.differing > 0 : Fails(summary, SeverityOf(run.options.fail_on)));
  return fails && !run.options.exit_zero ? kFindings : kClean;
}

FixPolicy PolicyOf(const CheckOptions& options) {
  FixPolicy policy{options.unsafe, options.select};
  policy.named.insert(policy.named.end(), options.extend_select.begin(),
                      options.extend_select.end());
  return policy;
}

// Null when nothing is to be mended.
Result<std::unique_ptr<Fixer>> MakeFixer(const CheckOptions& options, const RuleSet& rules,
                                         const CheckServices& services) {
  if (!options.fix && !options.diff) return nullptr;
  return Fixer::Make(rules, services, PolicyOf(options));
}

}  // namespace

int RunCheck(const CheckOptions& options) {
  std::ios::sync_with_stdio(false);
  // A file that grows too large is an error to tell, not a reason to die.
  std::signal(SIGXFSZ, SIG_IGN);
  if (options.unsafe && !options.fix && !options.diff) {
    Tell(Error{"needs --fix or --diff", "--unsafe", 0, 0});
    return kCouldNot;
  }
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
  const auto fixer = MakeFixer(options, *rules, services);
  if (!fixer) {
    Tell(fixer.error());
    return kCouldNot;
  }
  bool failed = false;
  // With the fields that the user names.
  std::vector<Format> formats(Formats().begin(), Formats().end());
  for (Format& format : formats) format.fields = options.fields;
  const auto files = ChooseFiles(options, formats, *words, failed);
  if (!files) return kCouldNot;
  auto target = OpenTarget(options, *files);
  if (!target) return kCouldNot;
  const bool for_people =
      options.format.empty() || options.format == "full" || options.format == "concise";
  const Run run{options, LanguageOf(options), PolicyOf(options), *linter, fixer->get(), *files,
                *target, for_people};
  return RunWith(run, *words, failed);
}

}  // namespace bnlint
