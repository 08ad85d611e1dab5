#!/usr/bin/env python3
"""Makes pages to train and test the OCR models on: real text, drawn, spoiled and read by Tesseract.

    ocr_pages.py CORPORA OUT.jsonl [--pages N] [--seed S] [--not SET.jsonl…] [--clean N] [--other]

CORPORA holds *.jsonl.zst files of {"id", "text"}; only documents that no count and no lexicon was derived
from are used (held_out of dictionaries/count_forms.py). Paragraphs free of encoding faults are drawn with
pango-view, degraded with ImageMagick (13 ways, strength drawn at random), read with tesseract, and
aligned with the text. OUT gets one line a page, as it is made: id, source, process "ocr", level,
text, truth, spans [{start, end, kind, truth, minor}], cer, cer_visible, wer, token_error, params.
--not names labelled sets whose texts must not be used. --other draws with fonts and degrades in ways that no page to
train on had: for pages to test on. --clean adds that many untouched paragraphs
(process "clean"). Needs numpy, zstdcat, pango-view, convert, tesseract with ben and Bengali.
"""
import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import numpy

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "dictionaries"))
from count_forms import held_out  # noqa: E402

FONTS = ["Anek Bangla", "Baloo Da 2", "Hind Siliguri", "Hind Siliguri Bold", "Noto Serif Bengali",
         "Noto Serif Bengali Bold", "Tiro Bangla", "Tiro Bangla", "Noto Serif Bengali", "Lohit Bengali",
         "Mukti", "Likhan", "Jamrul", "Ani", "Noto Sans Bengali"]
OTHER_FONTS = ["Mitra", "FreeSans", "FreeSerif", "Noto Sans Bengali UI", "Anek Bangla Medium", "Baloo Da 2 Medium",
               "Hind Siliguri Medium", "Noto Serif Bengali Medium"]
SHARES = {"news": 9, "literature": 6, "blog-sachalayatan": 3, "blog-istishon": 2, "legal": 3, "docs": 3}

# What a clean paragraph never holds: signs without a letter, doubled signs, look-alikes, residue.
FAULT = re.compile(r"[\u09be-\u09cc][\u09be-\u09cc]|(?:^|[\s,;(])[\u09bc\u09be-\u09cd]|\u09cd[\u09be-\u09cc]"
                   r"|\u09f7|[\u00a0-\u00bf\u00c0-\u00ff]|  |\s[,।;]|[\u200b\ufeff\ufffd]|\|"
                   r"|https?:|[<>{}\\]|[\u0900-\u0963]|\.\.\.\.")


def degradations(rng):
    """name → (level, convert's arguments, ending)."""
    u = rng.uniform
    turn = f"-rotate {u(-0.8, 0.8):.2f}"
    paper = f"-fill gray -seed {rng.randrange(10**6)} ( +clone -fill white -colorize 100 +noise Gaussian " \
            f"-blur 0x{u(12, 30):.0f} -normalize -level -{u(120, 260):.0f}%,100% ) -compose multiply -composite"
    return {
        "blur": ("light", f"-blur 0x{u(0.8, 2.1):.2f} -quality 70", "jpg"),
        "noise": ("light", f"-attenuate {u(.08, .32):.3f} +noise Uniform -blur 0x0.5 -quality 75", "jpg"),
        "dpi150": ("light", f"-resize {u(42, 60):.1f}% -blur 0x{u(.2, .6):.2f} {turn} -quality 60", "jpg"),
        "paper": ("light", f"{paper} -blur 0x{u(.3, 1.2):.2f} -quality 60", "jpg"),
        "blurjpeg": ("medium", f"-resize {u(23, 29):.1f}% -blur 0x{u(.4, .8):.2f} -quality {u(18, 36):.0f}", "jpg"),
        "thresh": ("medium", f"-blur 0x{u(1.2, 2.1):.2f} -threshold {u(76, 87):.0f}% {turn}", "png"),
        "impulse": ("medium", f"-attenuate {u(.1, .35):.3f} +noise Impulse -blur 0x0.5 {turn}", "png"),
        "fax": ("medium", f"-resize {u(33, 42):.1f}% -threshold {u(52, 70):.0f}% {turn}", "png"),
        "thin": ("medium", f"-blur 0x{u(1.2, 1.9):.2f} -threshold {u(28, 42):.0f}% {turn}", "png"),
        "lowdpi": ("heavy", f"-resize {u(17, 21.5):.1f}% -blur 0x0.3 -quality {u(30, 50):.0f}", "jpg"),
        "bleed": ("heavy", f"-morphology Erode Disk:{u(2.6, 3.5):.1f} -blur 0x{u(1.2, 1.8):.2f} "
                           f"-threshold {u(42, 50):.0f}%", "png"),
        "noisy": ("heavy", f"-resize {u(24, 29):.1f}% -attenuate {u(.4, .65):.2f} +noise Gaussian -blur 0x0.4 "
                           "-quality 30", "jpg"),
        "photo": ("heavy", f"-resize {u(24, 31):.1f}% -wave {u(1, 3):.1f}x{u(200, 500):.0f} -blur 0x{u(.5, .9):.2f} "
                           f"-attenuate {u(.1, .3):.2f} +noise Gaussian -quality 35", "jpg"),
    }


