"""`bnlint dataset` as a user runs it. Usage: dataset_test.py BNLINT"""
import gzip
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv.pop(1)
CLEAN = ("আজ সকাল থেকে বৃষ্টি হচ্ছে, তাই আমরা কেউ বাইরে যাইনি। মা বলেছেন, দুপুরে খিচুড়ি রান্না করা হবে। "
         "বাবা বাজার থেকে একটি ইলিশ মাছ এনেছেন, তিনি নিজে সেটা কেটে ধুয়ে রাখলেন। বিকেলে বৃষ্টি থামলে "
         "আমরা নদীর ধারে বেড়াতে যাব এবং নৌকা দেখব। এরপর বাড়ি ফিরে গল্পের বই পড়া যাবে। রাতে সবাই মিলে "
         "গান শোনা হবে, আর ছোট বোন তার আঁকা ছবি দেখাবে।")
GLUED = CLEAN.replace("। মা", "।মা")


def run(*arguments, stdin=None, check=True):
    done = subprocess.run([PROGRAM, "dataset", *map(str, arguments)], input=stdin, capture_output=True,
                          env={**os.environ, "BNLINT_LANG": "en"})
    if check and done.returncode != 0:
        raise AssertionError(f"{arguments}: {done.returncode}: {done.stderr.decode()}")
    return done


def lines_of(path):
    opened = gzip.open(path) if str(path).endswith(".gz") else open(path, "rb")
    with opened as file:
        return file.read().splitlines(keepends=True)


