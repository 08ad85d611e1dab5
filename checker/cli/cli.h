#pragma once

#include <string>
#include <vector>

namespace bnlint {

/// What the process returns. Findings of severity info alone are notes, not findings.
inline constexpr int kClean = 0;
inline constexpr int kFindings = 1;
inline constexpr int kCouldNot = 2;

/// Runs the command line and returns the process's exit code.
int RunCommandLine(int argc, const char* const* argv);

/// Options of `bnlint check`.
struct CheckOptions {
  std::vector<std::string> paths;
  std::string format;    ///< empty: the config's, or "full"
  std::string output;    ///< empty: standard output
  std::string language;  ///< empty: the config's, or "bn"
  std::vector<std::string> select;
  std::vector<std::string> extend_select;
  std::vector<std::string> profile;
  std::vector<std::string> ignore;
  std::vector<std::string> rules;  ///< directories of rule files
  std::string stdin_filename;
  std::string input_format;         ///< of every file; empty: as its ending says
  std::vector<std::string> fields;  ///< of JSON and tables
  std::string dictionary;           ///< as Speller::Open takes it
  std::vector<std::string> words;   ///< further word lists
  std::string colour = "auto";
  std::string fail_on;         ///< empty: the config's, or "warning"
  std::string config;          ///< this bnlint.toml for all files
  bool isolated = false;       ///< no bnlint.toml
  bool force_exclude = false;  ///< `exclude` holds for files that are named too
  unsigned jobs = 0;           ///< 0: as many as the machine has
  bool suggest = false;
  bool fix = false;
  bool diff = false;    ///< wins over `fix`
  bool unsafe = false;  ///< REQUIRES: fix or diff
  bool unused_words = false;
  bool statistics = false;
  bool exit_zero = false;
  bool no_ignore = false;
  std::string baseline;       ///< a file; empty: none
  std::string changed_since;  ///< a revision of git; empty: all lines
  bool write_baseline = false;
  bool prune_baseline = false;
  bool no_progress = false;
  bool watch = false;
};

/// `bnlint check`. Writes findings to standard output or --output, errors to standard error. Standard output belongs to
/// the mended text when standard input is mended, and to the difference with --diff.
int RunCheck(const CheckOptions& options);
/// … without --watch.
int RunCheckOnce(const CheckOptions& options);

/// Options of `bnlint config`.
struct ConfigOptions {
  std::string show;             ///< a file: what holds for it
  std::string config;           ///< as CheckOptions
  std::string format = "text";  ///< or "json"
  bool isolated = false;
  bool schema = false;
  bool markdown = false;
};

/// `bnlint config`. Writes to standard output, errors to standard error.
int RunConfig(const ConfigOptions& options);

/// `bnlint init`: writes a bnlint.toml into a directory that has none.
int RunInit(const std::string& directory);

/// `bnlint rules --test`: runs the examples of the rules in a directory. kFindings when one fails.
int RunRuleExamples(const std::string& directory);

/// Options of `bnlint score`.
struct ScoreOptions {
  std::vector<std::string> paths;
  std::string format = "table";  ///< or "json", "csv"
  std::string language = "bn";
  std::string stdin_filename;
  bool no_ignore = false;
};

/// `bnlint score`. Writes the ocr-quality of each file to standard output, errors to standard error.
int RunScore(const ScoreOptions& options);

/// Options of `bnlint spell`.
struct SpellOptions {
  std::vector<std::string> words;  ///< empty, or "-" alone: the lines of standard input
  std::string format = "text";     ///< or "jsonl"
  std::string language = "bn";
  std::string dictionary;  ///< as Speller::Open takes it
  bool suggest = false;
};

/// `bnlint spell`. Writes a line for each word to standard output, in order, errors to standard error.
int RunSpell(const SpellOptions& options);

/// `bnlint lsp`: a language server for editors over standard input and output, until the client ends it. The exit
/// status: 0 after a shutdown, 1 when the client went away without one.
int RunLsp();

}  // namespace bnlint
