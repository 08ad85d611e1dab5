#!/usr/bin/env python3
"""Draws pages of our own text, spoils them, has Tesseract read them, and asks bnlint what is wrong.

    pages_test.py BNLINT

A clean drawing must score high and be left alone; a spoiled one must score lower, by about as much as Tesseract
misread, and what is flagged must mostly be what was misread. Exits 77 where a tool is missing.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TEXT = """গ্রামের নাম পলাশপুর। পাশ দিয়ে বয়ে গেছে একটি ছোট নদী, বর্ষায় তার দুই কূল ছাপিয়ে জল ওঠে মাঠে। তখন ওপারের স্কুলে যেতে হলে
নৌকা ছাড়া উপায় থাকে না। সকাল হলেই ঘাটে ভিড় জমে, ছেলেমেয়েরা বই হাতে দাঁড়িয়ে থাকে, মাঝি একে একে সবাইকে পার করে দেন।
শীতকালে আবার অন্য দৃশ্য। নদী শুকিয়ে সরু হয়ে যায়, চরের বালিতে তরমুজের চাষ হয়, আর বিকেলে গ্রামের মানুষ সেই চরে বেড়াতে আসে।
বৃদ্ধ শিক্ষক প্রতিদিন সন্ধ্যায় বারান্দায় বসে পুরোনো দিনের গল্প বলেন। তিনি বলেন, একসময় এই নদীতে বড় বড় নৌকা চলত, দূরের শহর থেকে
ব্যবসায়ীরা আসতেন ধান ও পাট কিনতে। এখন সেই ব্যস্ততা নেই, তবে মানুষের মনে তার স্মৃতি রয়ে গেছে।"""
WAYS = {"clean": "-blur 0x0.5", "spoiled": "-resize 19% -blur 0x0.3 -quality 40"}


def read(folder, way):
    quiet = {"cwd": folder, "check": True, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL,
             "env": dict(os.environ, OMP_THREAD_LIMIT="1")}
    Path(folder, "in.txt").write_text(" ".join(TEXT.split()), encoding="utf-8")
    subprocess.run(["pango-view", "--no-display", "--font=Lohit Bengali 12", "--width=320", "--dpi=300", "--margin=30",
                    "--wrap=word", "--output=a.png", "in.txt"], **quiet)
    subprocess.run(["convert", "-seed", "7", "a.png", "-bordercolor", "white", "-border", "110", "-colorspace", "Gray",
                    *WAYS[way].split(), "b.jpg"], **quiet)
    return subprocess.run(["tesseract", "b.jpg", "-", "-l", "ben", "--psm", "6"], **quiet).stdout.decode().replace("\f", "")


def main(program):
    for tool in ("pango-view", "convert", "tesseract", "fc-list"):
        if shutil.which(tool) is None:
            print(f"skipped: {tool} is not installed")
            return 77
    languages = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True).stdout.split()
    fonts = subprocess.run(["fc-list", ":lang=bn", "family"], capture_output=True, text=True).stdout
    if "ben" not in languages or "Lohit Bengali" not in fonts:
        print("skipped: Tesseract's Bengali model or the font Lohit Bengali is not installed")
        return 77
    right, failures = set(TEXT.split()), []
    with tempfile.TemporaryDirectory() as folder:
        for way in WAYS:
            text = read(folder, way)
            path = Path(folder, "page.txt")
            path.write_text(text, encoding="utf-8")
            run = subprocess.run([program, "check", "--profile", "ocr", "--select", "ocr", "--format", "json", str(path)],
                                 capture_output=True, check=False)
            report = json.loads(run.stdout)
            score = report["documents"][0]["ocr_quality"]["score"]
            words = text.split()
            truth = sum(word in right for word in words) / len(words)
            raw, hits = text.encode(), 0
            for finding in report["findings"]:
                begin, end = finding["start"]["byte"], finding["end"]["byte"]
                while begin > 0 and not raw[begin - 1:begin].isspace():
                    begin -= 1
                while end < len(raw) and not raw[end:end + 1].isspace():
                    end += 1
                hits += raw[begin:end].decode() not in right
            found = len(report["findings"])
            print(f"{way}: {len(words)} words, {truth:.2f} right, score {score:.2f}, {found} found, {hits} of them misread")
            if abs(score - truth) > .15:
                failures.append(f"{way}: the score is far from the truth")
            if way == "clean" and (score < .9 or found - hits > 2):
                failures.append("a clean page is not left alone")
            if way == "spoiled" and (hits < .5 * (1 - truth) * len(words) or hits < .7 * found):
                failures.append("a spoiled page is not seen through")
    print("\n".join(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
