#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "lsp/text_document.h"
#include "rule/diagnostic.h"

namespace bnlint::lsp {

/// What the client can do, as it says when it initializes; and how to speak to it.
struct Client {
  Encoding encoding = Encoding::kUtf16;
  std::string locale;
  Language language = Language::kBengali;
  std::vector<std::string> roots;  ///< paths of workspace folders

  bool related = false;  ///< relatedInformation
  bool tag_unnecessary = false;
  bool code_description = false;
  bool pulls = false;             ///< asks for diagnostics itself, so that nothing is published
  bool refresh = false;           ///< … and can be told to ask again
  bool document_changes = false;  ///< versioned edits
  bool action_literals = false;   ///< code actions, not just commands
  bool resolves_edit = false;     ///< asks for a code action's edit when it is chosen
  bool action_data = false;
  bool applies_edit = false;
  bool markdown = false;       ///< in hovers
  bool configuration = false;  ///< can be asked for it
  bool registers_configuration = false;
  bool registers_watchers = false;
  bool progress = false;  ///< we may begin one

  /// From the parameters of `initialize`. The encoding is the first of the client's that we know.
  static Client From(const nlohmann::json& params);
};

}  // namespace bnlint::lsp
