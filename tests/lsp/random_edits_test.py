"""2,000 random edits of a document, with emoji, Bengali and line ends of all kinds: what is published in the end is what a
fresh server finds in the final text. In all three encodings; and what the command line finds too.

    random_edits_test.py BNLINT [EDITS [SEED]]
"""

import json
import random
import re
import subprocess
import sys
import tempfile
import os

from client import Server

PROGRAM = sys.argv[1]
EDITS = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 20261128

# Of every kind of fault some, of every kind of judgement: by word, by paragraph, by document, by block.
PIECES = [
    "মেয়র সাংবাদিকদের এ কথা জানান।", "তিনি বলেন,আমরা যাব।সবাই গেল।", "2019 সালে ৮০% কাজ হয়েছে।", "ভেরেশচ্যাগিনের নকশা",
    "ভেরেশচাগিন পরে", "“উক্তি খুলল", "বন্ধ হল”", "(বন্ধনী", "শেষ)", "😀", "👩‍👩‍👧", "\n", "\r\n", "\n\n", "\r\n\r\n", "\r", " ", "  ",
    "।", " ।", "॥", "XNUMX", "হাবুডুবুখাওয়াদাওয়াই", "হাবুডুবুখাওয়াদাওয়াই", "ভাল", "ভালো", "ভাল কাজ", "ভালো মন্দ", "ক", "্", "র্", "ি", "ো", "ে", "া",
    "িকছু", "undefined", "কোড", "à¦†à¦®à¦¿", "????? ??? ????", "&nbsp;", "\\u0995", "\u200c", "\u200d", "\u00ad", "-", "--", "–", "—",
    "১৯৭১-৭২", "১২,৩৪৫", "ৰ", "ৱ", "ঃ", ":", "মোঃ রহিম", "মো. করিম", "<!-- bnlint: words হাবুডুবুখাওয়াদাওয়াই -->", "# শিরোনাম\n", "- তালিকা\n",
    "`কোড`", "**জোর**", "| ক | খ |\n|---|---|\n| ১ | 2 |\n", "𝔄𝔅", "é", "ﬁ", "\t", "আমি তুমি সে", "করিয়া করিলাম করে", "ড\u09bcাক", "ড়াক", "য়", "য\u09bc",
    "The quick brown fox", "Avwg evsjvq Mvb MvB", "জল পড়ে পাতা নড়ে", "নদর ওপর সত তর হব এব", "দশ টি লোক", "টাকা টি", "কি ভাবে", "কী", "নি", "যাই নি",
]


def text_of(count, random_):
    return "".join(random_.choice(PIECES) + random_.choice([" ", "", " ", "\n", "। "])
                   for _ in range(count))


def units(text, encoding):
    if encoding == "utf-8":
        return len(text.encode("utf-8"))
    if encoding == "utf-16":
        return len(text.encode("utf-16-le")) // 2
    return len(text)


def place(text, at, encoding):
    """The place of a code point offset; lines end at \\n, \\r\\n and \\r."""
    line = 0
    start = 0
    for end in re.finditer(r"\r\n|\n|\r", text):
        if end.end() > at:
            break
        line += 1
        start = end.end()
    # Between \r and \n is the end of the line.
    column = text[start:at]
    return {"line": line, "character": units(column.rstrip("\r\n"), encoding)}, \
        start + len(column.rstrip("\r\n"))


def edits(random_):
    """Edits of a client that keeps its own copy: (text after, [(begin, end, new)])."""
    text = text_of(300, random_)
    yield text, None
    for number in range(EDITS):
        if random_.random() < 0.01:
            text = text_of(random_.randrange(400), random_)
            yield text, None
            continue
        batch = []
        for _ in range(random_.choice([1, 1, 1, 1, 2, 3])):
            begin = random_.randrange(len(text) + 1)
            size = random_.choice([0, 0, 0, 1, 1, 2, 5, 20]) if random_.random() < 0.97 else 300
            end = min(len(text), begin + size)
            new = random_.choice(PIECES) if random_.random() < 0.7 else ""
            if len(text) > 12000:
                new = ""
            batch.append((begin, end, new, text))
            # What the server is told is a place at a line's end when it falls between \r and \n.
            for encoding in ("utf-32",):
                _, begin = place(text, begin, encoding)
                _, end = place(text, end, encoding)
            text = text[:begin] + new + text[end:]
        yield text, batch


