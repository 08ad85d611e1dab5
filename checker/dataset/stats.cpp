#include "dataset/stats.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "dataset/count_table.h"
#include "text/utf8.h"

namespace bnlint::dataset {
namespace {

// Up to `most` bytes of the text before or behind a place, within its line and on boundaries of code points.
std::string Before(std::string_view text, size_t at, size_t most) {
  size_t begin = at > most ? at - most : 0;
  while (begin < at && IsContinuation(text[begin])) ++begin;
  const size_t line = text.substr(begin, at - begin).rfind('\n');
  if (line != std::string_view::npos) begin += line + 1;
  return std::string(text.substr(begin, at - begin));
}

std::string After(std::string_view text, size_t at, size_t most) {
  size_t end = std::min(text.size(), at + most);
  while (end < text.size() && IsContinuation(text[end])) ++end;
  const std::string_view part = text.substr(at, end - at);
  return std::string(part.substr(0, part.find('\n')));
}

}  // namespace

double SignalSummary::Quantile(double share) const {
  if (values.empty()) return 0;
  const double place = share * static_cast<double>(values.size() - 1);
  const auto low = static_cast<size_t>(place);
  const size_t high = std::min(low + 1, values.size() - 1);
  return values[low] + (values[high] - values[low]) * (place - std::floor(place));
}

std::vector<uint64_t> SignalSummary::Histogram(double low, double high, size_t bins) const {
  std::vector<uint64_t> counts(bins, 0);
  for (const double value : values) {
    if (value < low || value > high) continue;
    const double place = high > low ? (value - low) / (high - low) : 0;
    ++counts[std::min(bins - 1, static_cast<size_t>(place * static_cast<double>(bins)))];
  }
  return counts;
}

void Stats::Add(const Signals& signals) {
  for (const SignalInfo& info : SignalTable()) {
    if (!signals.Has(info.signal)) continue;
    const double value = signals[info.signal];
    Running& running = running_[static_cast<size_t>(info.signal)];
    running.min = running.documents == 0 ? value : std::min(running.min, value);
    running.max = running.documents == 0 ? value : std::max(running.max, value);
    running.sum += value;
    ++running.documents;
  }
  const std::vector<Reason> reasons = policy_.Judge(signals);
  for (const Reason& reason : reasons) {
    const Threshold& threshold = reason.threshold;
    Running& running = running_[static_cast<size_t>(threshold.signal)];
    ++(threshold.min && reason.value < *threshold.min ? running.below : running.above);
  }
  kept_ += reasons.empty() ? 1 : 0;
  ++languages_[std::string(Code(signals.language))];
  // Reservoir sampling (Vitter's algorithm R) with numbers that are the same in every run.
  ++documents_;
  if (held_.size() < kHeld) {
    held_.push_back(signals);
  } else if (const uint64_t place = Mix(documents_) % documents_; place < kHeld) {
    held_[place] = signals;
  }
}

void Stats::Add(const Rule* rule, RuleTally tally) {
  RuleTally& sum = rules_[rule];
  sum.findings += tally.findings;
  sum.documents += tally.documents;
  for (FindingExample& example : tally.examples) {
    if (sum.examples.size() < kExamples) sum.examples.push_back(std::move(example));
  }
}

SignalSummary Stats::Summary(Signal signal) const {
  const Running& running = running_[static_cast<size_t>(signal)];
  SignalSummary summary;
  summary.documents = running.documents;
  summary.min = running.min;
  summary.max = running.max;
  summary.mean = running.documents == 0 ? 0 : running.sum / static_cast<double>(running.documents);
  summary.below = running.below;
  summary.above = running.above;
  for (const Signals& signals : held_) {
    if (signals.Has(signal)) summary.values.push_back(signals[signal]);
  }
  std::sort(summary.values.begin(), summary.values.end());
  return summary;
}

std::vector<std::pair<const Rule*, const RuleTally*>> Stats::Rules() const {
  std::vector<std::pair<const Rule*, const RuleTally*>> rules;
  for (const auto& [rule, tally] : rules_) rules.emplace_back(rule, &tally);
  std::sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) {
    return a.second->findings != b.second->findings ? a.second->findings > b.second->findings
                                                    : a.first->id < b.first->id;
  });
  return rules;
}

void Tally(std::string_view id, std::string_view text, const std::vector<Finding>& findings,
           std::map<const Rule*, RuleTally>& rules) {
  constexpr size_t kAround = 90;  // bytes: some thirty Bengali letters
  constexpr size_t kLongest = 240;
  std::vector<const Rule*> seen;
  for (const Finding& finding : findings) {
    if (!finding.first) continue;
    RuleTally& tally = rules[finding.rule];
    ++tally.findings;
    if (std::find(seen.begin(), seen.end(), finding.rule) == seen.end()) {
      seen.push_back(finding.rule);
      ++tally.documents;
    }
    if (tally.examples.size() >= Stats::kExamples) continue;
    const std::string_view match =
        text.substr(finding.span.begin, finding.span.end - finding.span.begin);
    tally.examples.push_back({std::string(id), Before(text, finding.span.begin, kAround),
                              After(match, 0, kLongest), After(text, finding.span.end, kAround)});
  }
}

std::string ShortNumber(double value) {
  if (value == std::floor(value) && std::fabs(value) < 1e15) return fmt::format("{:.0f}", value);
  return std::fabs(value) < 10 ? fmt::format("{:.4f}", value) : fmt::format("{:.1f}", value);
}

}  // namespace bnlint::dataset
