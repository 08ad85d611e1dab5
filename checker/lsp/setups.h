#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "config/configs.h"
#include "formats/format.h"
#include "lsp/settings.h"

namespace bnlint::lsp {

/// The setups of files, by their bnlint.toml and under the settings of a client, which win over it. What was read is kept:
/// make a new one when a file of words or of settings changes. Thread-safe.
class Setups {
 public:
  explicit Setups(const Settings& settings);

  /// What holds for a document. `language_id` is what the client calls its kind, "" of a file that it has not opened;
  /// `path` is empty for one that is no file. The format is null for what is not to be linted.
  tl::expected<FileConfig, Errors> For(const std::string& path, std::string_view language_id);
  /// As Configs::Wants.
  bool Wants(const std::string& path) { return configs_.Wants(path); }

 private:
  Configs configs_;
};

/// The format of a document: what the client calls it, and the ending of its path (`by_path`, which may be null) where that
/// is said to be plain text or nothing. Null when bnlint knows none.
const Format* FormatFor(std::string_view language_id, const Format* by_path);

}  // namespace bnlint::lsp
