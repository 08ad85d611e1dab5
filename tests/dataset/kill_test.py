"""Kills sharded runs at random moments; going on must give what an undisturbed run gives. Usage: kill_test.py BNLINT"""
import json
import os
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

PROGRAM = sys.argv[1]
KILLS = 20
SENTENCES = ["নদীর ধারে একটি ছোট গ্রাম আছে।", "তিনি প্রতিদিন সকালে সেখানে বেড়াতে যান।", "এল।গেল সবাই।", "বৃষ্টি হলে পথ কাদায় ভরে যায়!",
             "ছেলেরা মাঠে খেলা করে এবং মেয়েরা বই পড়ে।", "২০১১ সালে সেতুটি তৈরি করা হয়েছে।", "abc def", "হাট থেকে ফিরে তিনি রান্না করেন।"]


def contents(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def main():
    lots = random.Random(7)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "in").mkdir()
        for shard in range(8):
            with open(folder / f"in/{shard}.jsonl", "w", encoding="utf-8") as file:
                for i in range(300):
                    text = " ".join(lots.choices(SENTENCES, k=lots.randrange(1, 60)))
                    file.write(json.dumps({"id": f"{shard}-{i}", "text": text}, ensure_ascii=False) + "\n")

        def command(out):
            return [PROGRAM, "dataset", "filter", f"{folder}/in/*.jsonl", "--preset", "fineweb2-ben", "--fix", "--lang", "en",
                    "--output-dir", f"{folder}/{out}", "--dropped", f"{folder}/{out}/dropped"]

        start = time.monotonic()
        subprocess.run(command("whole"), check=True, stderr=subprocess.DEVNULL)
        seconds = time.monotonic() - start
        expected = contents(folder / "whole")
        # The folder's name is an option, so its description differs.
        changed = {k: v.replace(b"/whole/", b"/broken/") for k, v in expected.items()}
        killed = finished = 0
        while killed < KILLS:
            run = subprocess.Popen(command("broken"), stderr=subprocess.DEVNULL)
            time.sleep(lots.uniform(0, min(1.0, 0.4 * seconds)))
            run.kill()
            killed += run.wait() != 0
            have = contents(folder / "broken") if (folder / "broken").exists() else {}
            for path, data in have.items():
                assert changed.get(path) == data, f"{path} is half a shard"
            if len(have) == len(changed):
                finished += 1
                shutil.rmtree(folder / "broken")
        done = subprocess.run(command("broken"), stderr=subprocess.PIPE, check=True)
        assert contents(folder / "broken") == changed, "not what an undisturbed run gives"
        print(f"killed {killed} times within {seconds:.1f} s of work, {finished} times all was done before;", done.stderr.decode().splitlines()[0])


main()
