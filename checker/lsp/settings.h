#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "rule/diagnostic.h"

namespace bnlint::lsp {

/// What a client may set, under "bnlint" in its configuration or as initializationOptions. What is not set is left to
/// bnlint.toml.
struct Settings {
  bool enable = true;
  std::string language;  ///< of messages: "bn", "en", or "" for the client's own (see LanguageFor)
  std::string profile;
  std::vector<std::string> select;
  std::vector<std::string> extend_select;
  std::vector<std::string> ignore;
  std::string dictionary;       ///< as Speller::Open takes it
  bool suggest = true;          ///< spellings for unknown words, when code actions are asked for
  size_t most_findings = 5000;  ///< published of one document; 0: all
  bool workspace_diagnostics = true;  ///< also of files that are not open, when the client asks

  /// Takes what `json` sets and leaves the rest. Values of a wrong type are passed over.
  void Take(const nlohmann::json& json);
  /// The same rules, words and so on, so that the findings are the same, however they are told.
  [[nodiscard]] bool FindsAs(const Settings& other) const {
    return profile == other.profile && select == other.select && ignore == other.ignore &&
           extend_select == other.extend_select && dictionary == other.dictionary;
  }
  friend bool operator==(const Settings&, const Settings&) = default;
};

/// The language of messages: the settings', else that of the client's locale ("bn", "en-US"); Bengali when it has none.
Language LanguageFor(const Settings& settings, const std::string& locale);

}  // namespace bnlint::lsp
