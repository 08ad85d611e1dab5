#!/usr/bin/env python3
"""Measures a Hunspell dictionary of Bengali beside its peers: what it accepts, what it refuses, what is suggested.

    spelling.py --shared DIR [--dictionary PATH/bn] [--peer NAME=PATH]… [--counts counts.tsv] [--bnlint PROGRAM]
                [--cache DIR] [--list-refused ROW N]…

PATH is a dictionary without its .aff; counts.tsv is what dictionaries/count_forms.py writes. Needs zstd and hunspell.

1. Accepted tokens and types of held-out documents (count_forms.held_out) and of UniMorph's forms. Nothing is left out:
   what is misspelt there counts against a dictionary. "malformed": no sequence of syllables; nobody should accept it.
2. Right forms accepted, and of the pairs whose right form is, the share of wrong forms refused: of lists made by hand
   and of random `corruptions`. A side of several words is accepted when each of them is.
3. Suggestions for the wrong forms that are refused; the time is from sending one word to reading its answer.

A word is asked in its two usual encodings, ড় as one code point and (as NFC has it) as two. The dictionary under test
must accept both; a peer is forgiven: either will do. --list-refused prints what counts against the dictionary under
test in a row of table 1 (refused forms) or 2 (accepted wrong, refused right forms).
"""
import argparse
import json
import random
import re
import select
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "dictionaries"))
from count_forms import WORD, documents, fold, held_out  # noqa: E402

# Name: how the names of its corpora begin, and the share of tokens that we want accepted.
SETS = {"news": ("news-", 98.5), "blog": ("blog-sachalayatan", 97), "law": ("legal-", 97),
        "literature": ("literature", 93), "unedited": ("blog-istishon", None)}
PEERS = {"Debian": "/usr/share/hunspell/bn_BD", "LibreOffice": "{shared}/peers/libreoffice-bn_BD/bn_BD"}
JUDGE = "LibreOffice"

CONSONANT, JOINED, VOWEL = "[ক-নপ-রলশ-হ\u09dc\u09dd\u09df]", "[ক-নপ-রলশ-হ]", "[অ-ঋএঐওঔ]"
AKSHARA = re.compile(f"(?:(?:র্)?ৎ|(?:র্ঋ|[অএ]্যা?|{VOWEL})ঁ?[ংঃ]?|(?:র\u200d্য|{CONSONANT}(?:্{JOINED}){{0,4}})"
                     "(?:্$|(?:(?<=[কখগজঝফভ])\u09bc)?[া-ৄেৈোৌ]?ঁ?[ংঃ]?))")
ALPHABET = "অআইঈউঊঋএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ\u09dc\u09dd\u09dfৎংঃঁািীুূৃেৈোৌ্"
MARKS = "ািীুূেো্ঁ"
CONFUSED = ("িী", "ুূ", "েৈ", "োৌ", "িে", "ুো", "াো", "ৃু", "ইঈ", "উঊ", "এঐ", "ওঔ", "ণন", "শষস", "যজ", "তৎ", "ংঙ",
            "কখ", "গঘ", "চছ", "জঝ", "টঠ", "ডঢ", "তথ", "দধ", "পফ", "বভ", "তট", "দড", "থঠ", "বর",
            "র\u09dc\u09dd", "ড\u09dc", "য\u09df", "ই\u09df")
EDITS = ("replace", "delete", "insert", "transpose")
FREQUENT, RARE, TRIES, TIMEOUT = 5000, 3, 20, 60  # the last in seconds, for one answer


def aksharas(word):
    """The syllables of a folded word, or [] when it is no sequence of syllables."""
    found = AKSHARA.findall(word)
    return found if "".join(found) == word else []


def encodings(word):
    return {fold(word), unicodedata.normalize("NFC", fold(word))}


