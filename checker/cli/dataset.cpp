// bnlint dataset: options → policy, analyst, shards → run → what is said of it.

#include "cli/dataset.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <thread>

#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/read_file.h"
#include "cli/cli.h"
#include "cli/dataset_progress.h"
#include "cli/tell.h"
#include "dataset/attributes.h"
#include "dataset/destination.h"
#include "dataset/job.h"
#include "dataset/json_line.h"
#include "dataset/sample.h"

namespace bnlint {
namespace {

using dataset::Job;
using dataset::JobSummary;
using dataset::Policy;

bool IsEnglish(const DatasetOptions& options) { return options.language == "en"; }

Result<Policy> ChoosePolicy(const DatasetOptions& options) {
  if (options.config.empty()) {
    return options.preset.empty() ? Policy() : Policy::Preset(options.preset);
  }
  const auto toml = ReadFile(options.config);
  if (!toml) return tl::unexpected(toml.error());
  return Policy::FromToml(*toml, options.config, options.preset);
}

dataset::Command CommandOf(const DatasetOptions& options) {
  if (options.command == "annotate") return dataset::Command::kAnnotate;
  return options.command == "filter" ? dataset::Command::kFilter : dataset::Command::kStats;
}

dataset::Analyst::Options AnalystOptions(const DatasetOptions& options, const Policy& policy) {
  dataset::Analyst::Options analyst;
  analyst.needs = options.no_findings ? dataset::Needs::kText : dataset::Needs::kFindings;
  if (CommandOf(options) == dataset::Command::kFilter) analyst.needs = policy.needs();
  analyst.fix = options.fix;
  analyst.unsafe = options.unsafe;
  analyst.rules = {options.select, options.extend_select, options.ignore, options.profile};
  analyst.rule_directories = options.rules;
  analyst.dictionary = options.dictionary;
  return analyst;
}

// What another run must have in common with the one whose shards it goes on with.
std::string Fingerprint(const DatasetOptions& options, const Policy& policy) {
  nlohmann::ordered_json json = {{"bnlint", BNLINT_VERSION},
                                 {"command", options.command},
                                 {"text_field", options.text_field},
                                 {"id_field", options.id_field},
                                 {"fix", options.fix},
                                 {"unsafe", options.unsafe},
                                 {"findings", !options.no_findings},
                                 {"on_error", options.on_error},
                                 {"longest_line", options.longest_line},
                                 {"profile", options.profile},
                                 {"select", options.select},
                                 {"extend_select", options.extend_select},
                                 {"ignore", options.ignore},
                                 {"rules", options.rules},
                                 {"dictionary", options.dictionary},
                                 {"dropped", options.dropped}};
  for (const dataset::Threshold& threshold : policy.thresholds()) {
    auto& range = json["thresholds"][std::string(Info(threshold.signal).name)];
    if (threshold.min) range["min"] = *threshold.min;
    if (threshold.max) range["max"] = *threshold.max;
  }
  return json.dump(2) + '\n';
}

// A folder belongs to one kind of run: what is done of it was done in the same way.
Result<void> ClaimFolder(const std::string& folder, const std::string& fingerprint) {
  const std::string path = (std::filesystem::path(folder) / "bnlint-run.json").string();
  std::error_code code;
  if (std::filesystem::exists(path, code)) {
    const auto other = ReadFile(path);
    if (!other) return tl::unexpected(other.error());
    if (*other == fingerprint) return {};
    return Fail("the folder holds the output of a run with other options; take another folder",
                path);
  }
  auto file = dataset::Destination::Open(path);
  if (!file) return tl::unexpected(file.error());
  (*file)->Write(fingerprint);
  return (*file)->Commit();
}

uint64_t TotalBytes(const std::vector<dataset::Shard>& shards) {
  uint64_t total = 0;
  for (const dataset::Shard& shard : shards) {
    struct stat status {};
    if (stat(shard.path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return 0;
    total += static_cast<uint64_t>(status.st_size);
  }
  return total;
}

void TellSummary(const DatasetOptions& options, const JobSummary& summary, double seconds) {
  const bool english = IsEnglish(options);
  const auto say = [&](std::string_view in_bengali, std::string_view in_english) {
    return english ? in_english : in_bengali;
  };
  std::string line = fmt::format("{} {}", summary.documents, say("নথি", "documents"));
  if (options.command == "filter") {
    line += fmt::format(": {} {}, {} {}", summary.kept, say("রাখা হলো", "kept"), summary.dropped,
                        say("বাদ গেল", "dropped"));
    if (options.fix) line += fmt::format(", {} {}", summary.repaired, say("মেরামত", "repaired"));
  }
  if (summary.bad_lines > 0) {
    line +=
        fmt::format("; {} {}", summary.bad_lines, say("লাইন পড়া যায়নি", "lines could not be read"));
  }
  if (summary.skipped_shards > 0) {
    line += fmt::format("; {} {}", summary.skipped_shards,
                        say("ফাইল আগেই শেষ হয়েছিল", "files were done already"));
  }
  line += fmt::format("; {:.1f} s", seconds);
  std::cerr << line << '\n';
  std::vector<std::pair<uint64_t, dataset::Signal>> reasons;
  for (size_t i = 0; i < dataset::kSignals; ++i) {
    if (summary.reasons[i] > 0) {
      reasons.emplace_back(summary.reasons[i], static_cast<dataset::Signal>(i));
    }
  }
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [count, signal] : reasons) {
    std::cerr << fmt::format("{:>10}  {}\n", count, dataset::Info(signal).name);
  }
}

bool TellStats(const DatasetOptions& options, const dataset::Stats& stats) {
  const Language language = IsEnglish(options) ? Language::kEnglish : Language::kBengali;
  auto target = dataset::Destination::Open(options.output.empty() ? "-" : options.output);
  if (!target) {
    Tell(target.error());
    return false;
  }
  if (options.format == "html") {
    (*target)->Write(StatsHtml(stats, language));
  } else if (options.format == "json") {
    (*target)->Write(StatsJson(stats));
  } else {
    (*target)->Write(StatsTable(stats, language));
  }
  const auto written = (*target)->Commit();
  if (!written) Tell(written.error());
  return written.has_value();
}

// What the command line asks of a job, beside its parts.
Result<void> Prepare(const DatasetOptions& options, const Policy& policy, Job& job) {
  const std::vector<std::string> input = {"-"};
  auto shards = dataset::FindShards(options.inputs.empty() ? input : options.inputs);
  if (!shards) return tl::unexpected(shards.error());
  job.shards = std::move(*shards);
  job.command = CommandOf(options);
  const auto choose = [](const std::string& said, const std::string& configured,
                         const char* usual) {
    if (!said.empty()) return dataset::SplitPath(said);
    return dataset::SplitPath(configured.empty() ? usual : configured);
  };
  job.text_path = choose(options.text_field, policy.text_field, "text");
  job.id_path = choose(options.id_field, policy.id_field, "id");
  job.fix = options.fix;
  job.stop_on_error = options.on_error == "stop";
  job.jobs = options.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.jobs;
  job.longest_line = size_t{options.longest_line} << 20;
  job.output = options.output.empty() ? "-" : options.output;
  job.output_dir = options.output_dir;
  job.dropped = options.dropped;
  if (options.unsafe && !options.fix) return Fail("needs --fix", "--unsafe");
  if (job.command == dataset::Command::kFilter && policy.thresholds().empty() && !options.fix) {
    return Fail("without thresholds nothing is dropped: give --preset, --config, or --fix");
  }
  if (!options.sample.empty()) {
    auto chosen = dataset::MakeSample(options.sample, job.shards, job.longest_line);
    if (!chosen) return tl::unexpected(chosen.error());
    job.chosen = std::move(*chosen);
  }
  if (job.output_dir.empty()) return {};
  return ClaimFolder(job.output_dir, Fingerprint(options, policy));
}

}  // namespace

int RunDataset(const DatasetOptions& options) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGXFSZ, SIG_IGN);
  const auto policy = ChoosePolicy(options);
  if (!policy) {
    Tell(policy.error());
    return kCouldNot;
  }
  Job job;
  if (const auto prepared = Prepare(options, *policy, job); !prepared) {
    Tell(prepared.error());
    return kCouldNot;
  }
  const auto analyst = dataset::Analyst::Make(AnalystOptions(options, *policy));
  if (!analyst) {
    Tell(analyst.error());
    return kCouldNot;
  }
  dataset::Stats stats(*policy);
  job.analyst = analyst->get();
  job.policy = &*policy;
  if (job.command == dataset::Command::kStats) job.stats = &stats;
  const bool shown =
      options.progress == "always" || (options.progress == "auto" && isatty(STDERR_FILENO) != 0);
  ProgressBar bar(TotalBytes(job.shards), shown);
  job.progress = [&](uint64_t documents, uint64_t taken) { bar.Update(documents, taken); };
  job.tell = [&](const Error& error) {
    bar.Clear();
    Tell(error);
  };
  const auto start = std::chrono::steady_clock::now();
  const JobSummary summary = RunJob(job);
  bar.Clear();
  TellSummary(options, summary,
              std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  bool failed = summary.failed;
  if (job.stats != nullptr) failed = !TellStats(options, stats) || failed;
  return failed ? kCouldNot : kClean;
}

}  // namespace bnlint
