// Documents as they are opened, changed and closed, and the findings in them: published, or given when asked for.

#include <algorithm>

#include "lsp/server.h"

namespace bnlint::lsp {
namespace {

std::string UriIn(const Json& params) {
  return params.at("textDocument").at("uri").get<std::string>();
}

}  // namespace

void Server::AddDocuments() {
  connection_.OnNotification("textDocument/didOpen", [this](const Json& params) { Open(params); });
  connection_.OnNotification("textDocument/didChange",
                             [this](const Json& params) { Change(params); });
  connection_.OnNotification("textDocument/didClose",
                             [this](const Json& params) { Close(params); });
  connection_.OnNotification("textDocument/didSave", [](const Json&) {});
  connection_.OnRequest("textDocument/diagnostic",
                        [this](const Json& params) { return Pull(params); });
}

void Server::Open(const Json& params) {
  const Json& item = params.at("textDocument");
  const auto uri = item.at("uri").get<std::string>();
  documents_.erase(uri);
  documents_.emplace(
      std::piecewise_construct, std::forward_as_tuple(uri),
      std::forward_as_tuple(uri, item.value("languageId", std::string()),
                            item.value("version", int64_t{0}), item.at("text").get<std::string>()));
}

void Server::Change(const Json& params) {
  const auto found = documents_.find(UriIn(params));
  if (found == documents_.end()) return;
  OpenDocument& document = found->second;
  const Json& item = params.at("textDocument");
  const int64_t version = item.contains("version") && item["version"].is_number_integer()
                              ? item["version"].get<int64_t>()
                              : document.version() + 1;
  const Json& changes = params.at("contentChanges");
  // One that cannot be read leaves the text unknown; those before it are made.
  TextDocument& text = document.Edit(version);
  for (const Json& change : changes) {
    const auto& now = change.at("text").get_ref<const std::string&>();
    const auto range = change.find("range");
    if (range == change.end() || range->is_null()) {
      text.SetText(now);
    } else {
      text.Replace(PlaceFrom(range->at("start")), PlaceFrom(range->at("end")), now,
                   client_.encoding);
    }
  }
}

void Server::Close(const Json& params) {
  const std::string uri = UriIn(params);
  if (documents_.erase(uri) > 0 && !client_.pulls) PublishNothing(uri);
}

OpenDocument& Server::DocumentOf(const Json& params) {
  const auto found = documents_.find(UriIn(params));
  if (found == documents_.end()) {
    throw Json::other_error::create(599, "no such document is open", &params);
  }
  return found->second;
}

// Lints and publishes the document that waits longest to be; false when there is none.
bool Server::LintNext() {
  if (!initialized_ || client_.pulls) return false;
  const auto next =
      std::ranges::find_if(documents_, [](const auto& entry) { return !entry.second.published; });
  if (next == documents_.end()) return false;
  OpenDocument& document = next->second;
  std::optional<RpcError> why;
  if (Ready(document, why)) {
    Publish(document, document.findings());
    document.published = true;
  } else if (why && why->code == kRequestFailed) {
    document.published = true;  // nothing will come of it until something changes
  }
  return true;
}

// Sees to it that a document is linted; false, and why, when that cannot be or is not wanted any more.
bool Server::Ready(OpenDocument& document, std::optional<RpcError>& why) {
  const auto setup = document.Setup(TheSetups());
  if (!setup) {
    TellErrors(setup.error());
    why = RpcError{kRequestFailed, setup.error().front().ToString(), {}};
    return false;
  }
  const std::string& uri = document.uri();
  const auto is_stale = [&](const Json& message) {
    if (!message.is_object()) return false;
    const Json method = message.value("method", Json());
    return (method == "textDocument/didChange" || method == "textDocument/didClose") &&
           message.value("/params/textDocument/uri"_json_pointer, "") == uri;
  };
  const auto stop = [&] { return connection_.Cancelled() || connection_.AnyWaiting(is_stale); };
  const auto first = [&](const std::vector<Diagnostic>& some) {
    if (!client_.pulls) Publish(document, some);
  };
  FileConfig off = **setup;
  if (!settings_.enable) off.format = nullptr;
  if (document.Lint(off, stop, first)) return true;
  why = connection_.Cancelled()
            ? RpcError{kRequestCancelled, "cancelled", {}}
            : RpcError{kServerCancelled, "the text has changed", {{"retriggerRequest", true}}};
  return false;
}

void Server::Publish(const OpenDocument& document, const std::vector<Diagnostic>& findings) {
  connection_.Notify("textDocument/publishDiagnostics",
                     {{"uri", document.uri()},
                      {"version", document.version()},
                      {"diagnostics", renderer_.RenderAll(findings, document.text(), document.uri(),
                                                          settings_.most_findings)}});
}

void Server::PublishNothing(const std::string& uri) {
  connection_.Notify("textDocument/publishDiagnostics",
                     {{"uri", uri}, {"diagnostics", Json::array()}});
}

// Once, until something changes.
void Server::TellErrors(const Errors& errors) {
  std::string text;
  for (const Error& error : errors) text += (text.empty() ? "bnlint: " : "\n") + error.ToString();
  if (text == told_errors_) return;
  told_errors_ = text;
  constexpr int kError = 1;
  connection_.Notify("window/showMessage", {{"type", kError}, {"message", text}});
}

Json Server::PullOne(OpenDocument& document, const std::string& previous) {
  if (previous == document.result_id()) {
    return {{"kind", "unchanged"}, {"resultId", document.result_id()}};
  }
  return {{"kind", "full"},
          {"resultId", document.result_id()},
          {"items", renderer_.RenderAll(document.findings(), document.text(), document.uri(),
                                        settings_.most_findings)}};
}

Reply Server::Pull(const Json& params) {
  OpenDocument& document = DocumentOf(params);
  std::optional<RpcError> why;
  if (!Ready(document, why)) return tl::unexpected(*why);
  return PullOne(document, params.value("previousResultId", std::string()));
}

}  // namespace bnlint::lsp
