#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/analyst.h"
#include "dataset/policy.h"

namespace bnlint::dataset {

/// A place in a text that shows what a rule finds.
struct FindingExample {
  std::string id;      ///< of the document, as JSON
  std::string before;  ///< some of its line before the finding, the finding, some after it
  std::string match;
  std::string after;
};

/// What a rule found in many documents.
struct RuleTally {
  uint64_t findings = 0;
  uint64_t documents = 0;
  std::vector<FindingExample> examples;  ///< at most kExamples, the first
};

/// What one signal is in many documents.
struct SignalSummary {
  uint64_t documents = 0;
  double min = 0;
  double max = 0;
  double mean = 0;
  uint64_t below = 0;  ///< documents under the threshold's min
  uint64_t above = 0;  ///< … over its max
  /// Of the documents that are held, ascending: of up to kHeld documents all, else a random choice of so many.
  std::vector<double> values;

  /// The value below which a share of the documents lies, 0 ≤ share ≤ 1; by linear interpolation, as numpy does.
  [[nodiscard]] double Quantile(double share) const;
  /// How many of `values` are in each of `bins` equal parts of [low, high].
  [[nodiscard]] std::vector<uint64_t> Histogram(double low, double high, size_t bins) const;
};

/// Collects what `bnlint dataset stats` shows. Memory does not grow with the documents: counts, and the signals of kHeld of
/// them. Not thread-safe; the same documents in the same order give the same.
class Stats {
 public:
  static constexpr size_t kHeld = 20'000;
  static constexpr size_t kExamples = 3;

  explicit Stats(const Policy& policy) : policy_(policy) {}

  void Add(const Signals& signals);
  void Add(const Rule* rule, RuleTally tally);

  [[nodiscard]] uint64_t documents() const { return documents_; }
  /// Documents that the policy keeps.
  [[nodiscard]] uint64_t kept() const { return kept_; }
  [[nodiscard]] bool sampled() const { return documents_ > kHeld; }
  [[nodiscard]] const Policy& policy() const { return policy_; }
  [[nodiscard]] SignalSummary Summary(Signal signal) const;
  [[nodiscard]] const std::map<std::string, uint64_t>& languages() const { return languages_; }
  /// The most frequent first.
  [[nodiscard]] std::vector<std::pair<const Rule*, const RuleTally*>> Rules() const;

 private:
  struct Running {
    uint64_t documents = 0;
    double min = 0;
    double max = 0;
    double sum = 0;
    uint64_t below = 0;
    uint64_t above = 0;
  };
  const Policy& policy_;
  uint64_t documents_ = 0;
  uint64_t kept_ = 0;
  std::array<Running, kSignals> running_;
  std::vector<Signals> held_;
  std::map<std::string, uint64_t> languages_;
  std::map<const Rule*, RuleTally> rules_;
};

/// Adds the findings of a document to the tallies of its batch.
void Tally(std::string_view id, std::string_view text, const std::vector<Finding>& findings,
           std::map<const Rule*, RuleTally>& rules);

/// What the reports call a number.
std::string ShortNumber(double value);

std::string StatsTable(const Stats& stats, Language language);
std::string StatsJson(const Stats& stats);
/// One page that needs no other file: plots, thresholds, findings with examples.
std::string StatsHtml(const Stats& stats, Language language);

}  // namespace bnlint::dataset
