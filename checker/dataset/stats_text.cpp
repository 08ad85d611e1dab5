// The statistics as a table and as JSON.

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "dataset/stats.h"

namespace bnlint::dataset {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array kQuantiles = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

double Share(uint64_t part, uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string Range(const Threshold* threshold) {
  if (threshold == nullptr) return "";
  const std::string min = threshold->min ? ShortNumber(*threshold->min) : "";
  const std::string max = threshold->max ? ShortNumber(*threshold->max) : "";
  return min + ".." + max;
}

}  // namespace

// Names and numbers are ASCII, so that columns line up in any terminal; sentences are in the reader's language.
std::string StatsTable(const Stats& stats, Language language) {
  const bool english = language == Language::kEnglish;
  std::string out = fmt::format("{:<24}", english ? "signal" : "signal");
  for (const char* head : {"mean", "min", "p1", "p5", "p25", "p50", "p75", "p95", "p99", "max"}) {
    out += fmt::format(" {:>9}", head);
  }
  out += fmt::format("  {:<14} {}\n", "range", "outside");
  for (const SignalInfo& info : SignalTable()) {
    const SignalSummary summary = stats.Summary(info.signal);
    if (summary.documents == 0) continue;
    out += fmt::format("{:<24} {:>9} {:>9}", info.name, ShortNumber(summary.mean),
                       ShortNumber(summary.min));
    for (const double share : kQuantiles) {
      out += fmt::format(" {:>9}", ShortNumber(summary.Quantile(share)));
    }
    out += fmt::format(" {:>9}", ShortNumber(summary.max));
    if (const Threshold* threshold = stats.policy().Find(info.signal); threshold != nullptr) {
      out += fmt::format("  {:<14} {:.2f} %", Range(threshold),
                         100 * Share(summary.below + summary.above, summary.documents));
    }
    out += '\n';
  }
  out += english ? "\nlanguages:" : "\nভাষা:";
  for (const auto& [code, count] : stats.languages()) out += fmt::format(" {} {}", code, count);
  out += '\n';
  if (!stats.Rules().empty()) {
    out += english ? "\nfindings  documents  rule\n" : "\nfindings  documents  rule\n";
  }
  for (const auto& [rule, tally] : stats.Rules()) {
    out += fmt::format("{:>8}  {:>9}  {} {}: {}\n", tally->findings, tally->documents, rule->id,
                       rule->name, rule->Text(language).message);
    for (const FindingExample& example : tally->examples) {
      out += fmt::format("                     {}: {}⟦{}⟧{}\n", example.id, example.before,
                         example.match, example.after);
    }
  }
  if (!stats.policy().thresholds().empty()) {
    out += english
               ? fmt::format("\nThe thresholds keep {} of {} documents ({:.2f} %).\n", stats.kept(),
                             stats.documents(), 100 * Share(stats.kept(), stats.documents()))
               : fmt::format("\nএই সীমায় {} নথির {}টি থাকে ({:.2f} %)।\n", stats.documents(),
                             stats.kept(), 100 * Share(stats.kept(), stats.documents()));
  }
  return out;
}

std::string StatsJson(const Stats& stats) {
  Json json;
  json["documents"] = stats.documents();
  if (!stats.policy().thresholds().empty()) json["kept"] = stats.kept();
  json["quantiles_from"] = std::min<uint64_t>(stats.documents(), Stats::kHeld);
  json["languages"] = stats.languages();
  for (const SignalInfo& info : SignalTable()) {
    const SignalSummary summary = stats.Summary(info.signal);
    if (summary.documents == 0) continue;
    Json signal = {{"unit", info.unit},    {"formula", info.formula}, {"source", info.source},
                   {"mean", summary.mean}, {"min", summary.min},      {"max", summary.max}};
    for (const double share : kQuantiles) {
      signal["quantiles"][fmt::format("{}", share)] = summary.Quantile(share);
    }
    constexpr size_t kBins = 50;
    const double low = summary.Quantile(0.005);
    const double high = summary.Quantile(0.995);
    signal["histogram"] = {
        {"from", low}, {"to", high}, {"counts", summary.Histogram(low, high, kBins)}};
    if (const Threshold* threshold = stats.policy().Find(info.signal); threshold != nullptr) {
      if (threshold->min) signal["threshold"]["min"] = *threshold->min;
      if (threshold->max) signal["threshold"]["max"] = *threshold->max;
      signal["below"] = summary.below;
      signal["above"] = summary.above;
    }
    json["signals"][std::string(info.name)] = std::move(signal);
  }
  json["rules"] = Json::array();
  for (const auto& [rule, tally] : stats.Rules()) {
    Json entry = {{"id", rule->id},
                  {"name", rule->name},
                  {"severity", Name(rule->severity)},
                  {"findings", tally->findings},
                  {"documents", tally->documents}};
    for (const FindingExample& example : tally->examples) {
      entry["examples"].push_back({{"id", Json::parse(example.id, nullptr, false)},
                                   {"before", example.before},
                                   {"match", example.match},
                                   {"after", example.after}});
    }
    json["rules"].push_back(std::move(entry));
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace bnlint::dataset
