#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "checks/check.h"
#include "config/value.h"
#include "formats/format.h"
#include "lint/fix.h"
#include "lint/linter.h"
#include "rule/ruleset.h"
#include "spelling/speller.h"
#include "spelling/word_list.h"

namespace bnlint {

/// A table of a config that another room reads with its own parser, so that positions in its errors are right: the whole
/// text of the file and the name of the table in it.
struct ForeignTable {
  std::string path;
  std::string text;
  std::string table;  ///< "dataset"
};

/// What holds for some files of a run: everything that their bnlint.toml, the profiles and the command line say, ready to
/// lint with. Files with the same settings share one. Immutable once made and thread-safe; `linter` and the diagnostics
/// that it makes need it alive.
struct Setup {
  Setup() = default;
  Setup(const Setup&) = delete;
  Setup& operator=(const Setup&) = delete;

  RuleSet rules;  ///< those that run, with the severities of the config
  std::shared_ptr<const Speller> speller;
  CheckServices services;              ///< speller, house style, OCR or not
  std::optional<const Linter> linter;  ///< never empty in what Configs hands out
  FixPolicy policy;                    ///< safe fixes; notes only of rules that somebody named
  std::vector<std::shared_ptr<const WordList>> words;  ///< of the keys `words`
  std::vector<std::string> profiles;
  Severity fail_on = Severity::kWarning;            ///< the least severity that makes a run fail
  std::string language;                             ///< "bn", "en", or empty: nothing was said
  std::string format;                               ///< of the report; empty: nothing was said
  std::map<std::string, const Format*> extensions;  ///< ".text" in lower case → format
  std::map<std::string, std::vector<std::string>>
      fields;  ///< format ("jsonl") → [formats.jsonl] fields
  std::optional<ForeignTable> dataset;
  std::string file;  ///< the bnlint.toml, as errors call it; empty: none
  Values values;     ///< what it was made of, with the places (config/show.h)

  /// The format of a file by its name; null when nobody claims it.
  [[nodiscard]] const Format* FormatFor(std::string_view path) const;
};

}  // namespace bnlint
