#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lint/fix.h"
#include "lint/suppress.h"
#include "ocr/page_reader.h"
#include "rule/diagnostic.h"
#include "rule/rule.h"
#include "rule/ruleset.h"

namespace bnlint {

/// Rules of several sets are one rule when they have one id.
struct RuleById {
  bool operator()(const Rule* a, const Rule* b) const { return a->id < b->id; }
};

/// What a run came to.
struct Summary {
  uint64_t files = 0;                     ///< files read to their end
  std::array<uint64_t, 3> by_severity{};  ///< indexed by Severity
  uint64_t fixable = 0;                   ///< findings with a fix that --fix would apply
  uint64_t fixable_unsafe = 0;            ///< … that it would apply with --unsafe only
  std::map<const Rule*, uint64_t, RuleById> by_rule;
  uint64_t failing = 0;   ///< findings that make the run fail; the caller counts them
  std::array<uint64_t, 2> suppressed{};  ///< not counted above; indexed by Suppressed::By
  bool mending = false;   ///< fixes were applied; the findings are those that remain
  uint64_t fixed = 0;     ///< findings mended, of any severity
  uint64_t withheld = 0;  ///< fixes left out because they make a new fault

  /// `policy` says which fixes --fix applies, without --unsafe.
  void Count(const Diagnostic& diagnostic, const FixPolicy& policy = {});
  [[nodiscard]] uint64_t total() const { return by_severity[0] + by_severity[1] + by_severity[2]; }
};

struct ReportOptions {
  Language language = Language::kBengali;
  bool colour = false;
  const RuleSet* rules = nullptr;       ///< the rules of the run, for formats that describe them
  Severity fails = Severity::kWarning;  ///< least severity that makes the run fail
};

/// The bytes of a file in which the findings lie, if they are at hand and at most `most`.
using TextOf = std::function<std::optional<std::string>(uint64_t most)>;

/// Writes findings in one format. Findings come in output order, file by file, and are written as they
/// come, so memory does not grow with their number. Not thread-safe: the caller serialises.
class Reporter {
 public:
  Reporter() = default;
  Reporter(const Reporter&) = delete;
  Reporter& operator=(const Reporter&) = delete;
  virtual ~Reporter() = default;

  virtual void Begin() {}
  virtual void Add(const std::string& path, const Diagnostic& diagnostic) = 0;
  /// A finding that is there and is not to be told: formats that have a place for such put it there.
  virtual void AddSuppressed(const std::string& /*path*/, const Diagnostic& /*diagnostic*/,
                             const Suppressed& /*why*/) {}
  /// The ocr-quality of a file, after its findings, when a rule of the run asked for it.
  virtual void AddQuality(const std::string& /*path*/, const ocr::Quality& /*quality*/) {}
  /// A file has been read to its end, after all that is said of it. `text` is valid during the call.
  virtual void EndFile(const std::string& /*path*/, const TextOf& /*text*/) {}
  /// A file that could not be read; it is also told on standard error, so most formats say nothing.
  virtual void AddFailure(const Error& /*error*/) {}
  virtual void End(const Summary& /*summary*/) {}
};

/// The names that MakeReporter knows, in the order of the help.
const std::vector<std::string>& ReportFormats();

/// A reporter of a format of ReportFormats(); `out` must outlive it. Null for an unknown name.
std::unique_ptr<Reporter> MakeReporter(std::string_view format, std::ostream& out,
                                       const ReportOptions& options);

/// The table of `--statistics`: findings by rule, most frequent first.
void WriteStatistics(std::ostream& out, const Summary& summary, Language language);

}  // namespace bnlint
