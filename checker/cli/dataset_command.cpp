// What the user can say to `bnlint dataset`.

#include <CLI/CLI.hpp>

#include "cli/dataset.h"
#include "dataset/policy.h"
#include "rule/rule.h"

namespace bnlint {
namespace {

constexpr const char* kExamples = R"(
Examples:
  bnlint dataset annotate docs.jsonl.zst > attributes.jsonl
  bnlint dataset filter 'crawl/*.jsonl.gz' --preset fineweb2-ben --output-dir clean --dropped dropped
  bnlint dataset filter docs.jsonl --fix --config bnlint.toml --output kept.jsonl --dropped dropped.jsonl
  bnlint dataset stats docs.jsonl --sample 10000 --format html --output report.html

With --output-dir a run that was stopped goes on where it was: finished shards are skipped.
Exit status: 0, or 2 when something could not be read or written.)";

void AddInput(CLI::App* command, DatasetOptions& options) {
  command
      ->add_option(
          "inputs", options.inputs,
          "Files of JSON lines (plain, gzip, Zstandard), patterns, or - for standard input")
      ->default_str("-");
  command->add_option("--text-field", options.text_field,
                      "Where the text is: a dotted path (text)");
  command->add_option("--id-field", options.id_field,
                      "Where the id is: a dotted path (id); without one the file and the line");
  command
      ->add_option("--on-error", options.on_error,
                   "A line that cannot be read: skip it (told and counted), or stop")
      ->check(CLI::IsMember({"skip", "stop"}))
      ->capture_default_str();
  command
      ->add_option("--longest-line", options.longest_line,
                   "A line of more MiB cannot be read; memory grows with it")
      ->check(CLI::Range(1, 1024))
      ->capture_default_str();
  command->add_option("--jobs,-j", options.jobs, "Threads; 0 means one for each processor")
      ->capture_default_str();
  command->add_option("--progress", options.progress, "A progress bar: auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  command->add_option("--lang", options.language, "Language of messages: bn or en")
      ->check(CLI::IsMember({"bn", "en"}))
      ->envname("BNLINT_LANG")
      ->capture_default_str();
}

void AddRuleOptions(CLI::App* command, DatasetOptions& options) {
  command
      ->add_option("--select", options.select, "Only these rules: ids, names, categories, or all")
      ->delimiter(',')
      ->allow_extra_args(false);
  command
      ->add_option("--extend-select", options.extend_select,
                   "These rules on top of the default ones")
      ->delimiter(',')
      ->allow_extra_args(false);
  command->add_option("--ignore", options.ignore, "Not these rules")
      ->delimiter(',')
      ->allow_extra_args(false);
  command->add_option("--profile", options.profile, "What the texts are checked for")
      ->check(CLI::IsMember(std::vector<std::string>(kProfiles.begin(), kProfiles.end())));
  command
      ->add_option("--rules", options.rules,
                   "Directory of further rule files; a rule of the same name is replaced")
      ->allow_extra_args(false);
  command->add_option("--dictionary", options.dictionary,
                      "Hunspell dictionary (.dic) in place of bnlint's own; system, or none");
}

void AddThresholds(CLI::App* command, DatasetOptions& options) {
  command->add_option(
      "--config", options.config,
      "TOML file with thresholds: its tables [dataset] and [dataset.thresholds]; without it the "
      "bnlint.toml here or above");
  command->add_option("--preset", options.preset, "Thresholds to begin with")
      ->check(CLI::IsMember(dataset::PresetNames()));
}

void AddOutput(CLI::App* command, DatasetOptions& options) {
  auto* output = command->add_option("--output,-o", options.output,
                                     "Write to this file, compressed if it ends in .gz or .zst");
  command
      ->add_option("--output-dir", options.output_dir,
                   "Write a file for each input into this folder; those that are there are done")
      ->excludes(output);
}

}  // namespace

CLI::App* AddDataset(CLI::App& app, DatasetOptions& options) {
  CLI::App* command = app.add_subcommand("dataset", "Annotate, filter and describe many documents");
  command->footer(kExamples);
  command->require_subcommand(1);

  CLI::App* annotate = command->add_subcommand(
      "annotate", "Findings and signals of each document, as dolma's attributes");
  AddInput(annotate, options);
  AddOutput(annotate, options);
  AddRuleOptions(annotate, options);
  annotate->add_flag("--no-findings", options.no_findings,
                     "Only what the text itself says: many times faster");

  CLI::App* filter =
      command->add_subcommand("filter", "Keep the documents whose signals are within thresholds");
  AddInput(filter, options);
  AddOutput(filter, options);
  AddThresholds(filter, options);
  AddRuleOptions(filter, options);
  filter->add_option("--dropped", options.dropped,
                     "File (with --output-dir: folder) for the other documents, with all reasons");
  filter->add_flag("--fix", options.fix,
                   "Apply the safe fixes first, and judge and keep what comes of it");
  filter->add_flag("--unsafe", options.unsafe,
                   "With --fix: also fixes that may change the meaning");

  CLI::App* stats = command->add_subcommand(
      "stats", "How the signals are distributed, and what the rules find, with examples");
  AddInput(stats, options);
  AddThresholds(stats, options);
  AddRuleOptions(stats, options);
  stats->add_option("--output,-o", options.output, "Write to this file");
  stats->add_option("--format,-f", options.format, "table, json or html")
      ->check(CLI::IsMember({"table", "json", "html"}))
      ->capture_default_str();
  stats->add_option("--sample", options.sample,
                    "A fraction below 1, or how many documents to look at, chosen evenly");
  stats->add_flag("--no-findings", options.no_findings,
                  "Only what the text itself says: many times faster");

  for (CLI::App* one : {annotate, filter, stats}) {
    one->callback([&options, one] { options.command = one->get_name(); });
  }
  return command;
}

}  // namespace bnlint
