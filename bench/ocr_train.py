#!/usr/bin/env python3
"""Learns the weights of the OCR model: writes dictionaries/bn/ocr-weights.tsv.

    ocr_train.py FEATURES_PROGRAM SET.jsonl… [--test SET.jsonl] [--ridge X] [--no-write]

FEATURES_PROGRAM is ocr_features (bench/); SET what ocr_pages.py writes, or a labelled set in that form: documents
of process "ocr" and "clean" count. Two logistic regressions with a ridge, by Newton's method: round one on the
features of a unit, round two with those of its surroundings, which the program computes with round one's weights
(so it is built again in between: --build "command"). --test reports on another set. Needs numpy.
"""
import argparse
import json
import subprocess
import sys
from pathlib import Path

import numpy

WEIGHTS = Path(__file__).resolve().parent.parent / "dictionaries" / "bn" / "ocr-weights.tsv"
SURROUNDINGS = ("page.", "around.", "share.", "other-reading.3", "other-reading.4")


def load(paths):
    documents = []
    for path in paths:
        for line in open(path, encoding="utf-8"):
            document = json.loads(line)
            if document["process"] in ("ocr", "clean"):
                document["id"] = f"{len(documents)}:{document['id']}"
                documents.append(document)
    return documents


class Table:
    """Units of documents: features (rows of a matrix), whether they are wrong, and whose they are."""

    def __init__(self, program, documents, names):
        lines = "".join(json.dumps({"id": d["id"], "text": d["text"]}) + "\n" for d in documents)
        out = subprocess.run([program], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
        index = {d["id"]: n for n, d in enumerate(documents)}
        offsets = [self.code_points(d["text"]) for d in documents]
        rows, cols, values, self.wrong, self.minor, self.document, self.given, self.span = [], [], [], [], [], [], [], []
        for row, line in enumerate(out.rstrip("\n").split("\n")):
            name, begin, end, given, features = line.split("\t")
            n = index[name]
            begin, end = offsets[n][int(begin)], offsets[n][int(end)]
            touching = [s for s in documents[n]["spans"] if s["start"] < end and begin < s["end"]]
            self.wrong.append(any(not s.get("minor") for s in touching))
            self.minor.append(bool(touching) and all(s.get("minor") for s in touching))
            self.document.append(n)
            self.given.append(float(given))
            self.span.append((begin, end))
            for feature in features.split():
                key, value = feature.rsplit(":", 1)
                rows.append(row)
                cols.append(names.setdefault(key, len(names)))
                values.append(float(value))
        self.matrix = numpy.zeros((row + 1, 400), dtype=numpy.float32)
        numpy.add.at(self.matrix, (rows, cols), values)
        self.wrong, self.minor = numpy.array(self.wrong), numpy.array(self.minor)
        self.document, self.given = numpy.array(self.document), numpy.array(self.given)

    @staticmethod
    def code_points(text):
        table, byte = {}, 0
        for n, char in enumerate(text):
            table[byte] = n
            byte += len(char.encode("utf-8", "surrogatepass"))
        table[byte] = len(text)
        return table


def fit(matrix, wrong, ridge):
    """Weights of a logistic regression, by Newton's method."""
    weights = numpy.zeros(matrix.shape[1])
    matrix = matrix.astype(numpy.float64)
    for _ in range(30):
        p = 1 / (1 + numpy.exp(-numpy.clip(matrix @ weights, -30, 30)))
        gradient = matrix.T @ (p - wrong) + ridge * weights
        hessian = (matrix * (p * (1 - p))[:, None]).T @ matrix + ridge * numpy.eye(len(weights))
        step = numpy.linalg.solve(hessian, gradient)
        weights -= step
        if numpy.abs(step).max() < 1e-4:
            break
    return weights


def probabilities(matrix, weights):
    return 1 / (1 + numpy.exp(-numpy.clip(matrix @ weights, -30, 30)))


POWER = 0.88  # by eye: less fits spoiled pages better and wrongs clean ones


def score_scale(table, documents, p):
    """What makes scale * mean ** POWER nearest to the word error rates of the pages: a weighted median."""
    pages = [n for n, d in enumerate(documents) if d["process"] == "ocr"]
    means = numpy.array([p[table.document == n].mean() for n in pages]) ** POWER
    ratio = numpy.array([documents[n]["wer"] for n in pages]) / means
    order = numpy.argsort(ratio)
    return ratio[order][numpy.searchsorted(numpy.cumsum(means[order]), means.sum() / 2)]


def write(names, first, second, scale=1):
    with open(WEIGHTS, "w", encoding="utf-8") as file:
        file.write("# Weights of the OCR model (checker/ocr/features.h): feature, round one, round two. Log odds of being wrong.\n"
                   "# Written by bench/ocr_train.py from pages that bench/ocr_pages.py made.\n")
        file.write(f"score\t{scale:.3f}\t{POWER}\n")
        for name in sorted(names, key=lambda n: (n.split(".")[0], int(n.split(".")[1]))):
            file.write(f"{name}\t{first[names[name]]:.3f}\t{second[names[name]]:.3f}\n")


def spearman(a, b):
    rank = lambda v: numpy.argsort(numpy.argsort(v))
    return float(numpy.corrcoef(rank(a), rank(b))[0, 1])


def report(table, documents, p, threshold):
    process = numpy.array([d["process"] for d in documents])[table.document]
    level = numpy.array([str(d.get("level")) for d in documents])[table.document]
    line = []
    for name in ("light", "medium", "heavy", "all"):
        mine = (process == "ocr") & ~table.minor & ((level == name) | (name == "all"))
        found = mine & (p >= threshold)
        right, wrong = (found & table.wrong).sum(), (mine & table.wrong).sum()
        precision, recall = right / max(1, found.sum()), right / max(1, wrong)
        line.append(f"{name} P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}")
    clean = process == "clean"
    line.append(f"clean {1000 * (clean & (p >= threshold)).sum() / max(1, clean.sum()):.2f}/1000")
    print(f"at {threshold:.2f}:", "; ".join(line))


def quality(table, documents, p, scale):
    pages = [n for n, d in enumerate(documents) if d["process"] == "ocr"]
    score = numpy.array([1 - scale * p[table.document == n].mean() ** POWER for n in pages])
    cer = numpy.array([documents[n]["cer_visible"] for n in pages])
    wer = numpy.array([documents[n]["wer"] for n in pages])
    error = numpy.array([documents[n]["token_error"] for n in pages])
    clean = [1 - scale * p[table.document == n].mean() ** POWER for n, d in enumerate(documents) if d["process"] == "clean"]
    print(f"quality: Spearman with visible CER {-spearman(score, cer):.3f}, with token error {-spearman(score, error):.3f}; "
          f"mean error against 1-WER {numpy.abs(score - (1 - wer)).mean():.3f}, against right tokens {numpy.abs(score - 1 + error).mean():.3f}; "
          f"clean: mean {numpy.mean(clean):.3f}, least {min(clean):.3f}, below .97: {sum(c < .97 for c in clean)} of {len(clean)}")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program")
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--test")
    parser.add_argument("--build", default="true")
    parser.add_argument("--ridge", type=float, default=3)
    options = parser.parse_args()
    documents, names = load(options.sets), {}
    table = Table(options.program, documents, names)
    use = ~table.minor
    first_names = [k for k in names if not k.startswith(SURROUNDINGS)]
    columns = [names[k] for k in first_names]
    first = numpy.zeros(400)
    first[columns] = fit(table.matrix[use][:, columns], table.wrong[use], options.ridge)
    write(names, first, first)
    subprocess.run(options.build, shell=True, check=True)
    table = Table(options.program, documents, names)
    columns = sorted(names.values())
    second = numpy.zeros(400)
    second[columns] = fit(table.matrix[use][:, columns], table.wrong[use], options.ridge)
    scale = score_scale(table, documents, probabilities(table.matrix, second))
    write(names, first, second, scale)
    subprocess.run(options.build, shell=True, check=True)
    print(f"{len(documents)} documents, {len(table.wrong)} units, {table.wrong.sum()} wrong, {len(names)} features")
    sets = [("trained on", table, documents)]
    if options.test:
        tested = load([options.test])
        sets.append((options.test, Table(options.program, tested, names), tested))
    for name, one, whose in sets:
        print(name)
        report(one, whose, probabilities(one.matrix, first), .4)
        p = probabilities(one.matrix, second)
        for threshold in (.2, .3, .35, .4, .45, .5, .6, .9, .95):
            report(one, whose, p, threshold)
        quality(one, whose, p, scale)


if __name__ == "__main__":
    main()
