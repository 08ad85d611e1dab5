// bnlint check --fix and --diff: each file is read, mended and put in its place on any thread; what is said of it comes
// in the order of the files.

#include "cli/fix.h"

#include <iostream>
#include <new>
#include <numeric>

#include "base/read_file.h"
#include "base/replace_file.h"
#include "cli/tell.h"
#include "formats/archive.h"
#include "lint/in_order.h"
#include "report/unified_diff.h"

namespace bnlint {
namespace {

bool IsStandardInput(const BatchFile& file) { return file.path == "-"; }

// A file, or a member of an archive, before and after.
struct Part {
  std::string name;  // what findings call it
  std::string before;
  Mended mended;
  std::optional<OldFindings::Left> left;
};

// A file that has been dealt with.
struct Outcome {
  std::vector<Part> parts;
  std::string after;  // the whole file
  bool changed = false;
  Result<void> done;
};

// With suggestions, which mending does without, the findings are asked for again.
Result<void> Suggest(const FixRun& run, const BatchFile& file, Part& part) {
  part.mended.told.clear();
  SourceReader reader =
      SourceReader::FromView(run.options.diff ? part.before : part.mended.text, part.name);
  const auto linted = file.linter->Lint(
      reader, *file.format,
      [&](Diagnostic diagnostic) { part.mended.told.push_back(std::move(diagnostic)); },
      file.words);
  if (!linted) return tl::unexpected(linted.error());
  return {};
}

Result<void> MendPart(const FixRun& run, const BatchFile& file, Part& part) {
  const BatchFile named{file.path, part.name, file.format, file.words, file.linter};
  auto left = run.old.LeftIn(named, *file.linter, part.before);
  if (!left) return tl::unexpected(left.error());
  part.left = std::move(*left);
  LeaveFunction leave;
  if (part.left) {
    leave = [&](const Rule& rule, Span span) { return part.left->Holds(rule, span); };
  }
  part.mended = run.setups.FixerOf(file).Mend(
      part.before, *file.format, file.words,
      run.options.diff ? Fixer::Tell::kBefore : Fixer::Tell::kAfter, leave);
  if (!part.mended.read) return tl::unexpected(part.mended.read.error());
  return run.options.suggest ? Suggest(run, file, part) : Result<void>();
}

Result<void> MendFile(const FixRun& run, const BatchFile& file, std::string text,
                      Outcome& outcome) {
  Part& part = outcome.parts.emplace_back(Part{file.name, std::move(text), {}, {}});
  auto mended = MendPart(run, file, part);
  if (!mended) return mended;
  outcome.changed = part.mended.text != part.before;
  outcome.after = part.mended.text;
  return {};
}

// Only the members that change are packed again.
Result<void> MendArchive(const FixRun& run, const BatchFile& file, std::string zip,
                         Outcome& outcome) {
  auto members = ReadMembers(zip, file.format->archive, file.name);
  if (!members) return tl::unexpected(members.error());
  std::vector<ArchiveMember> changed;
  for (ArchiveMember& member : *members) {
    Part& part = outcome.parts.emplace_back(Part{member.shown, std::move(member.bytes), {}, {}});
    auto mended = MendPart(run, file, part);
    if (!mended) return mended;
    if (part.mended.text == part.before) continue;
    member.bytes = part.mended.text;
    changed.push_back(std::move(member));
  }
  outcome.changed = !changed.empty();
  if (!outcome.changed || run.options.diff) {
    outcome.after = std::move(zip);
    return {};
  }
  auto packed = ReplaceMembers(zip, changed);
  if (!packed) return Fail(packed.error().message, file.name);
  outcome.after = std::move(*packed);
  return {};
}

Outcome Deal(const FixRun& run, const BatchFile& file) {
  Outcome outcome;
  try {
    auto text = IsStandardInput(file) ? ReadStandardInput() : ReadFile(file.path);
    if (!text) {
      outcome.done = tl::unexpected(text.error());
      return outcome;
    }
    const bool archive = file.format->archive != ArchiveKind::kNone;
    outcome.done =
        archive ? MendArchive(run, file, *text, outcome) : MendFile(run, file, *text, outcome);
    const bool writes = !run.options.diff && !IsStandardInput(file);
    if (outcome.done && writes && outcome.changed) {
      outcome.done = ReplaceFile(file.path, *text, outcome.after);
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

void TellFindings(const FixRun& run, const BatchFile& file, const Part& part, Summary& summary) {
  const Mended& mended = part.mended;
  const auto suppress = [&](const Diagnostic& diagnostic, const Suppressed& why) {
    ++summary.suppressed.at(static_cast<size_t>(why.by));
    if (run.reporter != nullptr) run.reporter->AddSuppressed(part.name, diagnostic, why);
  };
  for (const auto& [diagnostic, why] : mended.suppressed) suppress(diagnostic, why);
  for (Diagnostic diagnostic : mended.told) {
    const auto was = [&](const Place& place) {
      return run.options.diff ? place.span : mended.changes.Was(place.span);
    };
    const auto is_news = [&](const Place& place) {
      return !part.left || !part.left->Holds(*diagnostic.rule, was(place));
    };
    if (!MoveToNews(diagnostic, is_news)) {
      if (part.left->IsInBaseline(*diagnostic.rule, was(diagnostic.place))) {
        suppress(diagnostic, {Suppressed::By::kBaseline, {}});
      }
      continue;
    }
    run.setups.Count(file, diagnostic, summary);
    if (run.reporter != nullptr) run.reporter->Add(part.name, diagnostic);
  }
  if (run.reporter == nullptr) return;
  const std::string& told_of = run.options.diff ? part.before : mended.text;
  run.reporter->EndFile(part.name, [&](uint64_t /*most*/) { return std::optional(told_of); });
}

void SpeakOf(const FixRun& run, const BatchFile& file, const Part& part, Summary& summary,
             FixCount& count) {
  const Mended& mended = part.mended;
  const uint64_t fixes = CountFixed(mended);
  count.fixes += fixes;
  if (!run.options.diff) {
    summary.fixed += fixes;
    summary.withheld += mended.withheld;
  }
  if (!mended.settled) {
    Tell(Error{"not all of its fixes could be settled; a second run may find more", part.name, 0,
               0});
  }
  if (run.options.diff && file.format->archive != ArchiveKind::kNone) {
    if (fixes > 0)
      Tell(Error{"a zip archive: what --fix would change cannot be shown as a patch", part.name, 0,
                 0});
  } else if (run.options.diff) {
    WriteUnifiedDiff(std::cout, part.name, part.before, mended.text, mended.changes);
  }
  TellFindings(run, file, part, summary);
}

void Speak(const FixRun& run, const BatchFile& file, const Outcome& outcome, Summary& summary,
           FixCount& count) {
  if (!outcome.done) {
    count.all_done = false;
    Tell(outcome.done.error());
    if (run.reporter != nullptr) run.reporter->AddFailure(outcome.done.error());
    return;
  }
  ++summary.files;
  if (outcome.changed) ++count.differing;
  for (const Part& part : outcome.parts) SpeakOf(run, file, part, summary, count);
  if (!run.options.diff && IsStandardInput(file)) std::cout << outcome.after;
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
