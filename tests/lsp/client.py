"""A small client of the Language Server Protocol, for the tests."""

import json
import os
import subprocess
import tempfile
import threading
import queue


class Server:
    """A server process. What it sends is read by a thread, so that neither side waits for the other's pipe."""

    def __init__(self, program, environment=None, directory=None):
        self.home = tempfile.TemporaryDirectory()
        env = {k: v for k, v in os.environ.items() if not k.startswith(("BNLINT", "XDG_"))}
        env.update({"HOME": self.home.name})
        env.update(environment or {})
        self.process = subprocess.Popen([program, "lsp"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, env=env, cwd=directory)
        self.messages = queue.Queue()
        self.last_id = 0
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()

    def _read(self):
        out = self.process.stdout
        while True:
            length = None
            while True:
                line = out.readline()
                if not line:
                    self.messages.put(None)
                    return
                if line == b"\r\n":
                    break
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            self.messages.put(json.loads(out.read(length)))

    def send_bytes(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send_body(self, body):
        self.send_bytes(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def send(self, message):
        self.send_body(json.dumps(message).encode())

    def notify(self, method, params=None):
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method, params=None):
        """Sends a request; its id."""
        self.last_id += 1
        self.send({"jsonrpc": "2.0", "id": self.last_id, "method": method, "params": params})
        return self.last_id

    def next(self, timeout=60):
        """The next message; None when the server has closed."""
        return self.messages.get(timeout=timeout)

    def wait(self, test, timeout=60):
        """The first message from now on that passes the test; the others are dropped."""
        while True:
            message = self.next(timeout)
            if message is None:
                raise EOFError("the server has gone")
            if test(message):
                return message

    def request(self, method, params=None, timeout=60):
        """Asks and returns the answer."""
        asked = self.ask(method, params)
        return self.wait(lambda m: m.get("id") == asked and "method" not in m, timeout)

    def published(self, uri, version, timeout=60):
        """The findings published for a version of a document."""
        message = self.wait(lambda m: m.get("method") == "textDocument/publishDiagnostics"
                            and m["params"]["uri"] == uri
                            and m["params"].get("version") == version, timeout)
        return message["params"]["diagnostics"]

    def initialize(self, capabilities=None, options=None, root=None):
        answer = self.request("initialize", {
            "processId": os.getpid(), "rootUri": root, "capabilities": capabilities or {},
            "initializationOptions": options})
        self.notify("initialized", {})
        return answer["result"]

    def open(self, uri, text, language="plaintext", version=1):
        self.notify("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": language, "version": version, "text": text}})

    def change(self, uri, version, changes):
        self.notify("textDocument/didChange", {
            "textDocument": {"uri": uri, "version": version}, "contentChanges": changes})

    def stop(self):
        """Ends it as the protocol says; the exit status."""
        self.request("shutdown")
        self.notify("exit")
        self.process.stdin.close()
        status = self.process.wait(timeout=60)
        self.home.cleanup()
        return status
