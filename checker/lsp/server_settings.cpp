// Settings come from the client, and files beside the texts: bnlint.toml and word lists, which the client watches.

#include "lsp/server.h"
#include "lsp/uri.h"

namespace bnlint::lsp {

void Server::AddSettings() {
  connection_.OnNotification("workspace/didChangeConfiguration", [this](const Json& params) {
    if (client_.configuration) {
      AskSettings();  // what is sent along may be anything
      return;
    }
    const Json& settings = params.at("settings");
    TakeSettings(settings.is_object() && settings.contains("bnlint") ? settings["bnlint"]
                                                                     : settings);
  });
  connection_.OnNotification("workspace/didChangeWatchedFiles",
                             [this](const Json&) { Reload(true); });
  connection_.OnNotification("workspace/didChangeWorkspaceFolders", [this](const Json& params) {
    const Json& event = params.at("event");
    for (const Json& folder : event.value("removed", Json::array())) {
      std::erase(client_.roots, PathOf(folder.at("uri").get<std::string>()));
    }
    for (const Json& folder : event.value("added", Json::array())) {
      client_.roots.push_back(PathOf(folder.at("uri").get<std::string>()));
    }
  });
}

void Server::AskSettings() {
  if (!client_.configuration) return;
  connection_.Request("workspace/configuration",
                      {{"items", Json::array({{{"section", "bnlint"}}})}},
                      [this](const Json& result) {
                        if (result.is_array() && !result.empty()) TakeSettings(result[0]);
                      });
}

// On top of what the client said at first.
void Server::TakeSettings(const Json& json) {
  Settings settings;
  settings.Take(initial_settings_);
  settings.Take(json);
  const bool same = settings == settings_;
  const bool finds_the_same = settings.FindsAs(settings_);
  settings_ = std::move(settings);
  client_.language = LanguageFor(settings_, client_.locale);
  if (!same) Reload(!finds_the_same);
}

// What was found is no longer true; with `setups` the rules and word lists are not either.
void Server::Reload(bool setups) {
  for (auto& [uri, document] : documents_) document.Forget();
  if (setups) {
    if (warming_.valid()) setups_ = warming_.get();  // the tables that it has filled stay
    setups_ = std::make_unique<Setups>(settings_);
  }
  ++generation_;
  told_errors_.clear();
  if (client_.pulls && client_.refresh && initialized_) {
    connection_.Request("workspace/diagnostic/refresh", nullptr);
  }
}

Setups& Server::TheSetups() {
  if (warming_.valid()) setups_ = warming_.get();
  return *setups_;
}

}  // namespace bnlint::lsp