def other_degradations(rng):
    u = rng.uniform
    return {
        "motion": ("light", f"-motion-blur 0x{u(3, 6):.1f}+{u(0, 90):.0f} -quality 60", "jpg"),
        "webp": ("light", f"-resize {u(38, 50):.1f}% -quality {u(10, 30):.0f}", "webp"),
        "shear": ("medium", f"-shear {u(-2, 2):.1f}x{u(-.8, .8):.1f} -resize {u(28, 36):.1f}% -blur 0x0.5 -quality 35", "jpg"),
        "faded": ("medium", f"+level {u(45, 60):.0f}%,{u(75, 85):.0f}% -attenuate {u(.1, .2):.2f} +noise Gaussian -quality 50",
                  "jpg"),
        "halftone": ("medium", f"-resize {u(40, 50):.1f}% -ordered-dither h4x4a -blur 0x0.6", "png"),
        "copy": ("heavy", f"-resize {u(26, 32):.1f}% -blur 0x0.5 -threshold {u(55, 70):.0f}% -resize 200% -blur 0x1 "
                          f"-threshold {u(45, 60):.0f}%", "png"),
        "stains": ("heavy", f"-attenuate {u(.3, .5):.2f} +noise Impulse -median 2 -resize {u(30, 40):.1f}% -quality 40", "jpg"),
        "thick": ("heavy", f"-morphology Erode Octagon:{u(2.2, 3.2):.1f} -resize {u(35, 45):.1f}% -quality 30", "jpg"),
    }


def shingles(text):
    words = re.findall(r"[\u0980-\u09ff]+", text)
    return {tuple(words[i:i + 6]) for i in range(len(words) - 5)}


def paragraphs(corpora, rng, forbidden):
    """(source, text) of 60 to 170 words, without end, the sources in the shares wanted."""
    pools = {}
    for path in sorted(Path(corpora).glob("*.jsonl.zst")):
        share = next((s for s in SHARES if path.name.startswith(s)), None)
        if share is None:
            continue
        lines = subprocess.run(["zstdcat", str(path)], stdout=subprocess.PIPE, check=True).stdout.split(b"\n")
        lines = [line for line in lines if line]
        documents = map(json.loads, rng.sample(lines, min(len(lines), 12000)))
        pools.setdefault(share, []).extend((path.name.split(".")[0], document["text"]) for document in documents
                                           if len(document["text"]) > 200 and held_out(document["id"]))
    while True:
        share = rng.choices(list(SHARES), SHARES.values())[0]
        source, text = rng.choice(pools[share])
        text = unicodedata.normalize("NFC", text)
        kept = [re.sub(r"[#*`_>]+", "", p).strip() for p in text.split("\n")]
        kept = [p for p in kept if len(p) > 40 and not FAULT.search(p)
                and len(re.findall(r"[\u0980-\u09ff]", p)) > .6 * len(p.replace(" ", ""))]
        if not kept:
            continue
        at = rng.randrange(len(kept))
        words, want = [], rng.randint(70, 170)
        for paragraph in kept[at:]:
            words.append(paragraph.split()[:want - sum(map(len, words))])
            if sum(map(len, words)) >= want:
                break
        text = "\n".join(" ".join(w) for w in words if w)
        if len(text.split()) < 50 or shingles(text) & forbidden:
            continue
        yield source, text


