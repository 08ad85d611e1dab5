// The extension: finds the server, starts it, and shows in the status bar how many findings the text has.

import * as vscode from "vscode";
import {LanguageClient, State} from "vscode-languageclient/node";
import {clientOptions} from "./options";
import {findServer} from "./server";

let client: LanguageClient | undefined;
let status: vscode.StatusBarItem;
let output: vscode.LogOutputChannel;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  output = vscode.window.createOutputChannel("bnlint", {log: true});
  status = vscode.window.createStatusBarItem("bnlint.status", vscode.StatusBarAlignment.Right, 90);
  status.name = "bnlint";
  status.command = "bnlint.toggle";
  context.subscriptions.push(
    output,
    status,
    vscode.commands.registerCommand("bnlint.restart", () => restart(context)),
    vscode.commands.registerCommand("bnlint.showOutput", () => output.show()),
    vscode.commands.registerCommand("bnlint.fixDocument", fixDocument),
    vscode.commands.registerCommand("bnlint.toggle", toggle),
    vscode.languages.onDidChangeDiagnostics(showStatus),
    vscode.window.onDidChangeActiveTextEditor(showStatus),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (["path", "languages", "trace.server"].some((key) => event.affectsConfiguration(`bnlint.${key}`))) {
        void restart(context);
      }
      showStatus();
    }),
  );
  await start(context);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function start(context: vscode.ExtensionContext): Promise<void> {
  const settings = vscode.workspace.getConfiguration("bnlint");
  const program = findServer(settings.get("path", ""), context.extensionPath, process.env, process.platform);
  if (program === undefined) {
    showStatus();
    const open = vscode.l10n.t("Settings");
    const chosen = await vscode.window.showErrorMessage(
      vscode.l10n.t("bnlint is not there: set bnlint.path, or install it so that it is on the PATH"), open);
    if (chosen === open) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "bnlint.path");
    }
    return;
  }
  client = new LanguageClient(
    "bnlint", "bnlint", {command: program, args: ["lsp"]},
    {
      ...clientOptions(settings, vscode.env.language),
      outputChannel: output,
      traceOutputChannel: output,
      synchronize: {configurationSection: "bnlint"},
    });
  client.onDidChangeState((event) => {
    void vscode.commands.executeCommand("setContext", "bnlint.running", event.newState === State.Running);
    showStatus();
  });
  await client.start();
}

async function restart(context: vscode.ExtensionContext): Promise<void> {
  const old = client;
  client = undefined;
  await old?.dispose();
  await start(context);
}

async function fixDocument(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || client?.state !== State.Running) return;
  await client.sendRequest("workspace/executeCommand", {
    command: "bnlint.fixAll", arguments: [{uri: editor.document.uri.toString()}]});
}

async function toggle(): Promise<void> {
  const settings = vscode.workspace.getConfiguration("bnlint");
  const target = vscode.workspace.workspaceFolders ? vscode.ConfigurationTarget.Workspace
                                                   : vscode.ConfigurationTarget.Global;
  await settings.update("enable", !settings.get("enable", true), target);
}

function showStatus(): void {
  const document = vscode.window.activeTextEditor?.document;
  const settings = vscode.workspace.getConfiguration("bnlint", document);
  if (document === undefined || !settings.get<string[]>("languages", []).includes(document.languageId)) {
    status.hide();
    return;
  }
  if (client?.state !== State.Running) {
    status.text = "$(warning) bnlint";
    status.tooltip = vscode.l10n.t("bnlint does not run");
  } else if (!settings.get("enable", true)) {
    status.text = "$(circle-slash) bnlint";
    status.tooltip = vscode.l10n.t("bnlint: off");
  } else {
    const count = vscode.languages.getDiagnostics(document.uri)
      .filter((diagnostic) => diagnostic.source === "bnlint").length;
    status.text = count === 0 ? "$(check) bnlint" : `$(pencil) bnlint ${count}`;
    status.tooltip = count === 0 ? vscode.l10n.t("bnlint checks this text")
                                 : vscode.l10n.t("bnlint: {0} findings", count);
  }
  status.show();
}
