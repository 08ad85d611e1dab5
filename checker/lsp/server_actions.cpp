// What can be done about findings, and what the rule says.

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/atomic_file.h"
#include "base/read_file.h"
#include "config/word_files.h"
#include "lsp/pages.h"
#include "lsp/server.h"
#include "lsp/uri.h"
#include "report/words.h"
#include "rule/rule.h"

namespace bnlint::lsp {
namespace {

// "source" asks for "source.fixAll.bnlint" too.
bool Wants(const Json& only, std::string_view kind) {
  if (!only.is_array() || only.empty()) return true;
  return std::ranges::any_of(only, [&](const Json& one) {
    const auto wanted = one.get<std::string>();
    return wanted.empty() || kind == wanted ||
           (kind.starts_with(wanted) && kind.substr(wanted.size()).starts_with('.'));
  });
}

Span SpanIn(const Json& range, const TextDocument& text, Encoding encoding) {
  const size_t begin = text.OffsetAt(PlaceFrom(range.at("start")), encoding);
  const size_t end = text.OffsetAt(PlaceFrom(range.at("end")), encoding);
  return {std::min(begin, end), std::max(begin, end)};
}

Result<void> AppendLine(const std::string& path, const std::string& line) {
  std::error_code error;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), error);
  std::string text;
  if (std::filesystem::exists(path, error)) {
    auto there = ReadFile(path);
    if (!there) return tl::unexpected(there.error());
    text = std::move(*there);
  }
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
  auto file = AtomicFile::Create(path);
  if (!file) return tl::unexpected(file.error());
  file->stream() << text << line << '\n';
  return file->Commit();
}

}  // namespace

void Server::AddActions() {
  connection_.OnRequest("textDocument/codeAction",
                        [this](const Json& params) { return CodeActions(params); });
  connection_.OnRequest("codeAction/resolve",
                        [this](const Json& params) { return ResolveAction(params); });
  connection_.OnRequest("workspace/executeCommand",
                        [this](const Json& params) { return Execute(params); });
  connection_.OnRequest("textDocument/hover", [this](const Json& params) { return Hover(params); });
}

// REQUIRES: the document is linted.
ActionContext Server::ContextOf(OpenDocument& document) {
  return {client_,         **document.Setup(TheSetups()), document.uri(),   document.version(),
          document.text(), document.findings(),           settings_.suggest};
}

Reply Server::CodeActions(const Json& params) {
  OpenDocument& document = DocumentOf(params);
  const Json only = params.value("/context/only"_json_pointer, Json());
  const Span span = SpanIn(params.at("range"), document.text(), client_.encoding);
  if (!client_.action_literals) return Json::array();
  std::optional<RpcError> why;
  if (!Ready(document, why)) return tl::unexpected(*why);
  const ActionContext context = ContextOf(document);
  Json actions = Json::array();
  if (Wants(only, kQuickFix)) {
    actions = QuickFixes(context, span, [&](const Diagnostic& finding) {
      return renderer_.Render(finding, document.text(), document.uri());
    });
  }
  const bool fixable = std::ranges::any_of(context.findings, [&](const Diagnostic& finding) {
    return context.file.setup->policy.Choose(finding) != nullptr;
  });
  if (Wants(only, kFixAll) && fixable) {
    Json action = {{"title", In(client_.language, "সব নিরাপদ সংশোধন করুন", "Apply all safe fixes")},
                   {"kind", kFixAll}};
    if (client_.resolves_edit) {
      // Finding them costs several lints: only when it is chosen.
      action["data"] = {{"uri", document.uri()}};
    } else if (only.is_array() && !only.empty()) {
      action["edit"] = FixAllEdit(context);
      if (action["edit"].is_null()) return actions;
    } else {
      action["command"] = {{"title", action["title"]},
                           {"command", kFixDocument},
                           {"arguments", Json::array({{{"uri", document.uri()}}})}};
    }
    actions.push_back(std::move(action));
  }
  return actions;
}