def run(command, folder, **more):
    environment = dict(os.environ, OMP_THREAD_LIMIT="1", MAGICK_THREAD_LIMIT="1")
    return subprocess.run(command, cwd=folder, env=environment, check=True, timeout=180,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **more).stdout


def read_page(text, rng, seed, other=False):
    """Draws, degrades and reads the text: (OCR output, parameters)."""
    ways, fonts = (other_degradations, OTHER_FONTS) if other else (degradations, FONTS)
    name = rng.choice(list(ways(rng)))
    level, arguments, ending = ways(rng)[name]
    font, size, width = rng.choice(fonts), rng.choice([9, 10, 11, 12, 14]), rng.choice([240, 280, 320, 360])
    language, psm = rng.choice(["ben", "ben", "ben+eng", "Bengali"]), rng.choice(["3", "4", "6"])
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "in.txt").write_text(text, encoding="utf-8")
        draw = ["pango-view", "--no-display", f"--font={font} {size}", f"--width={width}", "--dpi=300",
                "--margin=30", "--wrap=word", "--output=a.png", f"--line-spacing={rng.choice([1.1, 1.25, 1.4])}"]
        if rng.random() < .5:
            draw.append("--justify")
        run(draw + ["in.txt"], folder)
        spoil = ["convert", "-seed", str(seed), "a.png", "-bordercolor", "white", "-border", "110", "-colorspace",
                 "Gray", "-background", "white", *arguments.split(), "-colorspace", "Gray", "b." + ending]
        run(spoil, folder)
        read = ["tesseract", "b." + ending, "-", "-l", language, "--psm", psm]
        out = run(read, folder).decode("utf-8", "replace").replace("\f", "").rstrip("\n")
    return out, {"font": font, "size": size, "degrade": name, "lang": language, "psm": psm, "level": level,
                 "cmd": [" ".join(draw), " ".join(spoil), " ".join(read)]}


def align(a, b):
    """Pairs (i, j) of the cheapest character alignment; None where one side has nothing."""
    # Costs: 2 to drop or add, 3 to exchange, 5 to exchange with a space. One row of the table at a time.
    codes_b = numpy.frombuffer(b.encode("utf-32-le"), dtype=numpy.uint32)
    space_b = codes_b == 32
    steps = 2 * numpy.arange(len(b) + 1, dtype=numpy.int32)
    table = numpy.empty((len(a) + 1, len(b) + 1), dtype=numpy.int32)
    table[0] = steps

    def price(char):
        return numpy.where(codes_b == ord(char), 0, numpy.where(space_b | (char == " "), 5, 3))

    for i, char in enumerate(a, 1):
        row = table[i - 1] + 2
        row[1:] = numpy.minimum(row[1:], table[i - 1][:-1] + price(char))
        table[i] = numpy.minimum.accumulate(row - steps) + steps
    i, j, pairs = len(a), len(b), []
    while i or j:
        if i and j and table[i][j] == table[i - 1][j - 1] + (
                0 if a[i - 1] == b[j - 1] else 5 if " " in (a[i - 1], b[j - 1]) else 3):
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif i and table[i][j] == table[i - 1][j] + 2:
            i -= 1
            pairs.append((i, None))
        else:
            j -= 1
            pairs.append((None, j))
    return pairs[::-1]


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def minor_form(word):
    word = re.sub("[\u200b-\u200d\ufeff]", "", word)
    return re.sub("[-–—−]+", "-", re.sub("[“”„\"]|''|‘‘|’’", '"', word).replace("‘", "'").replace("’", "'"))


def tokens(text):
    return [m.span() for m in re.finditer(r"[^\s\u00a0]+", text)]


