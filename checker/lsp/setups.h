#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "checks/check.h"
#include "config/word_files.h"
#include "formats/format.h"
#include "lint/fix.h"
#include "lint/linter.h"
#include "lsp/settings.h"
#include "rule/ruleset.h"
#include "spelling/speller.h"

namespace bnlint::lsp {

/// What files with the same settings share. Immutable once made.
struct Setup {
  RuleSet rules;
  std::shared_ptr<const Speller> speller;
  CheckServices services;
  std::optional<const Linter> linter;  ///< never empty in what Setups hands out
  FixPolicy policy;
};

/// Everything that is needed to lint one file.
struct FileSetup {
  std::shared_ptr<const Setup> setup;
  AcceptedWords words;
  const Format* format = nullptr;  ///< null: none that we know
};

/// The setups of files under the settings of a client. What was read is kept: make a new one when a file of words or of
/// settings changes. Not thread-safe.
class Setups {
 public:
  explicit Setups(Settings settings) : settings_(std::move(settings)) {}

  /// `language_id` is what the client calls the kind of document; "" of a file that it has not opened.
  tl::expected<FileSetup, Errors> For(const std::string& path, std::string_view language_id);

 private:
  tl::expected<std::shared_ptr<const Setup>, Errors> Shared();

  Settings settings_;
  std::shared_ptr<const Setup> setup_;
  std::optional<std::shared_ptr<const WordList>> user_words_;
  ProjectWords project_words_;
};

/// The format of a document: what the client calls it, and the ending of its path where that is said to be plain text
/// or nothing. Null when bnlint knows none.
const Format* FormatFor(std::string_view language_id, std::string_view path);

}  // namespace bnlint::lsp
