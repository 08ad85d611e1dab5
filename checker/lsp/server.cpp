#include "lsp/server.h"

#include <chrono>
#include <csignal>

#include "rule/rule.h"

namespace bnlint::lsp {
namespace {

// What the first paragraph of a document would have to wait for: dictionary, tables, the states of the patterns.
std::unique_ptr<Setups> WarmUp() {
  auto setups = std::make_unique<Setups>(Settings{});
  const auto file = setups->For({}, "plaintext");
  if (file) {
    constexpr std::string_view kText =
        "তিনি বলেন, ‘আমরা ২০১৯ সালে ঢাকায় ছিলাম।’ হুতোমপ্যাঁচা (নক্সা) পড়ে শুনিয়েছিলেন কেউ?\n\n"
        "দ্বিতীয় অনুচ্ছেদটির শব্দঝঞ্ঝা 15 বার ঘুরেফিরে এল,তারপর থামল। Latin words …\n";
    (void)LintOnce(kText, {}, *file);
  }
  return setups;
}

}  // namespace

Server::Server(int in, int out)
    : connection_(in, out), warming_(std::async(std::launch::async, WarmUp)) {
  connection_.gate = [this](std::string_view method) { return Gate(method); };
  AddLifeCycle();
  AddSettings();
  AddDocuments();
  AddActions();
  AddWorkspace();
}

int Server::Run() {
  // A client that has gone is no reason to die before the loop ends.
  std::signal(SIGPIPE, SIG_IGN);
  connection_.Start();
  bool idle = true;
  while (state_ != State::kExit) {
    const auto step = connection_.Next(idle);
    if (step == Connection::Step::kEnd) return 1;
    idle = step == Connection::Step::kNothing && !LintNext();
  }
  return shut_down_ ? 0 : 1;
}

void Server::AddLifeCycle() {
  connection_.OnRequest("initialize", [this](const Json& params) { return Initialize(params); });
  connection_.OnNotification("initialized", [this](const Json&) { Initialized(); });
  connection_.OnRequest("shutdown", [this](const Json&) -> Reply {
    state_ = State::kShutDown;
    shut_down_ = true;
    return Json();
  });
  connection_.OnNotification("exit", [this](const Json&) { state_ = State::kExit; });
  connection_.OnNotification("$/setTrace", [this](const Json& params) {
    const auto value = params.at("value").get<std::string>();
    if (value == "off" || value == "messages" || value == "verbose") trace_ = value;
    connection_.trace = nullptr;
    if (trace_ != "off") {
      connection_.trace = [this](bool incoming, const Json& message) { Trace(incoming, message); };
    }
  });
  // Known when it was read.
  connection_.OnNotification("$/cancelRequest", [](const Json&) {});
}

std::optional<RpcError> Server::Gate(std::string_view method) const {
  if (method == "exit" || method == "$/cancelRequest" || method == "$/setTrace") {
    return std::nullopt;
  }
  if (state_ == State::kNew && method != "initialize") {
    return RpcError{kServerNotInitialized, "initialize comes first", {}};
  }
  if (state_ == State::kRunning && method == "initialize") {
    return RpcError{kInvalidRequest, "initialized already", {}};
  }
  if (state_ == State::kShutDown) return RpcError{kInvalidRequest, "shut down already", {}};
  return std::nullopt;
}

Reply Server::Initialize(const Json& params) {
  if (!params.is_object()) return FailWith(kInvalidParams, "initialize has parameters");
  client_ = Client::From(params);
  initial_settings_ = params.value("initializationOptions", Json());
  TakeSettings(initial_settings_);
  state_ = State::kRunning;
  const Json trace = params.value("trace", Json());
  if (trace == "messages" || trace == "verbose") {
    trace_ = trace.get<std::string>();
    connection_.trace = [this](bool incoming, const Json& message) { Trace(incoming, message); };
  }
  constexpr int kIncremental = 2;
  Json capabilities = {
      {"positionEncoding", Name(client_.encoding)},
      {"textDocumentSync",
       {{"openClose", true},
        {"change", kIncremental},
        {"save", {{"includeText", false}}},
        {"willSave", false}}},
      {"hoverProvider", true},
      {"codeActionProvider",
       {{"codeActionKinds", {kQuickFix, kFixAll}}, {"resolveProvider", client_.resolves_edit}}},
      {"executeCommandProvider", {{"commands", {kAddWord, kFixDocument}}}},
      {"diagnosticProvider",
       {{"identifier", "bnlint"},
        {"interFileDependencies", false},
        {"workspaceDiagnostics", settings_.workspace_diagnostics},
        {"workDoneProgress", true}}},
      {"workspace", {{"workspaceFolders", {{"supported", true}, {"changeNotifications", true}}}}}};
  return Json{{"capabilities", std::move(capabilities)},
              {"serverInfo", {{"name", "bnlint"}, {"version", BNLINT_VERSION}}}};
}

void Server::Initialized() {
  if (initialized_) return;
  initialized_ = true;
  Json registrations = Json::array();
  if (client_.registers_watchers) {
    registrations.push_back(
        {{"id", "bnlint-files"},
         {"method", "workspace/didChangeWatchedFiles"},
         {"registerOptions",
          {{"watchers",
            {{{"globPattern", "**/bnlint.toml"}}, {{"globPattern", "**/bnlint-words.txt"}}}}}}});
  }
  if (client_.registers_configuration) {
    registrations.push_back({{"id", "bnlint-settings"},
                             {"method", "workspace/didChangeConfiguration"},
                             {"registerOptions", {{"section", "bnlint"}}}});
  }
  if (!registrations.empty()) {
    connection_.Request("client/registerCapability", {{"registrations", std::move(registrations)}});
  }
  AskSettings();
}

void Server::Trace(bool incoming, const Json& message) {
  const std::string method = message.value("method", Json("response")).dump();
  if (method == "\"$/logTrace\"") return;
  Json trace = {{"message", std::string(incoming ? "received " : "sent ") + method}};
  if (trace_ == "verbose") {
    trace["verbose"] = message.dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  connection_.Notify("$/logTrace", std::move(trace));
}

}  // namespace bnlint::lsp