def label(raw, truth):
    """Spans of what is wrong in raw, and the error rates."""
    out_tokens, out_text, places = tokens(raw), "", []
    for begin, end in out_tokens:  # the words in NFC, one space apart: what is aligned
        word = unicodedata.normalize("NFC", raw[begin:end])
        places.append((len(out_text), len(out_text) + len(word)))
        out_text += word + " "
    truth = " ".join(truth.split())
    true_tokens, out_text = tokens(truth), out_text.rstrip()
    owner_out, owner_true = {}, {}
    for index, (begin, end) in enumerate(places):
        owner_out.update((k, index) for k in range(begin, end))
    for index, (begin, end) in enumerate(true_tokens):
        owner_true.update((k, index) for k in range(begin, end))
    pairs = align(out_text, truth)
    same, touch, edits = {}, {}, 0
    for i, j in pairs:
        edits += i is None or j is None or out_text[i] != truth[j]
        if i is None or j is None or i not in owner_out or j not in owner_true:
            continue
        key = owner_out[i], owner_true[j]
        touch[key] = touch.get(key, 0) + 1
        same[key] = same.get(key, 0) + (out_text[i] == truth[j])
    # Two words belong together when a third of the shorter is the same or most of it lies opposite.
    parent = {}

    def root(x):
        while parent.setdefault(x, x) != x:
            x = parent[x]
        return x

    for (o, t), count in touch.items():
        shorter = min(places[o][1] - places[o][0], true_tokens[t][1] - true_tokens[t][0])
        if same[o, t] > shorter / 3 or count > .6 * shorter:
            parent[root(("o", o))] = root(("t", t))
    groups = {}
    for o in range(len(places)):
        groups.setdefault(root(("o", o)), ([], []))[0].append(o)
    for t in range(len(true_tokens)):
        groups.setdefault(root(("t", t)), ([], []))[1].append(t)
    spans, missing, wrong = [], [], 0
    for outs, trues in groups.values():
        got = " ".join(out_text[slice(*places[o])] for o in outs)
        want = " ".join(truth[slice(*true_tokens[t])] for t in trues)
        if got == want:
            continue
        if not outs:
            missing.extend(want.split())
            continue
        kind = "ocr_insert" if not trues else "ocr_split" if len(outs) > len(trues) else \
            "ocr_merge" if len(outs) < len(trues) else "ocr_sub"
        span = {"start": out_tokens[outs[0]][0], "end": out_tokens[outs[-1]][1], "kind": kind, "truth": want}
        if minor_form(got) == minor_form(want):
            span["minor"] = True
        else:
            wrong += len(outs)
        spans.append(span)
    spans.sort(key=lambda s: s["start"])
    lost = sum(len(w) + 1 for w in missing)
    words = [out_text[slice(*p)] for p in places]
    return {"spans": spans, "cer": edits / max(1, len(truth)), "missing": missing,
            "cer_visible": max(0, edits - lost) / max(1, len(truth) - lost),
            "wer": distance(words, truth.split()) / max(1, len(true_tokens)),
            "token_error": wrong / max(1, len(words))}


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("corpora")
    parser.add_argument("out")
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--clean", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--not", dest="exclude", nargs="*", default=[])
    parser.add_argument("--other", action="store_true")
    options = parser.parse_args()
    rng, forbidden = random.Random(options.seed), set()
    for path in options.exclude:
        for line in open(path, encoding="utf-8"):
            document = json.loads(line)
            for text in (document["text"], document.get("truth") or ""):
                forbidden |= shingles(unicodedata.normalize("NFC", text))
    source = paragraphs(options.corpora, rng, forbidden)
    made = 0
    with open(options.out, "w", encoding="utf-8") as out:
        while made < options.pages + options.clean:
            origin, text = next(source)
            page = {"id": f"p{options.seed}-{made:05}", "source": origin}
            if made >= options.pages:
                page.update(process="clean", level=None, text=text, truth=text, spans=[])
            else:
                try:
                    got, parameters = read_page(text, rng, options.seed * 100000 + made, options.other)
                except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
                    print(error, file=sys.stderr)
                    continue
                labels = label(got, text)
                # Whole lines lost or a page in ruins tell nothing about words.
                if len(got) < 150 or len(labels["missing"]) > .12 * len(text.split()) or labels["wer"] > .75:
                    continue
                page.update(process="ocr", level=parameters["level"], text=got, truth=text, params=parameters, **labels)
            made += 1
            out.write(json.dumps(page, ensure_ascii=False) + "\n")
            out.flush()


if __name__ == "__main__":
    main()
