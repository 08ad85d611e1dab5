#!/usr/bin/env python3
"""The HTML report in Chromium, driven by html_page_test.mjs with playwright-core and axe-core (npm).

usage: html_page_test.py BNLINT [SCREENSHOTS]   pictures are kept when a directory is given
"""

import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
import tools
from tools import bnlint, check, fail, project, run

ARTICLE = """সেতুর কাজ কবে শেষ হবে?

হ্যাঁ, আমরা নতুন সেতুর কথা বলেছি (নদীর ওপারে), তার খরচের হিসাবও সবাইকে দেখিয়েছি। আমরা নিশ্চিত যে কাজটি সময়মতো শেষ হবে না
মেয়র সাংবাদিকদের এ কথা জানান।
তিনি বলেছিলেন, প্রকৌশলী সুরেশকে সবাই ভরসা করে।
সেতুর অন্তত 80% কাজ হয়েছে। 2019 সালে ভেরেশচ্যাগিনের নকশায় কাজ শুরু হয়।
ভেরেশচাগিন পরে শহর ছেড়ে চলে যান।
XNUMX মার্চ আবার সভা বসবে।
- বিবৃতিটি বলে।দুই পক্ষ আলোচনা চালিয়ে যেতে সম্মত হয়েছে, মেয়রের দপ্তর জানিয়েছে।

নদীর দুই তীরের মানুষ এখনও নৌকায় পারাপার করেন। বর্ষায় ঘাটে পানি উঠলে স্কুল বন্ধ থাকে ,বাজারও বসে না। গ্রামের প্রবীণরা বলেন , এমন কষ্ট তাঁরা
আগে দেখেননি।
"""
SECOND = """শীতের মেলা

মেলায় এবার XNUMX দোকান বসেছে।সকাল থেকে ভিড় ছিল। পুলিশ জানায় , রাত ১০টার পরে গান বাজানো যাবে না।
"""
# What would break out of a page that is put together carelessly.
EVIL = ("</script><script>window.hacked = 1</script> এলেন।সবাই বসল।\n"
        "<!-- <script> \"'` ${window.hacked = 2} এলেন।সবাই &lt;b&gt; বসল।\n"
        "<img src=x onerror=\"window.hacked = 3\">।সবাই \u202eউল্টো\u202c বসল। XNUMX\n"
        "লুকানো\u200bঅক্ষর আর \u2028 নতুন লাইন।\n")
EVIL_NAME = "<img src=x onerror='window.hacked=4'>.txt"


def big():
    """Some 3 MB, with thousands of findings in a part of its lines."""
    line = "নদীর ধারে বড় একটা বটগাছ আছে, তার নিচে রোজ বিকেলে মানুষ জড়ো হয় আর গল্প করে।"
    lines = [line + (" তিনি এলেন।সবাই বসল, XNUMX জন।" if number % 6 == 0 else " তারপর সবাই বাড়ি যায়।") for number in range(11000)]
    return "\n".join(lines) + "\n"


def main():
    tools.need("node")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        tools.skip("chromium is not installed")
    modules = tools.npm("playwright-core", "axe-core")
    pages = {
        "article": ({"সেতু.txt": ARTICLE, "মেলা.txt": SECOND}, ["."]),
        "english": ({"সেতু.txt": ARTICLE, "মেলা.txt": SECOND}, ["--lang", "en", "."]),
        "clean": ({"ভালো.txt": "সব ঠিক আছে।\n"}, ["."]),
        "evil": ({EVIL_NAME: EVIL}, ["."]),
        "big": ({"বড়.txt": big()}, ["."]),
    }
    with tempfile.TemporaryDirectory() as made:
        for name, (files, arguments) in pages.items():
            with project(files) as root:
                run(bnlint(), "check", "--format", "html", "--output", f"{made}/{name}.html", *arguments, cwd=root,
                    expect=0 if name == "clean" else 1)
                if name == "article":
                    piped = run("bash", "-c", '"$0" check --format html --stdin-filename সেতু.txt - <সেতু.txt', bnlint(),
                                cwd=root, expect=1).stdout
                    check('"shows":"whole"' in piped, "standard input is not shown whole")
        size = Path(made, "big.html").stat().st_size
        check(size < 12_000_000, f"a page of {size} bytes")
        shots = Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else Path(made)
        done = run("node", Path(__file__).with_suffix(".mjs"), modules, chromium, made, shots, expect=None)
        print(done.stdout + done.stderr)
        if done.returncode != 0:
            fail("in the browser")


main()
