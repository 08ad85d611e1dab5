// bnlint check --fix and --diff: each file is read, mended and put in its place on any thread; what is said of it comes
// in the order of the files.

#include "cli/fix.h"

#include <iostream>
#include <new>
#include <numeric>
#include <optional>

#include "base/read_file.h"
#include "base/replace_file.h"
#include "cli/tell.h"
#include "lint/in_order.h"
#include "report/unified_diff.h"

namespace bnlint {
namespace {

bool IsStandardInput(const BatchFile& file) { return file.path == "-"; }

// A file that has been dealt with.
struct Outcome {
  std::string before;
  Mended mended;
  std::optional<OldFindings::Left> left;
  Result<void> done;
};

// With suggestions, which mending does without, the findings are asked for again.
void Suggest(const FixRun& run, const BatchFile& file, Outcome& outcome) {
  outcome.mended.told.clear();
  SourceReader reader =
      SourceReader::FromView(run.options.diff ? outcome.before : outcome.mended.text, file.name);
  const auto linted = file.linter->Lint(
      reader, *file.format,
      [&](Diagnostic diagnostic) { outcome.mended.told.push_back(std::move(diagnostic)); },
      file.words);
  if (!linted) outcome.done = tl::unexpected(linted.error());
}

Outcome Deal(const FixRun& run, const BatchFile& file) {
  Outcome outcome;
  try {
    auto text = IsStandardInput(file) ? ReadStandardInput() : ReadFile(file.path);
    if (!text) {
      outcome.done = tl::unexpected(text.error());
      return outcome;
    }
    outcome.before = std::move(*text);
    const Linter& linter = *run.setups.Of(file).linter;
    auto left = run.old.LeftIn(file, linter, outcome.before);
    if (!left) {
      outcome.done = tl::unexpected(left.error());
      return outcome;
    }
    outcome.left = std::move(*left);
    LeaveFunction leave;
    if (outcome.left) {
      leave = [&](const Rule& rule, Span span) { return outcome.left->Holds(rule, span); };
    }
    outcome.mended = run.setups.FixerOf(file).Mend(
        outcome.before, *file.format, file.words,
        run.options.diff ? Fixer::Tell::kBefore : Fixer::Tell::kAfter, leave);
    if (!outcome.mended.read) {
      outcome.done = tl::unexpected(outcome.mended.read.error());
      return outcome;
    }
    if (run.options.suggest) Suggest(run, file, outcome);
    const bool writes = !run.options.diff && !IsStandardInput(file);
    if (writes && outcome.mended.text != outcome.before) {
      outcome.done = ReplaceFile(file.path, outcome.before, outcome.mended.text);
    }
  } catch (const std::bad_alloc&) {
    outcome.done = Fail("too large to be mended in the memory there is", file.name);
  }
  return outcome;
}

uint64_t CountFixed(const Mended& mended) {
  return std::accumulate(
      mended.fixed.begin(), mended.fixed.end(), uint64_t{0},
      [](uint64_t sum, const auto& rule_and_count) { return sum + rule_and_count.second; });
}

void Speak(const FixRun& run, const BatchFile& file, const Outcome& outcome, Summary& summary,
           FixCount& count) {
  if (!outcome.done) {
    count.all_done = false;
    Tell(outcome.done.error());
    if (run.reporter != nullptr) run.reporter->AddFailure(outcome.done.error());
    return;
  }
  const Mended& mended = outcome.mended;
  ++summary.files;
  const uint64_t fixes = CountFixed(mended);
  count.fixes += fixes;
  if (!run.options.diff) {
    summary.fixed += fixes;
    summary.withheld += mended.withheld;
  }
  if (mended.text != outcome.before) ++count.differing;
  if (!mended.settled) {
    Tell(Error{"not all of its fixes could be settled; a second run may find more", file.name, 0,
               0});
  }
  if (run.options.diff) {
    WriteUnifiedDiff(std::cout, file.name, outcome.before, mended.text, mended.changes);
  } else if (IsStandardInput(file)) {
    std::cout << mended.text;
  }
  const auto suppress = [&](const Diagnostic& diagnostic, const Suppressed& why) {
    ++summary.suppressed.at(static_cast<size_t>(why.by));
    if (run.reporter != nullptr) run.reporter->AddSuppressed(file.name, diagnostic, why);
  };
  for (const auto& [diagnostic, why] : mended.suppressed) suppress(diagnostic, why);
  for (Diagnostic diagnostic : outcome.mended.told) {
    const auto was = [&](const Place& place) {
      return run.options.diff ? place.span : mended.changes.Was(place.span);
    };
    const auto is_news = [&](const Place& place) {
      return !outcome.left || !outcome.left->Holds(*diagnostic.rule, was(place));
    };
    if (!MoveToNews(diagnostic, is_news)) {
      if (outcome.left->IsInBaseline(*diagnostic.rule, was(diagnostic.place))) {
        suppress(diagnostic, {Suppressed::By::kBaseline, {}});
      }
      continue;
    }
    run.setups.Count(file, diagnostic, summary);
    if (run.reporter != nullptr) run.reporter->Add(file.name, diagnostic);
  }
}

}  // namespace

FixCount MendFiles(const FixRun& run, Summary& summary) {
  FixCount count;
  if (run.reporter != nullptr) run.reporter->Begin();
  InOrder(run.files.size(), run.jobs, [&](size_t index, Turn& turn) {
    const BatchFile& file = run.files[index];
    const Outcome outcome = Deal(run, file);
    turn.Wait();
    Speak(run, file, outcome, summary, count);
  });
  if (run.reporter != nullptr) run.reporter->End(summary);
  return count;
}

}  // namespace bnlint
