// bnlint lsp. Whatever else would write to standard output would break the protocol, so the server has a copy of it and
// standard output becomes standard error.

#include <unistd.h>

#include <iostream>

#include "cli/cli.h"
#include "cli/tell.h"
#include "lsp/server.h"

namespace bnlint {

int RunLsp() {
  const int out = dup(STDOUT_FILENO);
  if (out < 0 || dup2(STDERR_FILENO, STDOUT_FILENO) < 0) {
    Tell(Error{"cannot write to standard output", "lsp", 0, 0});
    return kCouldNot;
  }
  lsp::Server server(STDIN_FILENO, out);
  const int status = server.Run();
  // The thread that reads may still wait for a client that has said exit and does not close the stream.
  std::cerr.flush();
  _exit(status);
}

}  // namespace bnlint