class Dictionary:
    """A dictionary behind the hunspell program. Verdicts are kept: a word is asked once."""

    def __init__(self, name, path, combine):
        self.name, self.path, self.combine, self.verdicts, self.torn = name, str(Path(path).resolve()), combine, {}, 0

    def command(self, mode):
        # -1 checks whole what stands before a tab; without it, the program cuts words at marks and joiners.
        return ["hunspell", "-i", "utf-8", "-d", self.path, "-1", mode]

    def ask(self, texts):
        words = {fold(word) for text in texts for word in text.split()} - self.verdicts.keys()
        asked = {form for word in words for form in encodings(word)}
        run = subprocess.run(self.command("-l"), input="".join(f"{form}\t\n" for form in sorted(asked)),
                             capture_output=True, encoding="utf-8", check=False)
        refused = set(run.stdout.split("\n")) - {""}
        if run.returncode or not refused <= asked:
            sys.exit(f"hunspell -d {self.path}: {run.stderr or 'words came back cut'}")
        for word in words:
            verdicts = {form not in refused for form in encodings(word)}
            self.verdicts[word] = self.combine(verdicts)
            self.torn += len(verdicts) > 1

    def accepts(self, text):
        """Whether each word of a text that was asked is accepted."""
        return all(self.verdicts[fold(word)] for word in text.split())


def share(part, whole):
    return 100.0 * part / whole if whole else None


def table(head, rows):
    """Prints rows in columns, the first to the left."""
    shown = {float: "{:.2f}".format, type(None): lambda _: "–"}
    rows = [head, *([shown.get(type(cell), str)(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*rows)]
    for first, *rest in rows:
        print(first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(rest, widths[1:])), sep="  ")
    print()


def held_counts(shared, cache):
    """{corpus: Counter of folded forms} of the held-out documents. Counting takes minutes, so it is kept in `cache`."""
    cache.mkdir(parents=True, exist_ok=True)
    corpora, prefixes = {}, tuple(prefix for prefix, _ in SETS.values())
    for path in sorted(path for path in (shared / "corpora").glob("*.jsonl.zst") if path.name.startswith(prefixes)):
        name = path.name.removesuffix(".jsonl.zst")
        kept = cache / f"held-{name}-{path.stat().st_size}.json"
        if not kept.exists():
            raw, counts = Counter(), Counter()
            for _, text in documents(path.parent, (path.name,), held_out):
                raw.update(WORD.findall(text))
            for word, times in raw.items():
                counts[fold(word)] += times
            del counts[""]
            kept.with_suffix(".part").write_text(json.dumps(counts), encoding="utf-8")
            kept.with_suffix(".part").rename(kept)
        corpora[name] = Counter(json.loads(kept.read_text(encoding="utf-8")))
    return corpora


def rows_of(path):
    """The columns of a tab-separated file."""
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if line.strip() and line[0] != "#"]


def edit(word, kind, rng):
    """One random edit, of a code point or (half of the deletions and transpositions) of a syllable."""
    if kind == "replace":
        at = rng.randrange(len(word))
        others = [other for group in CONFUSED if word[at] in group for other in group if other != word[at]]
        return word[:at] + rng.choice(others or [word[at]]) + word[at + 1:]
    if kind == "insert":
        at = rng.randrange(len(word) + 1)
        return word[:at] + rng.choice(rng.choice((ALPHABET, MARKS))) + word[at:]
    units = rng.choice((list(word), aksharas(word)))
    if len(units) > 1 and kind == "delete":
        del units[rng.randrange(len(units))]
    elif len(units) > 1:
        at = rng.randrange(len(units) - 1)
        units[at:at + 2] = units[at + 1], units[at]
    return "".join(units)


