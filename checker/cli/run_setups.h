#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/cli.h"
#include "config/configs.h"
#include "lint/batch.h"
#include "lint/fixer.h"
#include "report/reporter.h"

namespace bnlint {

/// The options of `bnlint check` as the strongest layer of all configs.
Configs::Options ConfigsFor(const CheckOptions& options);

/// What the files of a run are linted and mended with: a linter, and where it is wanted a fixer, for each set of files
/// that share a config. Thread-safe once made.
class RunSetups {
 public:
  /// The setup of the run as a whole is that of its first file; without files that of the current directory. Nothing
  /// after errors have been told.
  static std::optional<RunSetups> Make(const CheckOptions& options, Configs& configs,
                                       std::vector<BatchFile>& files);

  /// What holds for the report: language, format.
  [[nodiscard]] const Setup& first() const { return *first_; }
  /// Of all files together.
  [[nodiscard]] const RuleSet& rules() const { return rules_; }
  [[nodiscard]] const Setup& Of(const BatchFile& file) const {
    return *entries_.at(file.linter).setup;
  }
  /// REQUIRES: something is to be mended.
  [[nodiscard]] const Fixer& FixerOf(const BatchFile& file) const {
    return *entries_.at(file.linter).fixer;
  }
  /// Counts a finding by the policy and `fail-on` of its file.
  void Count(const BatchFile& file, const Diagnostic& diagnostic, Summary& summary) const;

 private:
  struct Entry {
    std::shared_ptr<const Setup> setup;
    std::unique_ptr<const Fixer> fixer;  // null: nothing is to be mended
    std::vector<Format> formats;         // those of Formats(), with the fields that the config or the user names
  };
  bool Add(const std::shared_ptr<const Setup>& setup, const CheckOptions& options);

  std::shared_ptr<const Setup> first_;
  std::map<const Linter*, Entry> entries_;
  RuleSet rules_;
};

}  // namespace bnlint
