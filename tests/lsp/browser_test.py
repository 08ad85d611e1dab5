"""bnlint in a browser's editor (CodeMirror), over a socket, with Chromium. Exit status 77 where there is no Node, no Chromium, or
the registry cannot be reached.

    browser_test.py BNLINT SOURCE BUILD
"""

import os
import shutil
import subprocess
import sys
import tempfile

PROGRAM, SOURCE, BUILD = (os.path.abspath(path) for path in sys.argv[1:4])
OUT = os.path.join(BUILD, "browser")
if shutil.which("npm") is None or not os.path.exists("/usr/bin/chromium"):
    print("npm or Chromium is not installed")
    sys.exit(77)
os.makedirs(OUT, exist_ok=True)
shutil.copytree(f"{SOURCE}/tests/lsp/browser", OUT, dirs_exist_ok=True)
if not os.path.isdir(os.path.join(OUT, "node_modules", "ws")):
    got = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--silent"],
                         cwd=OUT, check=False)
    if got.returncode != 0:
        print("the packages cannot be had")
        sys.exit(77)
subprocess.run(["node_modules/.bin/esbuild", "page.mjs", "--bundle", "--outfile=page.js"], cwd=OUT, check=True)
with tempfile.TemporaryDirectory() as profile:
    done = subprocess.run(["node", "browser_test.mjs", PROGRAM, OUT, profile], cwd=OUT, check=False, timeout=300)
sys.exit(1 if done.returncode else 0)
