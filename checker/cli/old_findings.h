#pragma once

#include <functional>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "base/span_set.h"
#include "cli/changed_lines.h"
#include "cli/cli.h"
#include "lint/baseline.h"
#include "lint/batch.h"
#include "lint/fixer.h"
#include "report/reporter.h"

namespace bnlint {

/// True when a place of the finding is news. One that stands for many is told at the first such place.
bool MoveToNews(Diagnostic& diagnostic, const std::function<bool(const Place&)>& is_news);

/// Which findings of a run are not news: those in a baseline (--baseline), and those on lines that have not changed since
/// a revision (--changed-since). Stands between the linter and the reporter.
class OldFindings {
 public:
  /// Reads the baseline and asks git. Fails when the options contradict each other too.
  static Result<OldFindings> Make(const CheckOptions& options, const std::vector<BatchFile>& files);

  /// `sink` for what is new; the rest is counted, and told as suppressed if it is in the baseline. All must outlive what
  /// is returned. `reporter` may be null.
  BatchSink Filter(BatchSink sink, Reporter* reporter, Summary& summary);

  /// The findings of a text that a run with --fix is to leave alone.
  class Left {
   public:
    [[nodiscard]] bool Holds(const Rule& rule, Span span) const;
    [[nodiscard]] bool IsInBaseline(const Rule& rule, Span span) const;

   private:
    friend class OldFindings;
    using Places = std::map<std::string, SpanSet>;  // by rule
    Places in_baseline_;
    Places unchanged_;
  };
  /// Nothing when there is nothing to leave. Different files may be asked for at the same time.
  Result<std::optional<Left>> LeftIn(const BatchFile& file, const Linter& linter,
                                     std::string_view text);

  /// When all is linted: writes the baseline if it is to be written, and tells what of it is stale. `rules`: those of the
  /// run; `read_all`: all files could be read.
  Result<void> Finish(const RuleSet& rules, bool read_all, Language language);

 private:
  enum class Verdict : uint8_t { kNew, kInBaseline, kUnchanged };
  Verdict Judge(const BatchFile& file, Diagnostic& diagnostic);
  [[nodiscard]] bool HasChanged(const BatchFile& file, const Place& place) const;
  [[nodiscard]] std::string NameOf(const BatchFile& file) const;

  const CheckOptions* options_ = nullptr;
  std::map<std::string, std::string> names_;  // in the baseline, by path
  Baseline baseline_;
  std::optional<ChangedLines> changed_;
};

}  // namespace bnlint
