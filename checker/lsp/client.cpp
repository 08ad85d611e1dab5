#include "lsp/client.h"

#include <algorithm>
#include <initializer_list>

#include "lsp/uri.h"

namespace bnlint::lsp {
namespace {

using Json = nlohmann::json;

// The value at the end of a path of keys; null when there is none.
Json At(const Json& json, std::initializer_list<const char*> path) {
  const Json* at = &json;
  for (const char* key : path) {
    if (!at->is_object()) return {};
    const auto next = at->find(key);
    if (next == at->end()) return {};
    at = &*next;
  }
  return *at;
}

bool Is(const Json& json, std::initializer_list<const char*> path) {
  const Json value = At(json, path);
  return value.is_boolean() && value.get<bool>();
}

bool Holds(const Json& list, const Json& value) {
  return list.is_array() && std::ranges::find(list, value) != list.end();
}

Encoding EncodingIn(const Json& offered) {
  if (!offered.is_array()) return Encoding::kUtf16;
  for (const Json& name : offered) {
    for (const Encoding known : {Encoding::kUtf8, Encoding::kUtf16, Encoding::kUtf32}) {
      if (name.is_string() && name.get<std::string>() == Name(known)) return known;
    }
  }
  return Encoding::kUtf16;
}

std::vector<std::string> RootsIn(const Json& params) {
  std::vector<std::string> roots;
  const auto add = [&](const Json& uri) {
    if (!uri.is_string()) return;
    if (std::string path = PathOf(uri.get<std::string>()); !path.empty()) roots.push_back(path);
  };
  const Json folders = At(params, {"workspaceFolders"});
  if (folders.is_array()) {
    for (const Json& folder : folders) add(At(folder, {"uri"}));
  } else {
    add(At(params, {"rootUri"}));
  }
  return roots;
}

}  // namespace

Client Client::From(const Json& params) {
  Client client;
  const Json can = At(params, {"capabilities"});
  const Json locale = At(params, {"locale"});
  if (locale.is_string()) client.locale = locale.get<std::string>();
  client.encoding = EncodingIn(At(can, {"general", "positionEncodings"}));
  client.roots = RootsIn(params);

  const Json push = At(can, {"textDocument", "publishDiagnostics"});
  const Json pull = At(can, {"textDocument", "diagnostic"});
  client.pulls = pull.is_object();
  client.related = Is(push, {"relatedInformation"}) || Is(pull, {"relatedInformation"});
  client.tag_unnecessary = Holds(At(push, {"tagSupport", "valueSet"}), 1) ||
                           Holds(At(pull, {"tagSupport", "valueSet"}), 1);
  client.code_description =
      Is(push, {"codeDescriptionSupport"}) || Is(pull, {"codeDescriptionSupport"});
  client.refresh = Is(can, {"workspace", "diagnostics", "refreshSupport"});

  const Json action = At(can, {"textDocument", "codeAction"});
  client.action_literals = At(action, {"codeActionLiteralSupport"}).is_object();
  client.action_data = Is(action, {"dataSupport"});
  client.resolves_edit =
      client.action_data && Holds(At(action, {"resolveSupport", "properties"}), "edit");
  client.document_changes = Is(can, {"workspace", "workspaceEdit", "documentChanges"});
  client.applies_edit = Is(can, {"workspace", "applyEdit"});
  client.markdown = Holds(At(can, {"textDocument", "hover", "contentFormat"}), "markdown");

  client.configuration = Is(can, {"workspace", "configuration"});
  client.registers_configuration =
      Is(can, {"workspace", "didChangeConfiguration", "dynamicRegistration"});
  client.registers_watchers =
      Is(can, {"workspace", "didChangeWatchedFiles", "dynamicRegistration"});
  client.progress = Is(can, {"window", "workDoneProgress"});
  return client;
}

}  // namespace bnlint::lsp
