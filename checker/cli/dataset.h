#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace bnlint {

/// Options of `bnlint dataset annotate`, `filter` and `stats`.
struct DatasetOptions {
  std::string command;  ///< which of the three
  std::vector<std::string> inputs;
  std::string text_field;  ///< empty: what the configuration says, else "text"
  std::string id_field;    ///< … "id"
  std::string output;      ///< empty: standard output
  std::string output_dir;
  std::string dropped;
  std::string config;  ///< a TOML file with a [dataset] table
  std::string preset;
  std::string on_error = "skip";
  std::string format = "table";
  std::string sample;
  std::string profile;
  std::string dictionary;
  std::string language = "bn";
  std::string progress = "auto";
  std::vector<std::string> select;
  std::vector<std::string> extend_select;
  std::vector<std::string> ignore;
  std::vector<std::string> rules;
  unsigned jobs = 0;
  unsigned longest_line = 16;  ///< MiB
  bool fix = false;
  bool unsafe = false;
  bool no_findings = false;
};

/// Adds the subcommand to a command line; it fills in `options` when it is chosen.
CLI::App* AddDataset(CLI::App& app, DatasetOptions& options);

/// `bnlint dataset`. Documents go to standard output or files, what is said of them to standard error. Returns the process's
/// exit code: kClean, or kCouldNot when something could not be read or written.
int RunDataset(const DatasetOptions& options);

}  // namespace bnlint
