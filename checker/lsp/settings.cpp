#include "lsp/settings.h"

#include <algorithm>

#include "rule/rule.h"

namespace bnlint::lsp {
namespace {

using Json = nlohmann::json;

// Null too is a value not set.
const Json* Find(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found == json.end() || found->is_null() ? nullptr : &*found;
}

void Take(const Json& json, const char* key, bool& value) {
  const Json* found = Find(json, key);
  if (found != nullptr && found->is_boolean()) value = found->get<bool>();
}

void Take(const Json& json, const char* key, size_t& value) {
  const Json* found = Find(json, key);
  if (found != nullptr && found->is_number_unsigned()) value = found->get<size_t>();
}

void Take(const Json& json, const char* key, std::string& value) {
  const Json* found = Find(json, key);
  if (found != nullptr && found->is_string()) value = found->get<std::string>();
}

void Take(const Json& json, const char* key, std::vector<std::string>& value) {
  const Json* found = Find(json, key);
  if (found == nullptr || !found->is_array()) return;
  value.clear();
  for (const Json& item : *found) {
    if (item.is_string()) value.push_back(item.get<std::string>());
  }
}

}  // namespace

void Settings::Take(const Json& json) {
  if (!json.is_object()) return;
  lsp::Take(json, "enable", enable);
  lsp::Take(json, "language", language);
  if (language == "auto") language.clear();
  lsp::Take(json, "profile", profile);
  if (!IsProfile(profile)) profile.clear();
  lsp::Take(json, "select", select);
  lsp::Take(json, "extendSelect", extend_select);
  lsp::Take(json, "ignore", ignore);
  lsp::Take(json, "dictionary", dictionary);
  lsp::Take(json, "suggest", suggest);
  lsp::Take(json, "maxFindings", most_findings);
  lsp::Take(json, "workspaceDiagnostics", workspace_diagnostics);
}

Language LanguageFor(const Settings& settings, const std::string& locale) {
  const std::string& said = settings.language.empty() ? locale : settings.language;
  return said.empty() || said.starts_with("bn") ? Language::kBengali : Language::kEnglish;
}

}  // namespace bnlint::lsp
