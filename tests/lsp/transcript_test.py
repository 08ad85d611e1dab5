"""Talks with the server as tests/lsp/*.transcript write them down.

A line "--> JSON" is sent; "--> raw TEXT" is sent as it is, with \\r \\n \\xHH and without a frame, "--> body TEXT" with one. "<-- JSON" is what comes back,
in order; messages that nobody asked about ($/logTrace, registrations) must be written down too. In what is expected "*"
stands for any value, and an object may lack keys that the answer has: {"code": -32002} is enough. "<-- exit 0" is the end.
A line in blanks goes on; # is a comment. ${DIR} is a directory of the test's own, "file NAME: TEXT" puts a file into it.

    transcript_test.py BNLINT [TRANSCRIPT…]
"""

import glob
import json
import os
import sys
import tempfile

from client import Server


def fits(want, have, path="$"):
    """Why `have` is not what is wanted; None when it is."""
    if want == "*":
        return None
    if isinstance(want, dict) and isinstance(have, dict):
        for key, value in want.items():
            if key not in have:
                return f"{path}: no {key} in {json.dumps(have, ensure_ascii=False)[:300]}"
            why = fits(value, have[key], f"{path}.{key}")
            if why:
                return why
        return None
    if isinstance(want, list) and isinstance(have, list):
        if len(want) != len(have):
            return f"{path}: {len(have)} items, not {len(want)}: {json.dumps(have, ensure_ascii=False)[:600]}"
        for i, (one, other) in enumerate(zip(want, have)):
            why = fits(one, other, f"{path}[{i}]")
            if why:
                return why
        return None
    if isinstance(want, str) and isinstance(have, str) and want.endswith("…"):
        return None if have.startswith(want[:-1]) else f"{path}: {have!r} does not begin {want!r}"
    return None if want == have and type(want) is type(have) else f"{path}: {have!r}, not {want!r}"


def lines_of(path):
    with open(path, encoding="utf-8") as file:
        whole = []
        for number, line in enumerate(file, 1):
            line = line.rstrip("\n")
            if line.startswith(" ") and whole:
                whole[-1] = (whole[-1][0], whole[-1][1] + line.strip())
            elif line and not line.startswith("#"):
                whole.append((number, line))
    return whole


def run(program, path):
    with tempfile.TemporaryDirectory() as directory:
        server = None
        try:
            for number, line in lines_of(path):
                line = line.replace("${DIR}", directory)
                where = f"{os.path.basename(path)}:{number}"
                if line.startswith("file "):
                    name, _, text = line[5:].partition(": ")
                    with open(os.path.join(directory, name), "w", encoding="utf-8") as out:
                        out.write(json.loads(text))
                    continue
                if line.startswith("holds "):
                    name, _, text = line[6:].partition(": ")
                    with open(os.path.join(directory, name), encoding="utf-8") as file:
                        have = file.read()
                    if have != json.loads(text):
                        return f"{where}: {name} holds {have!r}"
                    continue
                if server is None:
                    server = Server(program, {"XDG_CACHE_HOME": directory + "/cache",
                                              "XDG_CONFIG_HOME": directory + "/config"}, directory)
                if line.startswith("--> raw "):
                    server.send_bytes(line[8:].encode().decode("unicode_escape").encode("latin-1"))
                elif line.startswith("--> body "):
                    server.send_body(line[9:].encode().decode("unicode_escape").encode("latin-1"))
                elif line.startswith("--> end"):
                    server.process.stdin.close()
                elif line.startswith("--> "):
                    message = json.loads(line[4:])
                    if isinstance(message, dict):
                        message = {"jsonrpc": "2.0", **message}
                    server.send(message)
                elif line.startswith("<-- exit "):
                    status = server.process.wait(timeout=60)
                    if status != int(line[9:]):
                        return f"{where}: exit status {status}"
                elif line.startswith("<-- "):
                    have = server.next()
                    if have is None:
                        return f"{where}: the server has gone"
                    why = fits(json.loads(line[4:]), have)
                    if why:
                        return f"{where}: {why}"
                else:
                    return f"{where}: what is this?"
            server.process.stdin.close()
            server.process.wait(timeout=60)
            rest = []
            while (message := server.next()) is not None:
                rest.append(message)
            return f"{path}: said beyond the end: {rest}" if rest else None
        finally:
            if server is not None and server.process.poll() is None:
                server.process.kill()


def main():
    program = sys.argv[1]
    paths = sys.argv[2:] or sorted(glob.glob(os.path.join(os.path.dirname(__file__), "*.transcript")))
    failed = 0
    for path in paths:
        why = run(program, path)
        print(f"{'FAILED' if why else 'passed'} {os.path.basename(path)}{': ' + why if why else ''}")
        failed += 1 if why else 0
    assert paths
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
