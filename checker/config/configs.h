#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "config/setup.h"

namespace bnlint {

/// What the file is called, in whatever directory.
inline constexpr const char* kConfigFile = "bnlint.toml";

/// Everything that is needed to lint one file:
///
///   Configs configs({});
///   const auto file = configs.For("texts/a.md");
///   if (!file) … file.error() …                      // every error of the config, with its place
///   SourceReader reader = SourceReader::FromText(text, "texts/a.md");
///   file->setup->linter->Lint(reader, *file->format, emit, file->words);
struct FileConfig {
  std::shared_ptr<const Setup> setup;  ///< never null
  AcceptedWords
      words;  ///< the user's list, the config's, and every bnlint-words.txt above the file
  const Format* format = nullptr;  ///< by the file's name; null when nobody claims it
  bool excluded = false;           ///< the config leaves it out when a directory is walked
};

/// Finds and reads the configs of files, each once. The bnlint.toml of a file is the nearest in its directory or above,
/// up to the root of the repository (the directory that holds .git) or, outside of one, of the file system. Others
/// further up do not count unless it names them in `extends`.
///
/// Strongest first: the command line; [[overrides]] whose paths match the file, the last one first; the file's own
/// keys; what it `extends`, the last one first; its profiles; bnlint's defaults.
///
/// Thread-safe. What was read is kept: an editor makes a new one when a config changes.
class Configs {
 public:
  struct Options {
    std::string file;       ///< this one for all files, whatever lies beside them (--config)
    bool isolated = false;  ///< none at all
    Layer command_line;     ///< wins over all
    bool unsafe = false;    ///< as FixPolicy
    bool suggest = false;   ///< as CheckServices
    bool quality = false;   ///< likewise; also when the config's report is json
  };
  explicit Configs(Options options);
  ~Configs();
  Configs(const Configs&) = delete;
  Configs& operator=(const Configs&) = delete;

  /// `path` need not exist; a relative one counts from the current directory. All errors of its config at once.
  tl::expected<FileConfig, Errors> For(const std::string& path);

  /// The setup alone, without looking for the user's and the project's words.
  tl::expected<std::shared_ptr<const Setup>, Errors> SetupFor(const std::string& path);

  /// Whether a file that is found in a directory is to be checked: somebody knows its format, or `include` of its config
  /// names it, and `exclude` does not. A config that cannot be read wants everything that has a format: For tells why.
  bool Wants(const std::string& path);

  /// The setups made so far, in the order in which they were first asked for.
  [[nodiscard]] std::vector<std::shared_ptr<const Setup>> setups() const;
  /// The word lists read so far: those that configs and the command line name, then the projects' bnlint-words.txt.
  [[nodiscard]] std::vector<std::shared_ptr<const WordList>> lists() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// What holds for one file, without options: the plain way in for editors and other languages. Reads the config anew;
/// keep a Configs for many files.
tl::expected<FileConfig, Errors> ConfigFor(const std::string& path);

}  // namespace bnlint
