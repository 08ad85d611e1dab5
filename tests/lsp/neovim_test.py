"""bnlint in Neovim, with the configuration of editors/neovim: findings appear, a code action mends the text. Exit status 77
where there is no Neovim.

    neovim_test.py BNLINT SOURCE
"""

import os
import shutil
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
if shutil.which("nvim") is None:
    print("Neovim is not installed")
    sys.exit(77)

with tempfile.TemporaryDirectory() as home:
    article = os.path.join(home, "article.txt")
    with open(article, "w", encoding="utf-8") as out:
        out.write("😀 তিনি এলেন।সবাই বসল।\nসেতুর ৮০% কাজ হয়েছে, 2019 সালে শুরু।\n")
    environment = {**os.environ, "HOME": home, "ARTICLE": article, "LANG": "C.UTF-8",
                   "XDG_CONFIG_HOME": home + "/config", "XDG_DATA_HOME": home + "/data",
                   "XDG_STATE_HOME": home + "/state", "XDG_CACHE_HOME": home + "/cache",
                   "PATH": os.path.dirname(PROGRAM) + os.pathsep + os.environ["PATH"]}
    run = subprocess.run(
        ["nvim", "--headless", "--clean", "--cmd", "let g:bnlint = {'language': 'en'}",
         "-S", f"{SOURCE}/editors/neovim/bnlint.lua", "-S", f"{SOURCE}/tests/lsp/neovim_test.lua"],
        env=environment, cwd=home, capture_output=True, text=True, timeout=300, check=False)
    print(run.stdout + run.stderr)
    assert run.returncode == 0, run.returncode
    with open(article, encoding="utf-8") as file:
        text = file.read()
    assert text == "😀 তিনি এলেন। সবাই বসল।\nসেতুর ৮০% কাজ হয়েছে, 2019 সালে শুরু।\n", text
    print("Neovim: the text is mended")