def corruptions(forms, counts, word_list, judge):
    """{edit: [(corruption, form)]}: of each of the most frequent forms at most one by each edit; a seeded draw.

    A corruption is made of syllables that frequent text has and is itself no word, in which the dictionary under test
    has no say: rare in the corpora, not in the word list, refused by the judge.
    """
    attested = {akshara for form, times in forms.items() if times >= 5 for akshara in aksharas(form)}
    drawn = []
    for form in sorted(forms, key=lambda form: (-forms[form], form))[:FREQUENT]:
        for kind in EDITS:
            rng = random.Random(f"{kind} {form}")
            words = dict.fromkeys(edit(form, kind, rng) for _ in range(TRIES))  # a set in the order drawn
            drawn.append((kind, form, [word for word in words if word != form and len(word) > 1 and aksharas(word)
                                       and attested.issuperset(aksharas(word))
                                       and counts.get(word, 0) < RARE and word not in word_list][:3]))
    judge.ask(word for _, _, words in drawn for word in words)
    wrecks = {kind: [] for kind in EDITS}
    for kind, form, words in drawn:
        wrecks[kind] += [(word, form) for word in words if not judge.accepts(word)][:1]
    return wrecks


class Suggester:
    """A program that answers each word at once: `bnlint spell`, or hunspell by its ispell protocol."""

    def __init__(self, command, ispell):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        self.buffer, self.ispell = b"", ispell
        if ispell:
            self.line()  # the banner

    def line(self):
        while b"\n" not in self.buffer:
            ready = select.select([self.process.stdout], [], [], TIMEOUT)[0]
            chunk = self.process.stdout.read(1 << 16) if ready else b""
            if not chunk:
                sys.exit(f"{self.process.args}: no answer to a word; does it flush each line?")
            self.buffer += chunk
        line, _, self.buffer = self.buffer.partition(b"\n")
        return line.decode("utf-8")

    def suggest(self, word):
        """The first five suggestions for a word, folded, or None when it is known."""
        self.process.stdin.write((f"^{word}\t\n" if self.ispell else f"{word}\n").encode("utf-8"))
        answer = self.line()
        if self.ispell:
            while self.line():
                pass
            known, found = answer[0] not in "&#", answer.partition(": ")[2].split(", ")
        else:
            answer = json.loads(answer)
            assert answer["word"] == word, answer
            known, found = answer["known"], answer.get("suggestions", [])
        return None if known else [fold(suggestion) for suggestion in found[:5]]

    def measure(self, title, listed):
        """A row of table 3. Hunspell may answer to either encoding: the better answer counts, the first is timed."""
        times, first, five = [], 0, 0
        for wrong, right in listed:
            begin = time.perf_counter()
            answers = [self.suggest(wrong)]
            elapsed = time.perf_counter() - begin
            answers += [self.suggest(form) for form in encodings(wrong) - {wrong}] if self.ispell else []
            if None not in answers:
                times.append(1000 * elapsed)
                first += any(right in answer[:1] for answer in answers)
                five += any(right in answer for answer in answers)
        self.process.communicate()
        times, n = sorted(times) or [None], len(times)
        return [title, len(listed), n, share(first, n), share(five, n), times[n // 2], times[n * 95 // 100]]


def show_acceptance(sets, dictionaries):
    """Table 1, of (title, wanted share, Counter)."""
    rows, heads = [], [head for dictionary in dictionaries for head in (dictionary.name, "types")]
    for title, wanted, counts in sets:
        tokens = counts.total()
        malformed = sum(times for form, times in counts.items() if not aksharas(form.replace(" ", "")))
        rows.append([title, tokens, len(counts), share(malformed, tokens), wanted])
        for dictionary in dictionaries:
            dictionary.ask(counts)
            known = [form for form in counts if dictionary.accepts(form)]
            rows[-1] += [share(sum(counts[form] for form in known), tokens), share(len(known), len(counts))]
    print("1. Accepted, % of tokens and of types of held-out documents")
    table(["", "tokens", "types", "malformed", "wanted", *heads], rows)


def show_refusal(lists, dictionaries):
    """Table 2, of {title: [(wrong, right)]}."""
    rows, heads = [], [head for dictionary in dictionaries for head in (f"{dictionary.name}: right", "refused")]
    for title, pairs in lists.items():
        rows.append([title, len(pairs)])
        for dictionary in dictionaries:
            dictionary.ask(side for pair in pairs for side in pair)
            fair = [wrong for wrong, right in pairs if dictionary.accepts(right)]
            rows[-1] += [share(len(fair), len(pairs)), share(sum(not dictionary.accepts(w) for w in fair), len(fair))]
    print(f"2. Right forms accepted; wrong forms refused, % (no corruption that {JUDGE} accepts is in the list)")
    table(["", "pairs", *heads], rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir(), "bnlint-spelling"))
    parser.add_argument("--peer", action="append", default=[])
    parser.add_argument("--list-refused", nargs=2, action="append", default=[])
    for name in ("--dictionary", "--counts", "--bnlint"):
        parser.add_argument(name)
    options = parser.parse_args()
    shared = options.shared
    peers = {name: path.format(shared=shared) for name, path in PEERS.items()}
    peers.update(peer.split("=", 1) for peer in options.peer)
    dictionaries = [Dictionary("bnlint", options.dictionary, all)] if options.dictionary else []
    dictionaries += [Dictionary(name, path, any) for name, path in peers.items() if Path(path + ".aff").exists()]
    judge = next((dictionary for dictionary in dictionaries if dictionary.name == JUDGE), None)
    corpora, sets = held_counts(shared, options.cache), []
    for name, (prefix, wanted) in SETS.items():
        parts = [(f"  {corpus}", None, counts) for corpus, counts in corpora.items() if corpus.startswith(prefix)]
        sets += [(name, wanted, sum((counts for _, _, counts in parts), Counter())), *(parts if len(parts) > 1 else ())]
    clean = sum((counts for _, wanted, counts in sets if wanted), Counter())
    forms = {fold(row[1]) for row in rows_of(shared / "lexicon-sources/unimorph-ben.tsv")}
    sets.append(("unimorph", 95, Counter(sorted(forms))))
    show_acceptance(sets, dictionaries)
    lists = {name: [(fold(row[0]), fold(row[1])) for row in rows_of(shared / f"spelling/{name}-dev.tsv")]
             for name in ("misspellings", "comments")}
    by_hand = dict(lists)
    if options.counts and judge:
        counts = {row[0]: sum(map(int, row[1::2])) for row in rows_of(options.counts)}
        known = (shared / "lexicon-sources/fineweb2-ben-words.txt").read_text(encoding="utf-8")
        wrecks = corruptions(clean, counts, set(map(fold, known.split())), judge)
        lists |= {"corruptions": sum(wrecks.values(), []), **wrecks}
    show_refusal(lists, dictionaries)

    ours = [options.bnlint, "spell", "--suggest", "--format", "jsonl", "-"]
    programs = [("bnlint spell", ours, False)] if options.bnlint else []
    programs += [(f"hunspell, {JUDGE}", judge.command("-a"), True)] if judge else []
    print("3. Suggestions: the right word first and among five, % of refused wrong forms; ms a word")
    table(["", "pairs", "refused", "first", "five", "median", "p95"],
          [Suggester(command, ispell).measure(f"{title}: {name}", pairs)
           for title, pairs in by_hand.items() for name, command, ispell in programs])
    for dictionary in dictionaries:
        print(f"{dictionary.name}: {dictionary.torn} forms get another verdict in NFC")
    for name, number in options.list_refused:
        accepts, pairs = dictionaries[0].accepts, lists.get(name, ())
        found = [f"{form}\t{times}" for title, _, counts in sets if title.strip() == name
                 for form, times in counts.most_common() if not accepts(form)]
        found += [f"{wrong}\taccepted, for {right}" for wrong, right in pairs if accepts(wrong)]
        found += [f"{right}\trefused, for {wrong}" for wrong, right in pairs if not accepts(right)]
        print(f"\n{name}: against {dictionaries[0].name}", *found[:int(number)], sep="\n")


if __name__ == "__main__":
    main()