Reply Server::ResolveAction(Json action) {
  const auto uri = action.value("/data/uri"_json_pointer, std::string());
  if (uri.empty()) return action;
  OpenDocument& document = DocumentOf({{"textDocument", {{"uri", uri}}}});
  std::optional<RpcError> why;
  if (!Ready(document, why)) return tl::unexpected(*why);
  if (Json edit = FixAllEdit(ContextOf(document)); !edit.is_null()) action["edit"] = edit;
  return action;
}

Reply Server::Execute(const Json& params) {
  const auto command = params.at("command").get<std::string>();
  const Json arguments = params.value("arguments", Json::array());
  if (arguments.empty() || !arguments[0].is_object()) {
    return FailWith(kInvalidParams, "one argument, an object");
  }
  if (command == kAddWord) return AddWord(arguments[0]);
  if (command == kFixDocument) return FixDocument(arguments[0].at("uri").get<std::string>());
  return FailWith(kInvalidParams, "no such command: " + command);
}

Reply Server::AddWord(const Json& arguments) {
  const auto word = arguments.at("word").get<std::string>();
  const auto to = arguments.at("to").get<std::string>();
  if (const auto list = WordList::Parse(word, "word"); !list || word.find('\n') != word.npos) {
    return FailWith(kInvalidParams, "not a Bengali word: " + word);
  }
  std::string path;
  if (to == "user") {
    path = UserWordsPath();
  } else {
    const std::string file = PathOf(arguments.value("uri", std::string()));
    // The root that holds the file, the innermost of them; else beside the file.
    for (const std::string& root : client_.roots) {
      if (file.starts_with(root + "/") && root.size() >= path.size()) path = root;
    }
    if (path.empty() && !file.empty()) path = std::filesystem::path(file).parent_path();
    if (!path.empty()) path += std::string("/") + kProjectWords;
  }
  if (path.empty()) return FailWith(kRequestFailed, "there is no place for a list of words");
  if (const auto added = AppendLine(path, word); !added) {
    return FailWith(kRequestFailed, added.error().ToString());
  }
  Reload(true);
  return Json();
}

Reply Server::FixDocument(const std::string& uri) {
  OpenDocument& document = DocumentOf({{"textDocument", {{"uri", uri}}}});
  std::optional<RpcError> why;
  if (!Ready(document, why)) return tl::unexpected(*why);
  const Json edit = FixAllEdit(ContextOf(document));
  if (edit.is_null()) return Json();
  if (!client_.applies_edit) return FailWith(kRequestFailed, "the client applies no edits");
  connection_.Request(
      "workspace/applyEdit",
      {{"label", In(client_.language, "নিরাপদ সংশোধন", "safe fixes")}, {"edit", edit}});
  return Json();
}

Reply Server::Hover(const Json& params) {
  OpenDocument& document = DocumentOf(params);
  std::optional<RpcError> why;
  if (!Ready(document, why)) return tl::unexpected(*why);
  const size_t at = document.text().OffsetAt(PlaceFrom(params.at("position")), client_.encoding);
  std::string page;
  Span range;
  for (const Diagnostic& finding : document.findings()) {
    const Span span = finding.place.span;
    if (at < span.begin || at > span.end || (at == span.end && !span.empty())) continue;
    if (!page.empty()) page += client_.markdown ? "\n\n---\n\n" : "\n\n";
    page += Render(finding, client_.language) + "\n\n" +
            RulePage(*finding.rule, client_.language, client_.markdown);
    range = range.empty() ? span
                          : Span{std::max(range.begin, span.begin), std::min(range.end, span.end)};
  }
  if (page.empty()) return Json();
  return Json{
      {"contents", {{"kind", client_.markdown ? "markdown" : "plaintext"}, {"value", page}}},
      {"range", RangeOf(document.text(), range, client_.encoding)}};
}

}  // namespace bnlint::lsp
