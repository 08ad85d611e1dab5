// What the user can say, and which function answers.

#include <cstdio>
#include <iostream>

#include <CLI/CLI.hpp>

#include "cli/cli.h"
#include "cli/colour.h"
#include "cli/dataset.h"
#include "config/profile.h"
#include "formats/format.h"
#include "report/explain.h"
#include "report/reporter.h"
#include "rule/rule.h"
#include "rule/ruleset.h"

namespace bnlint {
namespace {

constexpr const char* kExamples = R"(
Examples:
  bnlint check article.txt                 lint a file
  bnlint check texts/ --format concise     lint every .txt and .md below a directory
  cat article.txt | bnlint check -         lint standard input
  bnlint check . --select PUN,number-mask  only some rules or categories
  bnlint check a.txt --format sarif --output report.sarif
  bnlint check --diff a.txt                what --fix would change, as a patch
  bnlint init                              write a bnlint.toml; bnlint config --show a.txt tells what holds
  bnlint check --fix texts/                apply the safe fixes, report the rest
  bnlint check texts/ --baseline old.json --write-baseline
                                           accept what is there, report what comes
  bnlint check . --changed-since main      only lines that are new
  bnlint score scans/                      how good is what OCR made of these pages?
  bnlint explain danda-glued               what a rule is for
  bnlint spell --suggest আকাংখা             is a word spelled right, and what was meant?

Exit status: 0 clean, 1 findings (warnings or errors) are left, or --diff found something to change,
2 it could not be done.)";

struct ExplainOptions {
  std::vector<std::string> names;
  std::vector<std::string> rules;
  std::string language = "bn";
};

struct RulesOptions {
  std::vector<std::string> rules;
  std::string test;
  std::string format = "text";
  std::string language = "bn";
};

void AddLanguage(CLI::App* command, std::string& language) {
  command->add_option("--lang", language, "Language of messages: bn or en")
      ->check(CLI::IsMember({"bn", "en"}))
      ->envname("BNLINT_LANG")
      ->default_str("bn");
}

void AddRules(CLI::App* command, std::vector<std::string>& rules) {
  command
      ->add_option("--rules", rules,
                   "Directory of further rule files; a rule of the same name is replaced")
      ->allow_extra_args(false);
}

void AddConfig(CLI::App* command, std::string& file, bool& isolated) {
  command->add_option("--config", file, "This bnlint.toml for all files, not the nearest of each");
  command->add_flag("--isolated", isolated, "Read no bnlint.toml");
}

std::string ProfileHelp() {
  std::string help = "What the text is for:";
  for (const std::string_view profile : kProfiles) {
    help += (help.ends_with(':') ? " " : ". ") + std::string(profile) + ", " +
            std::string(ProfileMeaning(profile));
  }
  return help;
}

void AddDictionary(CLI::App* command, std::string& dictionary) {
  command->add_option("--dictionary", dictionary,
                      "Hunspell dictionary (.dic) in place of bnlint's own; 'system' looks for an "
                      "installed one, 'none' asks none");
}

std::vector<std::string> FormatNameList() {
  std::vector<std::string> names;
  for (const Format& format : Formats()) names.emplace_back(format.name);
  return names;
}

std::string FormatNames() {
  std::string all;
  for (const std::string& name : FormatNameList()) all += (all.empty() ? "" : ", ") + name;
  return all;
}

CLI::App* AddCheck(CLI::App& app, CheckOptions& options) {
  CLI::App* command = app.add_subcommand("check", "Lint files, directories or standard input (-)");
  command->footer(kExamples);
  command->add_option("paths", options.paths, "Files and directories, or - for standard input")
      ->default_str(".");
  command->add_option("--format,-f", options.format, "Output format")
      ->check(CLI::IsMember(ReportFormats()))
      ->default_str("full");
  command->add_option("--output,-o", options.output, "Write the report to this file");
  AddLanguage(command, options.language);
  command
      ->add_option("--select", options.select, "Only these rules: ids, names, categories, or all")
      ->delimiter(',')
      ->allow_extra_args(false);
  command
      ->add_option("--extend-select", options.extend_select,
                   "These rules on top of the default ones")
      ->delimiter(',')
      ->allow_extra_args(false);
  command->add_option("--profile", options.profile, ProfileHelp())
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember(std::vector<std::string>(kProfiles.begin(), kProfiles.end())));
  command->add_option("--ignore", options.ignore, "Not these rules")
      ->delimiter(',')
      ->allow_extra_args(false);
  AddRules(command, options.rules);
  AddDictionary(command, options.dictionary);
  AddConfig(command, options.config, options.isolated);
  command
      ->add_option("--words", options.words,
                   "List of words to accept, one a line; may be given several times")
      ->allow_extra_args(false);
  command->add_flag("--fix", options.fix,
                    "Apply safe fixes to the files and report what is left. Of standard input (-) "
                    "the mended text goes "
                    "to standard output, the report to standard error. Fixes of rules of severity "
                    "info (canonical "
                    "forms, house style) only when --select or --extend-select names the rule. A "
                    "file is replaced as a "
                    "whole or not at all; memory grows with the file");
  command->add_flag("--diff", options.diff,
                    "Write what --fix would change to standard output as a unified diff and change "
                    "nothing. A report "
                    "only with --format or --output; without the latter it goes to standard error");
  command->add_flag("--unsafe", options.unsafe,
                    "With --fix or --diff: also fixes that may change the meaning");
  command->add_flag("--unused-words", options.unused_words,
                    "Report entries of --words and of bnlint-words.txt that no text needed");
  command->add_flag("--suggest", options.suggest, "Suggest spellings for unknown words");
  command->add_option("--stdin-filename", options.stdin_filename,
                      "What findings call standard input; its ending decides the format");
  command
      ->add_option("--input-format", options.input_format,
                   "Format of all files, whatever their endings: " + FormatNames())
      ->check(CLI::IsMember(FormatNameList()));
  command
      ->add_option("--fields", options.fields,
                   "Of JSON and tables only these: keys, paths of keys (a.b), columns; without it "
                   "every value that is not in ASCII")
      ->delimiter(',')
      ->allow_extra_args(false);
  command->add_flag("--statistics", options.statistics, "Count findings by rule at the end");
  command->add_flag("--exit-zero", options.exit_zero, "Exit 0 even with findings");
  command->add_option("--fail-on", options.fail_on, "Least severity that makes the exit status 1")
      ->check(CLI::IsMember({"info", "warning", "error"}))
      ->default_str("warning");
  command->add_flag("--force-exclude", options.force_exclude,
                    "What `exclude` in a bnlint.toml names is left out even when it is given here, "
                    "as by pre-commit");
  command->add_flag("--no-ignore-files", options.no_ignore,
                    "Also lint what .gitignore and .bnlintignore exclude");
  command->add_option("--jobs,-j", options.jobs, "Threads; 0 means one for each processor")
      ->capture_default_str();
  command->add_option("--colour,--color", options.colour, "Colours: auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  return command;
}

void AddOldFindings(CLI::App* command, CheckOptions& options) {
  command->add_option(
      "--baseline", options.baseline,
      "Do not report the findings that this file lists: those that were there when it "
      "was written");
  command->add_flag("--write-baseline", options.write_baseline,
                    "Write what is found to the file of --baseline instead of reporting it");
  command->add_flag("--prune-baseline", options.prune_baseline,
                    "Take out of the file of --baseline what is no longer there");
  command->add_option(
      "--changed-since", options.changed_since,
      "Report only findings on lines that git says have changed since this revision "
      "(HEAD, main, a tag); a file that git does not track is new as a whole");
  command->add_flag(
      "--no-progress", options.no_progress,
      "No progress bar. There is one only on a terminal, for runs longer than a second, "
      "and never when CI is set");
  command->add_flag("--watch", options.watch,
                    "Stay, and check again whenever a file changes; Ctrl-C ends it");
}

CLI::App* AddScore(CLI::App& app, ScoreOptions& options) {
  CLI::App* command =
      app.add_subcommand("score", "Say how good the text of files is, as OCR left it");
  command->footer(
      "\nA score in 0…1 for each file with its parts. 0.93 means: about 93 of 100 words are "
      "right.\n"
      "Exit status: 0, or 2 when a file could not be read.");
  command->add_option("paths", options.paths, "Files and directories, or - for standard input")
      ->default_str(".");
  command->add_option("--format,-f", options.format, "table, json or csv")
      ->check(CLI::IsMember({"table", "json", "csv"}))
      ->capture_default_str();
  command->add_option("--stdin-filename", options.stdin_filename,
                      "What the output calls standard input; its ending decides the format");
  command->add_flag("--no-ignore-files", options.no_ignore,
                    "Also score what .gitignore and .bnlintignore exclude");
  AddLanguage(command, options.language);
  return command;
}

CLI::App* AddSpell(CLI::App& app, SpellOptions& options) {
  CLI::App* command = app.add_subcommand("spell", "Ask the dictionary for words");
  command->footer(
      "\nA line out for each word, in order. jsonl: {\"word\",\"known\",\"suggestions\"}.\n"
      "Exit status: 0 all known, 1 some unknown, 2 it could not be done.");
  command->add_option("words", options.words,
                      "Words; with none, or with -, the lines of standard input");
  command->add_flag("--suggest", options.suggest, "Suggest spellings for unknown words");
  command->add_option("--format,-f", options.format, "text or jsonl")
      ->check(CLI::IsMember({"text", "jsonl"}))
      ->capture_default_str();
  AddLanguage(command, options.language);
  AddDictionary(command, options.dictionary);
  return command;
}

CLI::App* AddConfigCommand(CLI::App& app, ConfigOptions& options) {
  CLI::App* command =
      app.add_subcommand("config", "Tell what a bnlint.toml may say, and what holds for a file");
  command->footer("\nExit status: 0, or 2 when a config is wrong.");
  command->add_option("--show", options.show,
                      "What holds for this file, with the place that says so; it need not exist");
  command->add_flag("--schema", options.schema,
                    "A JSON schema (draft 7) of bnlint.toml, for editors");
  command->add_flag("--markdown", options.markdown, "All keys and profiles as a page");
  command->add_option("--format,-f", options.format, "Of --show: text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  AddConfig(command, options.config, options.isolated);
  return command;
}

tl::expected<RuleSet, int> LoadRules(const std::vector<std::string>& directories) {
  auto rules = RuleSet::Load(directories);
  if (rules) return std::move(*rules);
  for (const Error& error : rules.error()) std::cerr << error.ToString() << '\n';
  return tl::unexpected(kCouldNot);
}

Language LanguageOf(const std::string& name) {
  return name == "en" ? Language::kEnglish : Language::kBengali;
}

int Explain(const ExplainOptions& options) {
  const auto rules = LoadRules(options.rules);
  if (!rules) return rules.error();
  for (const std::string& name : options.names) {
    const Rule* rule = rules->Find(name);
    if (rule == nullptr) {
      // Select knows how to complain about a name and to offer the nearest.
      const auto answer = rules->Select({{name}, {}, {}});
      std::cerr << (answer ? "'" + name + "' is a category; `bnlint rules` lists its rules"
                           : answer.error().ToString())
                << '\n';
      return kCouldNot;
    }
    std::cout << ExplainText(*rule, LanguageOf(options.language), UseColour("auto"));
  }
  return kClean;
}

int Rules(const RulesOptions& options) {
  if (!options.test.empty()) return RunRuleExamples(options.test);
  const auto rules = LoadRules(options.rules);
  if (!rules) return rules.error();
  if (options.format == "json") {
    std::cout << RuleListJson(*rules);
  } else if (options.format == "markdown") {
    std::cout << RuleListMarkdown(*rules);
  } else {
    std::cout << RuleListText(*rules, LanguageOf(options.language));
  }
  return kClean;
}

}  // namespace

int RunCommandLine(int argc, const char* const* argv) {
  CLI::App app("bnlint: the quality checker for Bengali text", "bnlint");
  app.footer(kExamples);
  app.set_version_flag("--version", "bnlint " BNLINT_VERSION);
  app.require_subcommand(1);

  CheckOptions check;
  CLI::App* check_command = AddCheck(app, check);
  AddOldFindings(check_command, check);

  ScoreOptions score;
  CLI::App* score_command = AddScore(app, score);

  SpellOptions spell;
  CLI::App* spell_command = AddSpell(app, spell);

  DatasetOptions dataset;
  CLI::App* dataset_command = AddDataset(app, dataset);

  ExplainOptions explain;
  CLI::App* explain_command = app.add_subcommand("explain", "Explain a rule, by id or name");
  explain_command->add_option("rule", explain.names, "PUN002 or danda-glued")->required();
  AddLanguage(explain_command, explain.language);
  AddRules(explain_command, explain.rules);

  RulesOptions rules;
  CLI::App* rules_command = app.add_subcommand("rules", "List the rules");
  rules_command->add_option("--format,-f", rules.format, "text, markdown or json")
      ->check(CLI::IsMember({"text", "markdown", "json"}))
      ->capture_default_str();
  AddLanguage(rules_command, rules.language);
  AddRules(rules_command, rules.rules);
  rules_command->add_option(
      "--test", rules.test,
      "Run the examples of the rules in this directory: exit status 0 all hold, 1 some do not");

  ConfigOptions config;
  CLI::App* config_command = AddConfigCommand(app, config);

  std::string init_directory = ".";
  CLI::App* init_command = app.add_subcommand("init", "Write a bnlint.toml with comments");
  init_command->add_option("directory", init_directory, "Where")->capture_default_str();

  CLI::App* lsp_command =
      app.add_subcommand("lsp", "A language server for editors, over standard input and output");
  bool stdio = false;
  lsp_command->add_flag("--stdio", stdio, "What editors say; there is no other way");

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // --help and --version come this way too, with exit code 0.
    return app.exit(error) == 0 ? kClean : kCouldNot;
  }
  if (check_command->parsed()) return RunCheck(check);
  if (score_command->parsed()) return RunScore(score);
  if (spell_command->parsed()) return RunSpell(spell);
  if (lsp_command->parsed()) return RunLsp();
  if (dataset_command->parsed()) return RunDataset(dataset);
  if (explain_command->parsed()) return Explain(explain);
  if (config_command->parsed()) return RunConfig(config);
  if (init_command->parsed()) return RunInit(init_directory);
  return rules_command->parsed() ? Rules(rules) : kCouldNot;
}

}  // namespace bnlint
