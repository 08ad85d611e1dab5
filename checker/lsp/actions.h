#pragma once

#include <functional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "formats/format.h"
#include "lint/fix.h"
#include "lsp/client.h"
#include "lsp/setups.h"
#include "lsp/text_document.h"
#include "rule/diagnostic.h"

namespace bnlint::lsp {

/// The document that actions are about, and what was found in it.
struct ActionContext {
  const Client& client;
  const FileConfig& file;
  const std::string& uri;
  int64_t version;
  const TextDocument& text;
  const std::vector<Diagnostic>& findings;
  bool suggest = true;
};

/// The kinds of actions that there are.
inline constexpr const char* kQuickFix = "quickfix";
inline constexpr const char* kFixAll = "source.fixAll.bnlint";
/// The commands that there are. kAddWord: {word, to: "user" | "workspace", uri}; kFixDocument: {uri}.
inline constexpr const char* kAddWord = "bnlint.addWord";
inline constexpr const char* kFixDocument = "bnlint.fixAll";

/// What can be done about the findings that touch `span`: each fix, all fixes of the same rule, "ignore here", and for an
/// unknown word the dictionaries it may go to. `diagnostic` renders a finding for the client.
nlohmann::json QuickFixes(const ActionContext& context, Span span,
                          const std::function<nlohmann::json(const Diagnostic&)>& diagnostic);

/// All safe fixes of the document as one edit; null when there are none.
nlohmann::json FixAllEdit(const ActionContext& context);

/// A WorkspaceEdit of one document, versioned where the client knows that.
nlohmann::json EditOf(const ActionContext& context, const std::vector<Edit>& edits);

}  // namespace bnlint::lsp
