"""Builds the extension for VS Code with the tools that its package.json pins, packs it, looks into the package, and runs
vscode_test.mjs. Exit status 77 where there is no Node, or its registry cannot be reached.

    vscode_test.py BNLINT SOURCE BUILD
"""

import json
import os
import shutil
import subprocess
import sys
import zipfile

PROGRAM, SOURCE, BUILD = (os.path.abspath(path) for path in sys.argv[1:4])
OUT = os.path.join(BUILD, "vscode")
if shutil.which("npm") is None:
    print("npm is not installed")
    sys.exit(77)

built = subprocess.run([f"{SOURCE}/editors/vscode/build.sh", OUT, PROGRAM],
                       capture_output=True, text=True, check=False)
print(built.stdout + built.stderr)
if built.returncode != 0:
    missing = not os.path.exists(os.path.join(OUT, "node_modules", "typescript"))
    sys.exit(77 if missing else 1)

with zipfile.ZipFile(os.path.join(OUT, "bnlint.vsix")) as package:
    names = set(package.namelist())
    for name in ("package.json", "package.nls.json", "package.nls.bn.json", "dist/extension.js", "icon.png",
                 "l10n/bundle.l10n.bn.json", "walkthrough/fix.md", "server/bnlint"):
        assert "extension/" + name in names, name
    assert not any("node_modules" in name or name.endswith(".ts") for name in names), names
    manifest = json.loads(package.read("extension/package.json"))
    assert manifest["main"] == "./dist/extension.js"
    assert len(package.read("extension/server/bnlint")) == os.path.getsize(PROGRAM)

# The parts that need no editor, for the unit tests.
subprocess.run(["node_modules/.bin/esbuild", "src/server.ts", "src/options.ts", "--format=cjs",
                "--platform=node", "--outdir=test-out"], cwd=OUT, check=True)
done = subprocess.run(["node", f"{SOURCE}/tests/lsp/vscode_test.mjs", OUT, PROGRAM],
                      capture_output=True, text=True, check=False, timeout=300)
print(done.stdout + done.stderr)
sys.exit(1 if done.returncode else 0)
