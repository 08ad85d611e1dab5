"""bnlint in Emacs, with the configuration of editors/emacs, by eglot and by lsp-mode: findings appear, a code action mends the
text. Exit status 77 where there is no Emacs or neither of the two.

    emacs_test.py BNLINT SOURCE
"""

import os
import shutil
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])


def has(library):
    return subprocess.run(["emacs", "--batch", "--eval", f"(require '{library})"],
                          capture_output=True, check=False).returncode == 0


def run(client):
    with tempfile.TemporaryDirectory() as home:
        article = os.path.join(home, "article.txt")
        with open(article, "w", encoding="utf-8") as out:
            out.write("😀 তিনি এলেন।সবাই বসল।\nসেতুর ৮০% কাজ হয়েছে, 2019 সালে শুরু।\n")
        environment = {**os.environ, "HOME": home, "ARTICLE": article, "CLIENT": client,
                       "LANG": "C.UTF-8", "PATH": os.path.dirname(PROGRAM) + os.pathsep + os.environ["PATH"]}
        done = subprocess.run(
            ["emacs", "--batch", "--eval", "(package-initialize)", "-L", f"{SOURCE}/editors/emacs",
             "-l", f"{SOURCE}/tests/lsp/emacs_test.el"],
            env=environment, cwd=home, capture_output=True, text=True, timeout=300, check=False)
        print(done.stdout + done.stderr)
        assert done.returncode == 0, done.returncode
        with open(article, encoding="utf-8") as file:
            text = file.read()
        assert text == "😀 তিনি এলেন। সবাই বসল।\nসেতুর ৮০% কাজ হয়েছে, 2019 সালে শুরু।\n", text
        print(f"{client}: the text is mended")


clients = [client for client in ("eglot", "lsp-mode") if shutil.which("emacs") and has(client)]
if not clients:
    print("neither eglot nor lsp-mode for Emacs is installed")
    sys.exit(77)
for client in clients:
    run(client)
