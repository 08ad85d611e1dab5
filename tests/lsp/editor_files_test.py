"""The files of editors/ that only an editor would read: they parse, and say what the server understands.

    editor_files_test.py SOURCE
"""

import json
import os
import re
import sys

SOURCE = sys.argv[1]


def load(path):
    with open(os.path.join(SOURCE, "editors", path), encoding="utf-8") as file:
        return json.load(file)


kate = load("kate/settings.json")["servers"]["bnlint"]
assert kate["command"] == ["bnlint", "lsp"]
assert re.match(kate["highlightingModeRegex"], "Normal")
assert re.match(kate["highlightingModeRegex"], "Markdown")
sublime = load("sublime/LSP.sublime-settings")["clients"]["bnlint"]
assert sublime["command"] == ["bnlint", "lsp"] and sublime["enabled"]
try:
    import tomllib
    with open(os.path.join(SOURCE, "editors/helix/languages.toml"), "rb") as toml:
        helix = tomllib.load(toml)
    assert helix["language-server"]["bnlint"]["command"] == "bnlint"
    for language in helix["language"]:
        assert "bnlint" in language["language-servers"]
except ModuleNotFoundError:
    print("no tomllib: Helix's file was not read")

# VS Code: both languages have every text that the manifest names, and no other.
manifest = json.dumps(load("vscode/package.json"))
named = set(re.findall(r'"%([\w.]+)%"', manifest))
for texts in ("package.nls.json", "package.nls.bn.json"):
    have = set(load("vscode/" + texts))
    assert named <= have, (texts, named - have)
assert set(load("vscode/package.nls.json")) == set(load("vscode/package.nls.bn.json"))
with open(os.path.join(SOURCE, "editors/vscode/src/extension.ts"), encoding="utf-8") as source:
    said = set(re.findall(r'l10n\.t\(\s*"([^"]+)"', source.read()))
assert said == set(load("vscode/l10n/bundle.l10n.bn.json")), said ^ set(load("vscode/l10n/bundle.l10n.bn.json"))

# Every setting that VS Code offers is read by the server or by the extension.
with open(os.path.join(SOURCE, "checker/lsp/settings.cpp"), encoding="utf-8") as server:
    known = set(re.findall(r'Take\(json, "(\w+)"', server.read()))
offered = {key.removeprefix("bnlint.") for key in
           load("vscode/package.json")["contributes"]["configuration"]["properties"]}
assert offered - known == {"path", "languages", "trace.server"}, offered ^ known
assert known <= offered, known - offered
print("the files of editors/ are as they should be")
