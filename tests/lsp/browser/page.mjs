// An editor in a page, whose language server is at the other end of a socket.

import {LSPClient, languageServerExtensions, LSPPlugin} from "@codemirror/lsp-client";
import {lintGutter} from "@codemirror/lint";
import {basicSetup, EditorView} from "codemirror";

function transport(socket) {
  const handlers = new Set();
  socket.onmessage = (event) => handlers.forEach((handler) => handler(event.data));
  return {
    send: (message) => socket.send(message),
    subscribe: (handler) => handlers.add(handler),
    unsubscribe: (handler) => handlers.delete(handler),
  };
}

// The first code action at a place.
async function mend(view, at) {
  const plugin = LSPPlugin.get(view);
  plugin.client.sync();
  const position = plugin.toPosition(at);
  const actions = await plugin.client.request("textDocument/codeAction", {
    textDocument: {uri: plugin.uri}, range: {start: position, end: position},
    context: {diagnostics: [], only: ["quickfix"]}});
  const edits = actions[0].edit.documentChanges[0].edits;
  view.dispatch({changes: edits.map((edit) => ({
    from: plugin.fromPosition(edit.range.start), to: plugin.fromPosition(edit.range.end), insert: edit.newText}))});
  return actions[0].title;
}

const socket = new WebSocket(`ws://${location.host}/`);
socket.onopen = async () => {
  const client = new LSPClient({
    initializationOptions: {language: "en"},
    extensions: [...languageServerExtensions(), {clientCapabilities: {
      workspace: {workspaceEdit: {documentChanges: true}},
      textDocument: {codeAction: {codeActionLiteralSupport: {codeActionKind: {valueSet: ["quickfix"]}}}}}}],
  }).connect(transport(socket));
  await client.initializing;
  const view = new EditorView({
    doc: "😀 তিনি এলেন।সবাই বসল।\nXNUMX সালে সেতুর কাজ শুরু হয়।\n",
    extensions: [basicSetup, lintGutter(), EditorView.lineWrapping, client.plugin("file:///article.md", "markdown")],
    parent: document.body,
  });
  window.bnlint = {view, mend: (text) => mend(view, view.state.doc.toString().indexOf(text))};
};
