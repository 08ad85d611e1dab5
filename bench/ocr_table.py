#!/usr/bin/env python3
"""How well misread words are found, and how well ocr-quality tells how bad a page is: one table from one run.

    ocr_table.py BNLINT SCORE.py SET.jsonl HUNSPELL_DICTIONARY

SET is a labelled set, or what ocr_pages.py writes; its documents of process "ocr" count, and "clean" ones where it has
them. SCORE.py is the set's scorer: all figures but the mean error are its own. HUNSPELL_DICTIONARY (the path of the
.aff and .dic, without their endings) is what others check spelling with: there a token is found that holds a word
which Hunspell does not know. The error of ocr-quality is the mean of |quality - (1 - WER)|.
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from devset import check, write_documents
from spelling import WORD, Dictionary

OCR = "ocr-confusion,ocr-garbage"
LEVELS = ("light", "medium", "heavy", "all")
CLEAN = 0.97  # what clean documents are to score at least


def unknown_words(dictionary, documents):
    """Findings by the id of the document: words that Hunspell does not know in either encoding of their letters."""
    hunspell = Dictionary("", dictionary, any)
    hunspell.ask(match.group() for document in documents for match in WORD.finditer(document["text"]))
    return {document["id"]: [{"start": match.start(), "end": match.end(), "rule": "hunspell"}
                             for match in WORD.finditer(document["text"]) if not hunspell.accepts(match.group())]
            for document in documents}


def qualities(program, folder):
    run = subprocess.run([program, "score", "--format", "json", folder], check=True, capture_output=True)
    return {Path(one["path"]).stem: one["ocr_quality"]["score"] for one in json.loads(run.stdout)}


def score(scorer, documents, findings, badness=None):
    """What the scorer says of these documents."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder, name)) for name in ("set.jsonl", "findings.jsonl", "result.json")]
        with open(paths[0], "w", encoding="utf-8") as labelled, open(paths[1], "w", encoding="utf-8") as found:
            for document in documents:
                labelled.write(json.dumps(document) + "\n")
                line = {"id": document["id"], "findings": findings[document["id"]]}
                if badness:
                    line["score"] = badness[document["id"]]
                found.write(json.dumps(line) + "\n")
        subprocess.run([sys.executable, scorer, paths[0], paths[1], "--json", paths[2]], check=True,
                       stdout=subprocess.DEVNULL)
        return json.loads(Path(paths[2]).read_text(encoding="utf-8"))


def f1(result):
    precision, recall = result["token_precision"] or 0, result["token_recall"] or 0
    return 2 * precision * recall / max(1e-9, precision + recall), precision, recall


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    program, scorer, labelled, dictionary = sys.argv[1:]
    with open(labelled, encoding="utf-8") as lines:
        documents = [d for d in map(json.loads, lines) if d["process"] in ("ocr", "clean")]
    pages = [d for d in documents if d["process"] == "ocr"]
    clean = [d for d in documents if d["process"] == "clean"]
    with tempfile.TemporaryDirectory() as folder:
        write_documents(documents, folder)
        finders = {"--profile ocr": check(program, documents, folder, ["--profile", "ocr"]),
                   "its own rules": check(program, documents, folder, ["--profile", "ocr", "--select", OCR]),
                  "own dictionary": check(program, documents, folder, ["--select", "misspelling"]),
                   "other dictionary": unknown_words(dictionary, documents)}
        quality = qualities(program, folder)
    print(f"token F1 (precision, recall), {len(pages)} pages; clean: findings per 1,000 words of {len(clean)} documents")
    print(f"{'':18}" + "".join(f"{level:22}" for level in LEVELS) + "clean")
    for name, findings in finders.items():
        line = f"{name:18}"
        for level in LEVELS:
            some = [d for d in pages if level in ("all", d["level"])]
            line += "{:.3f} ({:.3f}, {:.3f})  ".format(*f1(score(scorer, some, findings)["ocr"])) if some else " " * 22
        if clean:
            result = score(scorer, clean, findings)["clean"]
            line += f"{1000 * result['findings'] / result['words']:.2f}"
        print(line)
    badness = {name: 1 - value for name, value in quality.items()}
    rank = score(scorer, pages, finders["--profile ocr"], badness)["spearman_ocr"]
    error = sum(abs(quality[d["id"]] - (1 - d["wer"])) for d in pages) / len(pages)
    print(f"ocr-quality: Spearman with the visible CER {rank['cer_visible']:.3f}, with WER {rank['wer']:.3f}; "
          f"mean error against 1-WER {error:.3f}")
    if clean:
        below = sum(quality[d["id"]] < CLEAN for d in clean)
        print(f"clean documents below {CLEAN}: {below} of {len(clean)}, least {min(quality[d['id']] for d in clean):.3f}")


if __name__ == "__main__":
    main()
