"""Memory does not grow with the number of documents. Usage: memory_test.py BNLINT"""
import json
import random
import resource
import subprocess
import sys

MOST = 256 << 10  # KiB
WORDS = "নদী গ্রাম তিনি সকালে এবং থেকে একটি ছোট বৃষ্টি পথ কাদা এল।গেল করে না বই পড়ে সেতু সাল ২০১১ ভুলল abc হাট রান্না মাঠ".split()


def main():
    lots = random.Random(3)
    lines = []
    for i in range(400):
        text = " ".join(lots.choices(WORDS, k=lots.randrange(20, 1500)))
        lines.append(json.dumps({"id": i, "text": text}, ensure_ascii=False) + "\n")
    block = "".join(lines).encode()
    for arguments, size in ((["annotate", "--no-findings"], 200 << 20), (["annotate"], 20 << 20),
                            (["filter", "--fix", "--preset", "strict"], 6 << 20), (["stats"], 10 << 20)):
        run = subprocess.Popen([sys.argv[1], "dataset", *arguments, "-"], stdin=subprocess.PIPE,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(size // len(block) + 1):
            run.stdin.write(block)
        run.stdin.close()
        assert run.wait() == 0
        used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        print(f"{' '.join(arguments)}: {size >> 20} MiB of documents, at most {used >> 10} MiB of memory so far")
        assert used < MOST, f"{used} KiB"


main()
