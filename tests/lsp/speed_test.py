"""How long an editor waits: a one-character edit in a document of 100 KB until its findings are published, through a real pipe;
the first findings of a document of 5 MB; and the first of all after the start.

    speed_test.py BNLINT [--strict] [FILE]

FILE is a text to be edited; without one it is made of sentences of our own. Without --strict the limits are ten times as
wide: other work on the machine is no fault of ours.
"""

import random
import sys
import time

from client import Server

PROGRAM = sys.argv[1]
STRICT = "--strict" in sys.argv
FILES = [a for a in sys.argv[2:] if not a.startswith("--")]
SLACK = 1 if STRICT else 10

SENTENCES = ["মেয়র সাংবাদিকদের এ কথা জানিয়েছেন।", "বর্ষায় নদীর জল বাড়ে, মাঠ ডুবে যায়।", "গত বছর ২০১৯ সালের তুলনায় ফলন ভালো হয়েছিল।",
             "শিক্ষকেরা বললেন, পরীক্ষার ফল আগামী সপ্তাহে জানা যাবে।", "তাঁর লেখা চিঠিগুলো এখনো আলমারিতে তোলা আছে।",
             "“আর দেরি করা চলে না,” বললেন তিনি।", "সকাল থেকে বাজারে ভিড় ছিল চোখে পড়ার মতো।", "গ্রামের পথ ধরে সাইকেলে যাচ্ছিল দুটি ছেলে।",
             "কমিটি তিনটি প্রস্তাব দিয়েছে,তার একটি গৃহীত হয়।", "হাসপাতালে শয্যার সংখ্যা 80 থেকে বাড়িয়ে ১২০ করা হবে।"]


def sample(size):
    random_ = random.Random(7)
    out = []
    length = 0
    while length < size:
        paragraph = " ".join(random_.choice(SENTENCES) for _ in range(random_.randrange(3, 9)))
        out.append(paragraph)
        length += len(paragraph.encode()) + 2
    return "\n\n".join(out)


def of_size(size):
    if not FILES:
        return sample(size)
    with open(FILES[0], encoding="utf-8") as file:
        text = file.read()
    text = text * (size // len(text.encode()) + 1)
    return text.encode()[:size].decode("utf-8", "ignore")


def check(name, seconds, limit):
    print(f"{name}: {seconds * 1000:.1f} ms (at most {limit * 1000:.0f})")
    return seconds <= limit * SLACK


def start_up():
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        server = Server(PROGRAM)
        server.initialize({})
        server.open("file:///a.txt", SENTENCES[8], version=1)
        assert server.published("file:///a.txt", 1)
        times.append(time.perf_counter() - begin)
        server.stop()
    return check("start to first findings", sorted(times)[2], 0.150)


def keystrokes():
    text = of_size(100_000)
    server = Server(PROGRAM)
    server.initialize({})
    server.open("file:///a.txt", text, version=1)
    server.published("file:///a.txt", 1)
    random_ = random.Random(11)
    lines = text.split("\n")
    times = []
    for version in range(2, 502):
        line = random_.randrange(len(lines))
        column = random_.randrange(len(lines[line].encode("utf-16-le")) // 2 + 1)
        at = {"line": line, "character": column}
        begin = time.perf_counter()
        server.change("file:///a.txt", version, [
            {"range": {"start": at, "end": at}, "text": random_.choice("কখগ। ,১")}])
        findings = server.published("file:///a.txt", version)
        times.append(time.perf_counter() - begin)
    assert findings
    server.stop()
    times.sort()
    print(f"{len(findings)} findings; p50 {times[250] * 1000:.1f} ms, p90 {times[450] * 1000:.1f} ms")
    return check("one character in 100 KB, p99", times[494], 0.010)


def giant():
    text = of_size(5_000_000)
    server = Server(PROGRAM)
    server.initialize({})
    begin = time.perf_counter()
    server.open("file:///a.txt", text, version=1)
    assert server.published("file:///a.txt", 1)
    first = time.perf_counter() - begin
    server.published("file:///a.txt", 1, timeout=300)
    whole = time.perf_counter() - begin
    begin = time.perf_counter()
    at = {"line": 100, "character": 0}
    server.change("file:///a.txt", 2, [{"range": {"start": at, "end": at}, "text": "ক"}])
    server.published("file:///a.txt", 2)
    print(f"5 MB: all findings after {whole * 1000:.0f} ms, after an edit "
          f"{(time.perf_counter() - begin) * 1000:.0f} ms")
    server.stop()
    return check("5 MB, first findings", first, 1)


if __name__ == "__main__":
    good = [start_up(), keystrokes(), giant()]
    sys.exit(0 if all(good) else 1)
