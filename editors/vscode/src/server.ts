// Where the server is: where the settings say, in the extension, or on the PATH.

import * as fs from "fs";
import * as path from "path";

export function findServer(
    setting: string, extension: string, environment: NodeJS.ProcessEnv, platform: string): string | undefined {
  const name = platform === "win32" ? "bnlint.exe" : "bnlint";
  if (setting !== "") return isProgram(setting) ? setting : undefined;
  const bundled = path.join(extension, "server", name);
  if (isProgram(bundled)) return bundled;
  return (environment.PATH ?? "").split(path.delimiter).filter((directory) => directory !== "")
    .map((directory) => path.join(directory, name)).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
