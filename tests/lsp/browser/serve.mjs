// A page and, over a socket of the same port, a language server: one process for each visitor. `serve` gives the port.

import {spawn} from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import {WebSocketServer} from "ws";

export async function serve(program, script) {
  const server = http.createServer((request, response) => {
    if (request.url === "/page.js") {
      response.setHeader("Content-Type", "text/javascript; charset=utf-8");
      response.end(fs.readFileSync(script));
    } else {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end('<!doctype html><title>bnlint</title><body style="font-size: 20px"><script src="/page.js"></script>');
    }
  });
  const sockets = new WebSocketServer({server});
  sockets.on("connection", (socket) => bridge(socket, spawn(program, ["lsp"], {stdio: ["pipe", "pipe", "inherit"]})));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {port: server.address().port, close: () => { sockets.close(); server.close(); }};
}

// A message of the socket is a message with a header on the pipe, and back.
function bridge(socket, child) {
  socket.on("message", (data) => {
    child.stdin.write(`Content-Length: ${data.length}\r\n\r\n`);
    child.stdin.write(data);
  });
  socket.on("close", () => child.stdin.end());
  let read = Buffer.alloc(0);
  child.stdout.on("data", (data) => {
    read = Buffer.concat([read, data]);
    while (true) {
      const header = read.indexOf("\r\n\r\n");
      if (header < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(read.subarray(0, header))[1]);
      if (read.length < header + 4 + length) return;
      socket.send(read.subarray(header + 4, header + 4 + length).toString());
      read = read.subarray(header + 4 + length);
    }
  });
}
