// Diagnostics of all files of the workspace, open or not, when the client asks for them.

#include <filesystem>
#include <map>

#include "base/read_file.h"
#include "config/walk.h"
#include "config/word_files.h"
#include "lsp/server.h"
#include "lsp/uri.h"
#include "report/words.h"

namespace bnlint::lsp {
namespace {

// What a file held when it was linted, under these settings.
std::string FileResultId(const std::string& path, uint64_t generation) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  const auto time = std::filesystem::last_write_time(path, error).time_since_epoch().count();
  return "f" + std::to_string(generation) + "-" + std::to_string(size) + "-" + std::to_string(time);
}

std::vector<std::string> FilesIn(const std::vector<std::string>& roots, Setups& setups) {
  WalkOptions options;
  options.wanted = [&](std::string_view path) {
    return path.substr(path.rfind('/') + 1) != kProjectWords && setups.Wants(std::string(path));
  };
  return roots.empty() ? std::vector<std::string>() : Walk(roots, options).files;
}

}  // namespace

void Server::AddWorkspace() {
  connection_.OnRequest("workspace/diagnostic",
                        [this](const Json& params) { return WorkspaceDiagnostics(params); });
}

void Server::Progress(const Json& token, Json value) {
  if (!token.is_null()) connection_.Notify("$/progress", {{"token", token}, {"value", value}});
}

// Null when the client has the findings of the file already, or it cannot be read.
Json Server::FileReport(const std::string& path, const std::string& previous) {
  const std::string id = FileResultId(path, generation_);
  if (id == previous) return {{"kind", "unchanged"}, {"resultId", id}};
  const auto setup = TheSetups().For(path, {});
  if (!setup) {
    TellErrors(setup.error());
    return {};
  }
  auto bytes = ReadFile(path);
  if (!bytes || setup->format == nullptr) return {};
  const TextDocument text(std::move(*bytes));
  const auto findings = LintOnce(text.text(), path, *setup);
  return {{"kind", "full"},
          {"resultId", id},
          {"items", renderer_.RenderAll(findings, text, UriOf(path), settings_.most_findings)}};
}

Reply Server::WorkspaceDiagnostics(const Json& params) {
  std::map<std::string, std::string> previous;
  for (const Json& one : params.value("previousResultIds", Json::array())) {
    previous[one.at("uri").get<std::string>()] = one.at("value").get<std::string>();
  }
  const Json partial = params.value("partialResultToken", Json());
  const Json token = params.value("workDoneToken", Json());
  const auto files = settings_.enable && settings_.workspace_diagnostics
                         ? FilesIn(client_.roots, TheSetups())
                         : std::vector<std::string>();
  Json begin = {{"kind", "begin"},
                {"title", In(client_.language, "bnlint: সব ফাইল", "bnlint: all files")},
                {"cancellable", true},
                {"percentage", 0}};
  Progress(token, std::move(begin));
  Json items = Json::array();
  for (size_t i = 0; i < files.size(); ++i) {
    if (connection_.Cancelled()) {
      Progress(token, {{"kind", "end"}});
      return FailWith(kRequestCancelled, "cancelled");
    }
    const std::string uri = UriOf(files[i]);
    const auto open = documents_.find(uri);
    Json version;
    Json report;
    if (open != documents_.end()) {
      std::optional<RpcError> why;
      if (!Ready(open->second, why)) continue;
      report = PullOne(open->second, previous[uri]);
      version = open->second.version();
    } else {
      report = FileReport(files[i], previous[uri]);
    }
    if (report.is_null()) continue;
    report["uri"] = uri;
    report["version"] = version;
    if (partial.is_null()) {
      items.push_back(std::move(report));
    } else {
      Progress(partial, {{"items", Json::array({std::move(report)})}});
    }
    Progress(token, {{"kind", "report"},
                     {"message", std::filesystem::path(files[i]).filename().string()},
                     {"percentage", (i + 1) * 100 / files.size()}});
  }
  Progress(token, {{"kind", "end"}});
  return Json{{"items", std::move(items)}};
}

}  // namespace bnlint::lsp
