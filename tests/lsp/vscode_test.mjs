// The extension's parts and the server, through VS Code's own protocol layer: vscode_test.mjs BUILT BNLINT.

import assert from "node:assert/strict";
import {spawn} from "node:child_process";
import fs from "node:fs";
import {createRequire} from "node:module";
import os from "node:os";
import path from "node:path";
import test from "node:test";

const [built, program] = process.argv.slice(-2);
const require = createRequire(path.join(built, "package.json"));
const p = require("vscode-languageserver-protocol/node");
const {findServer} = require(path.join(built, "test-out/server.js"));
const {initializationOptions, clientOptions} = require(path.join(built, "test-out/options.js"));

const settings = (values) => ({get: (key, otherwise) => values[key] ?? otherwise});

test("the server is found where the settings say, in the extension, on the PATH", () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "bnlint-"));
  const make = (name) => {
    fs.mkdirSync(path.dirname(path.join(home, name)), {recursive: true});
    fs.writeFileSync(path.join(home, name), "#!/bin/sh\n", {mode: 0o755});
    return path.join(home, name);
  };
  const onPath = make("bin/bnlint");
  const environment = {PATH: `${home}/none${path.delimiter}${home}/bin`};
  assert.equal(findServer("", home, {}, "linux"), undefined);
  assert.equal(findServer("", home, environment, "linux"), onPath);
  const bundled = make("server/bnlint");
  assert.equal(findServer("", home, environment, "linux"), bundled);
  const own = make("own/bnlint-2");
  assert.equal(findServer(own, home, environment, "linux"), own);
  assert.equal(findServer(path.join(home, "missing"), home, environment, "linux"), undefined);
  assert.equal(findServer("", home, environment, "win32"), undefined);
});

test("the options follow the editor's language", () => {
  assert.equal(initializationOptions(settings({}), "bn-IN").language, "bn");
  assert.equal(initializationOptions(settings({}), "fr").language, "en");
  assert.equal(initializationOptions(settings({language: "bn"}), "en").language, "bn");
  const options = clientOptions(settings({languages: ["markdown"]}), "en");
  assert.deepEqual(options.documentSelector,
                   [{scheme: "file", language: "markdown"}, {scheme: "untitled", language: "markdown"}]);
});

function connect() {
  const server = spawn(program, ["lsp"], {stdio: ["pipe", "pipe", "inherit"]});
  const connection = p.createProtocolConnection(
    new p.StreamMessageReader(server.stdout), new p.StreamMessageWriter(server.stdin));
  connection.listen();
  const ended = new Promise((resolve) => server.on("exit", resolve));
  return {connection, ended};
}

test("a document is opened, mended and closed", async () => {
  const {connection, ended} = connect();
  const published = [];
  let tell = () => {};
  connection.onNotification(p.PublishDiagnosticsNotification.type, (params) => {
    published.push(params);
    tell();
  });
  const version = async (number) => {
    while (!published.some((params) => params.version === number)) await new Promise((resolve) => { tell = resolve; });
    return published.find((params) => params.version === number).diagnostics;
  };
  const result = await connection.sendRequest(p.InitializeRequest.type, {
    processId: process.pid, rootUri: null, locale: "en", capabilities: {
      general: {positionEncodings: [p.PositionEncodingKind.UTF16]},
      workspace: {workspaceEdit: {documentChanges: true}},
      textDocument: {codeAction: {codeActionLiteralSupport: {codeActionKind: {valueSet: [p.CodeActionKind.QuickFix]}}}},
    }});
  assert.equal(result.capabilities.positionEncoding, p.PositionEncodingKind.UTF16);
  await connection.sendNotification(p.InitializedNotification.type, {});
  const uri = "file:///article.md";
  await connection.sendNotification(p.DidOpenTextDocumentNotification.type, {
    textDocument: {uri, languageId: "markdown", version: 1, text: "😀 তিনি এলেন।সবাই বসল।\n"}});
  const [finding] = await version(1);
  assert.equal(finding.message, "no space after the danda");
  assert.deepEqual(finding.range, {start: {line: 0, character: 13}, end: {line: 0, character: 14}});
  const actions = await connection.sendRequest(p.CodeActionRequest.type, {
    textDocument: {uri}, range: finding.range, context: {diagnostics: [finding], only: [p.CodeActionKind.QuickFix]}});
  const [change] = actions[0].edit.documentChanges;
  assert.deepEqual(change.textDocument, {uri, version: 1});
  await connection.sendNotification(p.DidChangeTextDocumentNotification.type, {
    textDocument: {uri, version: 2},
    contentChanges: change.edits.map(({range, newText}) => ({range, text: newText}))});
  assert.deepEqual(await version(2), []);
  const hover = await connection.sendRequest(p.HoverRequest.type, {textDocument: {uri}, position: {line: 0, character: 0}});
  assert.equal(hover, null);
  await connection.sendNotification(p.DidCloseTextDocumentNotification.type, {textDocument: {uri}});
  await connection.sendRequest(p.ShutdownRequest.type);
  await connection.sendNotification(p.ExitNotification.type);
  assert.equal(await ended, 0);
  connection.dispose();
});

test("as VS Code does, diagnostics are pulled, and a request is cancelled", async () => {
  const {connection, ended} = connect();
  connection.onRequest(p.RegistrationRequest.type, () => {});
  connection.onRequest(p.ConfigurationRequest.type, (params) => params.items.map(() => ({language: "en"})));
  connection.onRequest(p.DiagnosticRefreshRequest.type, () => {});
  const result = await connection.sendRequest(p.InitializeRequest.type, {
    processId: process.pid, rootUri: null, capabilities: {
      workspace: {configuration: true, diagnostics: {refreshSupport: true}, didChangeConfiguration: {dynamicRegistration: true}},
      textDocument: {diagnostic: {dynamicRegistration: true}},
    }});
  assert.equal(result.capabilities.diagnosticProvider.workspaceDiagnostics, true);
  await connection.sendNotification(p.InitializedNotification.type, {});
  const uri = "file:///big.txt";
  const text = "তিনি এলেন।সবাই বসল। ".repeat(20000);
  await connection.sendNotification(p.DidOpenTextDocumentNotification.type, {
    textDocument: {uri, languageId: "plaintext", version: 1, text}});
  const source = new p.CancellationTokenSource();
  const cancelled = connection.sendRequest(p.DocumentDiagnosticRequest.type, {textDocument: {uri}}, source.token);
  source.cancel();
  await assert.rejects(cancelled, (error) => error.code === p.LSPErrorCodes.RequestCancelled);
  const report = await connection.sendRequest(p.DocumentDiagnosticRequest.type, {textDocument: {uri}});
  assert.equal(report.kind, p.DocumentDiagnosticReportKind.Full);
  assert.ok(report.items.length > 0);
  const again = await connection.sendRequest(p.DocumentDiagnosticRequest.type, {
    textDocument: {uri}, previousResultId: report.resultId});
  assert.equal(again.kind, p.DocumentDiagnosticReportKind.Unchanged);
  await connection.sendRequest(p.ShutdownRequest.type);
  await connection.sendNotification(p.ExitNotification.type);
  assert.equal(await ended, 0);
  connection.dispose();
});