class Dataset(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, *records):
        path = self.folder / name
        data = "".join(r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) + "\n" for r in records)
        path.write_bytes(gzip.compress(data.encode()) if name.endswith(".gz") else data.encode())
        return path

    def test_annotate_gives_dolma_attributes_in_code_points(self):
        path = self.write("a.jsonl", {"id": "d1", "text": GLUED}, {"id": 7, "text": "😀 এল।গেল"}, {"text": CLEAN})
        first, second, third = [json.loads(line) for line in run("annotate", path).stdout.splitlines()]
        self.assertEqual(first["id"], "d1")
        (begin, end, score), = first["attributes"]["bnlint__danda-glued"]
        self.assertEqual(GLUED[begin:end], "ম")
        self.assertEqual(score, 1)
        self.assertEqual(second["id"], 7)
        (begin, end, _), = second["attributes"]["bnlint__danda-glued"]
        self.assertTrue("😀 এল।গেল"[begin:end].startswith("গ"))
        self.assertEqual(third["id"], f"{path}:3")
        self.assertNotIn("bnlint__danda-glued", third["attributes"])
        self.assertEqual(third["attributes"]["bnlint__signal__characters"], [[0, len(CLEAN), len(CLEAN)]])
        self.assertIn("bnlint__language__bn", third["attributes"])
        self.assertLess(first["attributes"]["bnlint__signal__ocr_quality"][0][2], 1.0001)

    def test_fields_are_dotted_paths(self):
        path = self.write("a.jsonl", {"meta": {"key": "k"}, "body": {"text": CLEAN}})
        out = json.loads(run("annotate", "--no-findings", "--text-field", "body.text", "--id-field", "meta.key", path).stdout)
        self.assertEqual(out["id"], "k")

    def test_filter_keeps_lines_as_they_are_and_tells_all_reasons(self):
        odd = '{"text": ' + json.dumps(CLEAN) + ' ,  "n":1.50, "id":"x"}\r\n'
        path = self.write("a.jsonl", odd, {"id": "short", "text": "abc def"}, {"id": "last", "text": CLEAN})
        kept, dropped = self.folder / "kept.jsonl", self.folder / "dropped.jsonl"
        run("filter", path, "--preset", "fineweb2-ben", "--output", kept, "--dropped", dropped)
        source = lines_of(path)
        self.assertEqual(lines_of(kept), [source[0], source[2]])
        (line,) = lines_of(dropped)
        self.assertTrue(line.startswith(source[1][:-2]))
        record = json.loads(line)
        self.assertEqual(record["text"], "abc def")
        reasons = {r["signal"]: r for r in record["bnlint"]["reasons"]}
        self.assertEqual(reasons["words"], {"signal": "words", "value": 2, "min": 50, "max": 100000})
        self.assertLessEqual({"words", "stop_words", "bengali", "terminal_line_ratio"}, reasons.keys())

    def test_fix_changes_the_text_alone(self):
        raw = '{"a": [1,  2], "text": %s, "z": "\\u0995"}\n' % json.dumps(GLUED, ensure_ascii=False)
        path = self.write("a.jsonl", raw, {"id": 2, "text": CLEAN})
        out = run("filter", "--fix", path).stdout.decode().splitlines(keepends=True)
        self.assertEqual(out[0], raw.replace("।মা", "। মা"))
        self.assertEqual(out[1].encode(), lines_of(path)[1])
        ascii_only = self.write("b.jsonl", json.dumps({"text": GLUED}) + "\n")
        out = run("filter", "--fix", ascii_only).stdout
        self.assertEqual(out.decode("ascii"), json.dumps({"text": GLUED.replace("।মা", "। মা")}) + "\n")

    def test_thresholds_come_from_a_configuration(self):
        config = self.folder / "bnlint.toml"
        config.write_text('[dataset]\ntext_field = "t"\n[dataset.thresholds]\nwords = { max = 5 }\n')
        path = self.write("a.jsonl", {"t": "এক দুই"}, {"t": CLEAN})
        self.assertEqual(run("filter", path, "--config", config).stdout, lines_of(path)[0])
        config.write_text("[dataset.thresholds]\nwords = { max = \"5\" }\n")
        done = run("filter", path, "--config", config, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"bnlint.toml:2:17", done.stderr)
        done = run("filter", path, check=False)
        self.assertIn(b"--preset", done.stderr)

    def test_bad_lines_are_told_counted_and_keep_their_place(self):
        path = self.write("a.jsonl", {"id": 1, "text": CLEAN}, "{\"id\": 2, \"text\": \n", "\n", {"id": 4},
                          {"id": 5, "text": CLEAN})
        done = run("annotate", "--no-findings", path)
        out = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([o["id"] for o in out], [1, f"{path}:2", f"{path}:4", 5])
        self.assertIn("error", out[1])
        self.assertRegex(done.stderr.decode(), r"a\.jsonl:2:\d+: no valid JSON")
        self.assertIn("a.jsonl:4:1: no string at 'text'", done.stderr.decode())
        self.assertIn("2 documents; 2 lines could not be read", done.stderr.decode())
        done = run("filter", "--fix", "--on-error", "stop", path, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stdout, lines_of(path)[0])
        kept = self.folder / "kept.jsonl"
        self.assertEqual(run("filter", "--fix", "--on-error", "stop", path, "-o", kept, check=False).returncode, 2)
        self.assertFalse(kept.exists())

    def test_standard_input_compressed_files_and_patterns(self):
        records = [{"id": i, "text": f"{CLEAN} {i}"} for i in range(300)]
        plain = self.write("a.jsonl", *records)
        packed = self.write("b.jsonl.gz", *records)
        expected = run("annotate", "--no-findings", plain).stdout
        self.assertEqual(expected.count(b"\n"), 300)
        self.assertEqual(run("annotate", "--no-findings", packed).stdout, expected)
        self.assertEqual(run("annotate", "--no-findings", stdin=packed.read_bytes()).stdout, expected)
        self.assertEqual(run("annotate", "--no-findings", "-", "-j", 7, stdin=plain.read_bytes()).stdout, expected)
        both = run("annotate", "--no-findings", self.folder / "*.jsonl*").stdout
        self.assertEqual(both, expected * 2)
        out = self.folder / "out"
        run("annotate", "--no-findings", self.folder / "*.jsonl*", "--output-dir", out)
        self.assertEqual(sorted(p.name for p in out.iterdir()), ["a.jsonl", "b.jsonl.gz", "bnlint-run.json"])
        self.assertEqual(b"".join(lines_of(out / "b.jsonl.gz")), expected)
        done = run("annotate", self.folder / "none*", check=False)
        self.assertEqual(done.returncode, 2)
        damaged = self.folder / "c.jsonl.gz"
        damaged.write_bytes(packed.read_bytes()[:-20])
        done = run("annotate", "--no-findings", plain, damaged, "--output-dir", self.folder / "two", check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"ends too soon", done.stderr)
        self.assertTrue((self.folder / "two/a.jsonl").exists())
        self.assertFalse((self.folder / "two/c.jsonl.gz").exists())

    def test_finished_shards_are_passed_over(self):
        for name in ("a", "b"):
            self.write(f"{name}.jsonl", {"id": name, "text": CLEAN}, {"id": "x", "text": "abc"})
        arguments = ("filter", self.folder / "*.jsonl", "--preset", "fineweb2-ben", "--output-dir", self.folder / "out",
                     "--dropped", self.folder / "dropped")
        run(*arguments)
        before = (self.folder / "out/a.jsonl").stat().st_mtime_ns
        (self.folder / "out/b.jsonl").unlink()
        done = run(*arguments)
        self.assertIn(b"1 files were done already", done.stderr)
        self.assertEqual((self.folder / "out/a.jsonl").stat().st_mtime_ns, before)
        self.assertEqual(lines_of(self.folder / "out/b.jsonl"), lines_of(self.folder / "b.jsonl")[:1])
        self.assertEqual(len(lines_of(self.folder / "dropped/b.jsonl")), 1)
        done = run(*arguments, "--fix", check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"other options", done.stderr)

    def test_stats(self):
        path = self.write("a.jsonl", *[{"id": i, "text": CLEAN + " ।" * i + " এল।গেল"} for i in range(40)])
        stats = json.loads(run("stats", path, "--format", "json", "--preset", "strict").stdout)
        self.assertEqual(stats["documents"], 40)
        words = stats["signals"]["words"]
        self.assertEqual(words["min"], words["max"])
        units = stats["signals"]["units"]
        self.assertAlmostEqual(units["quantiles"]["0.5"], units["min"] + 19.5)
        self.assertEqual(sum(units["histogram"]["counts"]), 38)  # the outermost 0.5 % of each side are left out
        glued, = [r for r in stats["rules"] if r["name"] == "danda-glued"]
        self.assertEqual((glued["findings"], glued["documents"], len(glued["examples"])), (40, 40, 3))
        self.assertEqual((glued["examples"][0]["match"], glued["examples"][0]["after"]), ("গ", "েল"))
        page = run("stats", path, "--format", "html", "--preset", "strict").stdout.decode()
        self.assertEqual(page.count("<svg"), page.count("</svg>"))
        self.assertGreater(page.count("<svg"), 40)
        self.assertIn('class="limit"', page)
        self.assertNotRegex(page, r"(src|href)\s*=")
        table = run("stats", path, "--no-findings").stdout.decode()
        self.assertIn("terminal_line_ratio", table)
        self.assertNotIn("danda-glued", table)

    def test_samples(self):
        path = self.write("a.jsonl", *[{"text": f"{i}"} for i in range(1000)])
        def documents(sample):
            return json.loads(run("stats", path, "--no-findings", "--format", "json", "--sample", sample).stdout)["documents"]
        self.assertEqual(documents("100"), 100)
        self.assertEqual(documents("5000"), 1000)
        self.assertTrue(150 < documents("0.2") < 250)
        self.assertEqual(run("stats", "--sample", "10", stdin=b"", check=False).returncode, 2)

    def test_progress(self):
        path = self.write("a.jsonl", {"text": CLEAN})
        self.assertRegex(run("annotate", path, "--progress", "always").stderr.decode(), r"100 %.*1 docs.*/s.*ETA 0:00")


if __name__ == "__main__":
    unittest.main()
