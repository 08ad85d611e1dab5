#pragma once

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "lsp/actions.h"
#include "lsp/client.h"
#include "lsp/documents.h"
#include "lsp/render.h"
#include "lsp/rpc.h"
#include "lsp/settings.h"
#include "lsp/setups.h"

namespace bnlint::lsp {

/// A language server for one client. All of it runs on the thread that calls Run, but for reading the stream and for
/// loading rules and dictionary, which begins at once.
///
/// A document is linted when no message waits; a change that comes meanwhile stops that, and what was learnt is used
/// the next time. So what is published is never of an old version.
class Server {
 public:
  /// Speaks over two file descriptors.
  Server(int in, int out);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server() = default;

  /// Until the client says exit or goes away. The exit status: 0 after a shutdown, else 1.
  int Run();

 private:
  // server.cpp
  void AddLifeCycle();
  std::optional<RpcError> Gate(std::string_view method) const;
  Reply Initialize(const Json& params);
  void Initialized();
  void Trace(bool incoming, const Json& message);
  // server_settings.cpp
  void AddSettings();
  void AskSettings();
  void TakeSettings(const Json& json);
  void Reload(bool setups);
  Setups& TheSetups();
  // server_documents.cpp
  void AddDocuments();
  void Open(const Json& params);
  void Change(const Json& params);
  void Close(const Json& params);
  bool LintNext();
  bool Ready(OpenDocument& document, std::optional<RpcError>& why);
  void Publish(const OpenDocument& document, const std::vector<Diagnostic>& findings);
  void PublishNothing(const std::string& uri);
  void TellErrors(const Errors& errors);
  OpenDocument& DocumentOf(const Json& params);
  Json PullOne(OpenDocument& document, const std::string& previous);
  Reply Pull(const Json& params);
  // server_actions.cpp
  void AddActions();
  Reply CodeActions(const Json& params);
  Reply ResolveAction(Json action);
  Reply Execute(const Json& params);
  Reply AddWord(const Json& arguments);
  Reply FixDocument(const std::string& uri);
  Reply Hover(const Json& params);
  ActionContext ContextOf(OpenDocument& document);
  // server_workspace.cpp
  void AddWorkspace();
  Reply WorkspaceDiagnostics(const Json& params);
  Json FileReport(const std::string& path, const std::string& previous);
  void Progress(const Json& token, Json value);

  Connection connection_;
  Client client_;
  Renderer renderer_{client_};
  Settings settings_;
  Json initial_settings_;
  std::unique_ptr<Setups> setups_;
  std::future<std::unique_ptr<Setups>> warming_;
  Documents documents_;
  uint64_t generation_ = 0;  // of settings and words
  std::string told_errors_;

  enum class State { kNew, kRunning, kShutDown, kExit } state_ = State::kNew;
  bool shut_down_ = false;
  bool initialized_ = false;
  std::string trace_ = "off";
};

}  // namespace bnlint::lsp