def findings(diagnostics):
    return sorted(json.dumps(d, sort_keys=True, ensure_ascii=False) for d in diagnostics)


CAPABILITIES = {"textDocument": {"publishDiagnostics": {
    "relatedInformation": True, "tagSupport": {"valueSet": [1, 2]}}}}


def run(encoding, language):
    capabilities = dict(CAPABILITIES, general={"positionEncodings": [encoding]})
    server = Server(PROGRAM)
    result = server.initialize(capabilities, {"language": "en", "maxFindings": 0})
    assert result["capabilities"]["positionEncoding"] == encoding
    uri = "file:///session"
    random_ = random.Random(SEED)
    version = 0
    compared = 0
    for text, batch in edits(random_):
        version += 1
        if version == 1:
            server.open(uri, text, language, version)
        elif batch is None:
            server.change(uri, version, [{"text": text}])
        else:
            changes = []
            for begin, end, new, before in batch:
                changes.append({"range": {"start": place(before, begin, encoding)[0],
                                          "end": place(before, end, encoding)[0]}, "text": new})
            server.change(uri, version, changes)
        # Often the next edit comes before the answer to the last one.
        if random_.random() < 0.3:
            server.published(uri, version)
        if version % 200 == 0 or version == EDITS + 1:
            server.change(uri, version := version + 1, [])
            incremental = server.published(uri, version)
            fresh = Server(PROGRAM)
            fresh.initialize(capabilities, {"language": "en", "maxFindings": 0})
            fresh.open(uri, text, language, 1)
            want = fresh.published(uri, 1)
            assert fresh.stop() == 0
            if findings(incremental) != findings(want):
                missing = set(findings(want)) - set(findings(incremental))
                extra = set(findings(incremental)) - set(findings(want))
                print(f"{encoding}, version {version}: not what a fresh check finds")
                for one in sorted(missing)[:5]:
                    print("  missing", one)
                for one in sorted(extra)[:5]:
                    print("  extra", one)
                return False
            compared += 1
    assert server.stop() == 0
    check(text, want, encoding, language)
    print(f"{encoding} {language}: {version} versions, {len(text)} code points in the end, "
          f"{len(want)} findings, compared {compared} times")
    return len(want) > min(50, version // 6)


def check(text, want, encoding, language):
    """The same findings as `bnlint check`, at the same places."""
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "a.md" if language == "markdown" else "a.txt")
        with open(path, "w", encoding="utf-8", newline="") as out:
            out.write(text)
        out = subprocess.run([PROGRAM, "check", path, "--format", "jsonl", "--lang", "en"],
                             capture_output=True, check=False, cwd=directory,
                             env={"HOME": directory, "PATH": os.environ["PATH"]}).stdout
    raw = text.encode()
    found = []
    for finding in map(json.loads, out.splitlines()):
        at = len(raw[:finding["start"]["byte"]].decode())
        found.append((finding["rule"], *place(text, at, encoding)[0].values()))
    have = [(d["code"], d["range"]["start"]["line"], d["range"]["start"]["character"])
            for d in want]
    assert sorted(found) == sorted(have), set(found) ^ set(have)


if __name__ == "__main__":
    good = [run(encoding, language) for encoding, language in
            (("utf-16", "plaintext"), ("utf-8", "markdown"), ("utf-32", "plaintext"))]
    sys.exit(0 if all(good) else 1)
