// bnlint check: options → configs, files → batch (or mending) → reporter → exit status.

#include <algorithm>
#include <csignal>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "cli/cli.h"
#include "cli/colour.h"
#include "cli/file_text.h"
#include "cli/fix.h"
#include "cli/old_findings.h"
#include "cli/progress.h"
#include "cli/run_setups.h"
#include "cli/target.h"
#include "cli/tell.h"
#include "cli/watch.h"
#include "cli/words.h"
#include "config/configs.h"
#include "config/walk.h"
#include "config/word_files.h"
#include "formats/format.h"
#include "lint/batch.h"
#include "report/reporter.h"
#include "report/words.h"

namespace bnlint {
namespace {

// The files of the run. What cannot be walked is told, and `failed` set.
std::vector<BatchFile> ChooseFiles(const CheckOptions& options, Configs& configs, bool& failed) {
  WalkOptions walk;
  walk.wanted = [&](std::string_view path) {
    return path.substr(path.rfind('/') + 1) != kProjectWords && configs.Wants(std::string(path));
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
    files.push_back({std::move(path), std::move(name), Formats().data(), {}});
  }
  return files;
}

// Everything that a run needs, from its options.
struct Run {
  const CheckOptions& options;
  const RunSetups& setups;
  const std::vector<BatchFile>& files;
  OldFindings& old;
  Target& target;
  std::string format;  // of the report
  Language language;

  [[nodiscard]] bool for_people() const { return format == "full" || format == "concise"; }
  [[nodiscard]] bool mends() const { return options.fix || options.diff; }

  [[nodiscard]] unsigned jobs() const {
    return options.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.jobs;
  }
  // What is said beside a report for programs is for the person who watches.
  [[nodiscard]] std::ostream& Beside() const {
    return for_people() && target.stream != nullptr ? *target.stream : std::cerr;
  }
};

// Lints everything; true when every file could be read.
bool LintAll(const Run& run, Reporter& reporter, Summary& summary) {
  bool all_read = true;
  const BatchSink sink{[&](const BatchFile& file, const Diagnostic& diagnostic) {
                         run.setups.Count(file, diagnostic, summary);
                         reporter.Add(file.name, diagnostic);
                       },
                       [&](const BatchFile& file, const Result<DocumentFacts>& result) {
                         if (result) {
                           ++summary.files;
                           if (result->unread) Tell(*result->unread);
                           if (result->quality) reporter.AddQuality(file.name, *result->quality);
                           reporter.EndFile(file.name, TextOfFile(file));
                           return;
                         }
                         all_read = false;
                         Tell(result.error());
                         reporter.AddFailure(result.error());
                       }};
  reporter.Begin();
  Progress progress(run.options, run.files, run.language);
  LintFiles(*run.setups.first().linter, run.files, run.jobs(),
            progress.Watch(run.old.Filter(sink, &reporter, summary)));
  reporter.End(summary);
  return all_read;
}

// Mends everything, or shows how; what came of it is also told to the person who watches.
FixCount MendAll(const Run& run, Reporter* reporter, Summary& summary) {
  summary.mending = !run.options.diff;
  const FixCount count =
      MendFiles({run.options, run.setups, run.files, run.old, reporter, run.jobs()}, summary);
  if (run.options.diff) {
    std::cerr << WouldFixLine(count.fixes, count.differing, run.language) << '\n';
  } else if (!run.for_people()) {
    std::cerr << CountLine(summary, run.language) << '\n';
  }
  return count;
}

int RunWith(const Run& run, const Configs& configs, bool failed) {
  std::unique_ptr<Reporter> reporter;
  if (run.target.stream != nullptr) {
    const bool colour = run.target.stream == &std::cout && UseColour(run.options.colour);
    reporter =
        MakeReporter(run.format, *run.target.stream,
                     {run.language, colour, &run.setups.rules(), run.setups.first().fail_on});
  }
  Summary summary;
  FixCount fixes;
  if (run.mends()) {
    fixes = MendAll(run, reporter.get(), summary);
    failed |= !fixes.all_done;
  } else {
    failed |= !LintAll(run, *reporter, summary);
  }
  if (run.options.statistics) WriteStatistics(run.Beside(), summary, run.language);
  if (const auto done = run.old.Finish(run.setups.rules(), !failed, run.language); !done) {
    Tell(done.error());
    failed = true;
  }
  size_t unused =
      run.options.unused_words ? TellUnused(configs.lists(), run.Beside(), run.language) : 0;
  if (unused > 0 && run.options.fix && !run.options.diff && !failed) {
    failed = !RemoveUnused(configs.lists(), run.language);
    unused = 0;
  }
  if (!Close(run.target) || failed) return kCouldNot;
  const bool fails = unused > 0 || (run.options.diff ? fixes.differing > 0 : summary.failing > 0);
  return fails && !run.options.exit_zero ? kFindings : kClean;
}

// Unused words are those that the rule misspelling has not asked for.
bool CanTellUnused(const Setup& setup) {
  if (setup.rules.Find("misspelling") != nullptr && setup.speller->HasDictionary()) return true;
  Tell(Error{"needs the rule misspelling and a dictionary", "--unused-words", 0, 0});
  return false;
}

}  // namespace

int RunCheck(const CheckOptions& options) {
  return options.watch ? WatchFiles(options, RunCheckOnce) : RunCheckOnce(options);
}

int RunCheckOnce(const CheckOptions& options) {
  std::ios::sync_with_stdio(false);
  // A file that grows too large is an error to tell, not a reason to die.
  std::signal(SIGXFSZ, SIG_IGN);
  if (options.unsafe && !options.fix && !options.diff) {
    Tell(Error{"needs --fix or --diff", "--unsafe", 0, 0});
    return kCouldNot;
  }
  Configs configs(ConfigsFor(options));
  bool failed = false;
  std::vector<BatchFile> files = ChooseFiles(options, configs, failed);
  const auto setups = RunSetups::Make(options, configs, files);
  if (!setups) return kCouldNot;
  const Setup& first = setups->first();
  if (options.unused_words && !CanTellUnused(first)) return kCouldNot;
  auto old = OldFindings::Make(options, files);
  if (!old) {
    Tell(old.error());
    return kCouldNot;
  }
  auto target = OpenTarget(options, files);
  if (!target) return kCouldNot;
  const std::string format = first.format.empty() ? "full" : first.format;
  if (!KeepStandardInput(options, format, files)) return kCouldNot;
  const Run run{options,
                *setups,
                files,
                *old,
                *target,
                format,
                first.language == "en" ? Language::kEnglish : Language::kBengali};
  return RunWith(run, configs, failed);
}

}  // namespace bnlint
