#!/usr/bin/env python3
"""Every format: findings at exact places, and fixes after which the file is still what it was.

A fixture is a file with its faults between ⟦ and ⟧, which are taken out; findings must be reported at just these
places (line, column and byte), by the rules named, and none besides. After --fix the file must be, byte for byte,
what the fixture says; then a parser of the format that is not ours reads both, and they must differ in text alone.
"""

import csv
import html.parser
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET
import zipfile

PROGRAM = sys.argv.pop(1)
GLUED, SPACED = "danda-glued", "danda-space"


def check(path, *options, stdin=None):
    run = subprocess.run([PROGRAM, "check", str(path), "--lang", "en", *options], capture_output=True, input=stdin)
    return run.returncode, run.stdout, run.stderr.decode()


def findings(path, *options, stdin=None):
    code, out, err = check(path, "--format", "json", *options, stdin=stdin)
    assert code in (0, 1), err
    return json.loads(out)["findings"]


def unmark(marked):
    """The text, and the places of the marks: (begin, end) of (line, column, byte)."""
    text, places, begin = "", [], None
    for part in re.split("([⟦⟧])", marked):
        if part in "⟦⟧" and part:
            lines = re.split("\r\n|\r|\n", text)
            place = (len(lines), len(lines[-1]) + 1, len(text.encode()))
            if part == "⟦":
                begin = place
            else:
                places.append((begin, place))
        else:
            text += part
    return text, places


def place(position):
    return position["line"], position["column"], position["byte"]


class Base(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def write(self, name, data):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as out:
            out.write(data if isinstance(data, bytes) else data.encode())
        return path

    def read(self, path):
        with open(path, "rb") as file:
            return file.read()

    def round_trip(self, name, marked, rules, good, structure, options=(), left=0):
        """`left`: how many findings have no fix and are still there after --fix."""
        text, places = unmark(marked)
        path = self.write(name, text)
        found = findings(path, *options)
        self.assertEqual([(f["name"], place(f["start"]), place(f["end"])) for f in found],
                         [(rule, *ends) for rule, ends in zip(rules, places)], found)
        self.assertEqual(len(rules), len(places))
        # The same from standard input, by its name and by --input-format.
        piped = findings("-", "--stdin-filename", name, *options, stdin=text.encode())
        self.assertEqual([f["start"] for f in piped], [f["start"] for f in found])
        code, _, err = check(path, "--fix", "--format", "concise", *options)
        self.assertIn(code, (0, 1), err)
        self.assertEqual(self.read(path).decode(), good)
        before, after = structure(text), structure(good)
        self.assertEqual(before, after)
        self.assertEqual(len(findings(path, *options)), left)

    # ---- what other parsers say; text is left out of it ----

    @staticmethod
    def html_events(text):
        class Events(html.parser.HTMLParser):
            def __init__(self):
                super().__init__(convert_charrefs=False)
                self.seen = []

            def handle_starttag(self, tag, attrs):
                self.seen.append((tag, attrs))

            def handle_endtag(self, tag):
                self.seen.append(tag)

            def handle_comment(self, data):
                self.seen.append(("comment", data))

        events = Events()
        events.feed(text)
        return events.seen

    @staticmethod
    def xml_shape(text):
        return [(e.tag, sorted(e.attrib.items())) for e in ET.fromstring(text).iter()]

    @staticmethod
    def json_shape(value):
        if isinstance(value, dict):
            return {key: Base.json_shape(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [Base.json_shape(inner) for inner in value]
        return "text" if isinstance(value, str) and not value.isascii() else value

    def po_shape(self, text):
        path = self.write("shape.po", text)
        subprocess.run(["msgfmt", "--check-format", "-o", os.devnull, path], check=True, capture_output=True)
        listed = subprocess.run(["msgattrib", "--no-wrap", "--clear-obsolete", path], check=True, capture_output=True)
        return re.sub(r'(?m)^msgstr(\[\d\])? .*\n(".*"\n)*', "", listed.stdout.decode())

    @staticmethod
    def rst_shape(text):
        import docutils.core
        import docutils.nodes
        tree = docutils.core.publish_doctree(text, settings_overrides={"report_level": 2, "halt_level": 2})
        return [node.tagname for node in tree.findall() if not isinstance(node, docutils.nodes.Text)]


class Formats(Base):

    def test_html(self):
        marked = """<!DOCTYPE html>
<html lang="en-US"><head><meta charset="utf-8"><title>তিনি এলেন।⟦স⟧বাই বসল</title>
<style>p::after { content: "এলেন।সবাই"; }</style>
<script>var s = "এলেন।সবাই <b>";</script></head>
<body><!-- এলেন।সবাই -->
<p class="এলেন।সবাই">তিনি <b>এলেন।⟦স⟧বাই</b> ক&amp;খ
   বসল⟦ ⟧। <code>এলেন।সবাই</code> <a href="/এলেন।সবাই">এখানে</a> আছে।
<p lang=as>তেওঁ আহিল।সকলো বহিল।
<p>চা&nbsp;খাব⟦&#32;⟧।<ul><li>এলেন।⟦স⟧বাই<li>শেষ।</ul>
<pre>এলেন।সবাই</pre><svg><text>এলেন।সবাই</text></svg>
</body></html>
"""
        good = re.sub("[⟦⟧]", "", marked.replace("এলেন।⟦স⟧বাই", "এলেন। সবাই").replace("⟦ ⟧।", "।")
                      .replace("⟦&#32;⟧।", "।"))
        self.round_trip("a.html", marked, [GLUED, GLUED, SPACED, SPACED, GLUED], good, self.html_events)

    def test_xhtml(self):
        marked = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="bn"><head><title>শিরোনাম</title></head>
<body><h1>তিনি এলেন।⟦স⟧বাই বসল</h1><p>জল<br/>এলেন।<i xml:lang="en">এলেন।সবাই</i></p>
<p title="এলেন।সবাই"><![CDATA[এলেন।⟦স⟧বাই]]></p></body></html>
"""
        good = re.sub("[⟦⟧]", "", marked.replace("এলেন।⟦স⟧বাই", "এলেন। সবাই"))
        self.round_trip("a.xhtml", marked, [GLUED, GLUED], good, self.xml_shape)

    def test_json(self):
        marked = '''{"শিরোনাম।না": "তিনি এলেন।⟦স⟧বাই বসল", "id": 12, "url": "https://example.com/x",
 "list": ["সে বলল, \\"জল⟦ ⟧।\\" ও গেল।", null, {"n": 1.50, "t": "লাইন এক।\\nএলেন।⟦স⟧বাই।"}],
 "ascii": "\\u098f\\u09b2\\u09c7\\u09a8\\u0964⟦\\u09b8⟧\\u09ac\\u09be\\u0987\\u0964"}
'''
        good = (re.sub("[⟦⟧]", "", marked.replace("এলেন।⟦স⟧বাই", "এলেন। সবাই").replace("জল⟦ ⟧।", "জল।"))
                .replace("\\u0964\\u09b8", "\\u0964 \\u09b8"))
        self.round_trip("a.json", marked, [GLUED, SPACED, GLUED, GLUED], good,
                        lambda text: self.json_shape(json.loads(text)))

    def test_json_fields(self):
        path = self.write("a.json", '{"title": "এলেন।সবাই", "body": {"p": ["এলেন।সবাই"], "x": "জল ।"}, "by": "জল ।"}')
        self.assertEqual(len(findings(path)), 4)
        self.assertEqual([f["start"]["column"] for f in findings(path, "--fields", "title")], [17])
        self.assertEqual(len(findings(path, "--fields", "title,body")), 3)
        self.assertEqual(len(findings(path, "--fields", "body.p")), 1)
        broken = self.write("b.json", '{"title": "এলেন।",\n "x": nul}')
        code, _, err = check(broken)
        self.assertEqual((code, "b.json:2:" in err, "not valid JSON" in err), (2, True, True), err)

    def test_jsonl(self):
        marked = '{"text": "তিনি এলেন।⟦স⟧বাই বসল।"}\r\n\r\n{"text": "জল⟦ ⟧।", "ok": true}\r\n'
        good = re.sub("[⟦⟧]", "", marked.replace("এলেন।⟦স⟧", "এলেন। স").replace("জল⟦ ⟧।", "জল।"))
        self.round_trip("a.jsonl", marked, [GLUED, SPACED], good,
                        lambda text: [self.json_shape(json.loads(line)) for line in text.split("\r\n") if line])

    def test_csv(self):
        marked = 'id,title,body\n1,তিনি এলেন।⟦স⟧বাই বসল,"সে বলল, ""জল⟦ ⟧।"" আর\nগেল।"\n2,শেষ,\n'
        good = re.sub("[⟦⟧]", "", marked.replace("এলেন।⟦স⟧", "এলেন। স").replace("জল⟦ ⟧।", "জল।"))
        shape = lambda text: [[cell if cell.isascii() else "text" for cell in row] for row in csv.reader(io.StringIO(text))]
        self.round_trip("a.csv", marked, [GLUED, SPACED], good, shape)
        text, _ = unmark(marked)
        path = self.write("b.csv", text)
        self.assertEqual([f["name"] for f in findings(path, "--fields", "body")], [SPACED])
        code, _, err = check(path, "--fields", "text")
        self.assertEqual((code, "id, title, body" in err), (2, True), err)
        self.round_trip("a.tsv", 'ক\tখ\nএলেন।⟦স⟧বাই\t"শেষ"\n', [GLUED], 'ক\tখ\nএলেন। সবাই\t"শেষ"\n',
                        lambda text: [line.count("\t") for line in text.split("\n")])

    def test_srt(self):
        marked = """1
00:00:01,000 --> 00:00:04,000
<i>তিনি এলেন।⟦স⟧বাই</i>
বসল⟦ ⟧।

2
00:00:05,000 --> 00:00:06,500 X1:40
{\\an8}- এখানে
"""
        good = re.sub("[⟦⟧]", "", marked.replace("এলেন।⟦স⟧বাই", "এলেন। সবাই").replace("বসল⟦ ⟧।", "বসল।"))
        shape = lambda text: re.findall(r"(?m)^[ -~]*$|<[^>]*>|\{[^}]*\}", text)
        self.round_trip("a.srt", marked, [GLUED, SPACED], good, shape)
        self.round_trip("b.srt", marked.replace("\n", "\r\n"), [GLUED, SPACED], good.replace("\n", "\r\n"), shape)

    def test_vtt(self):
        marked = """WEBVTT - এলেন।সবাই

NOTE এলেন।সবাই

STYLE
::cue { content: "এলেন।সবাই" }

intro
00:01.000 --> 00:04.000 align:start
<v রহিম>তিনি এলেন।⟦স⟧বাই &amp; <lang en>এলেন।সবাই</lang> বসল⟦ ⟧।
"""
        good = re.sub("[⟦⟧]", "", marked.replace("এলেন।⟦স⟧বাই", "এলেন। সবাই").replace("বসল⟦ ⟧।", "বসল।"))
        shape = lambda text: re.findall(r"(?m)^[ -~]*$|<[^>]*>|&\w+;", text)
        self.round_trip("a.vtt", marked, [GLUED, SPACED], good, shape)

    def test_po(self):
        marked = '''# অনুবাদ: এলেন।সবাই
msgid ""
msgstr ""
"Language: bn\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#: src/a.c:1
#, c-format
msgctxt "এলেন।সবাই"
msgid "%d files in \\"%s\\""
msgid_plural "এলেন।সবাই %d"
msgstr[0] "\\"%s\\" এলেন।⟦স⟧বাই %dটি"
msgstr[1] ""
"বসল⟦ ⟧।\\n"
"শেষ %d %s।"

#~ msgid "old"
#~ msgstr "এলেন।সবাই"
'''
        marked = marked.replace('"%d files in \\"%s\\""', '"%d %s"').replace('এলেন।সবাই %d"', 'এলেন।সবাই %d %s"').replace(
            '"\\"%s\\" এলেন।⟦স⟧বাই %dটি"', '"\\"%d\\" এলেন।⟦স⟧বাই %sটি"')
        good = re.sub("[⟦⟧]", "", marked.replace("এলেন।⟦স⟧বাই", "এলেন। সবাই").replace("বসল⟦ ⟧।", "বসল।"))
        self.round_trip("a.po", marked, [GLUED, SPACED], good, self.po_shape)

    def test_android(self):
        marked = """<?xml version="1.0" encoding="utf-8"?>
<resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2">
    <string name="এলেন।সবাই">তিনি এলেন।⟦স⟧বাই\\'র <b>বসল</b>⟦ ⟧।\\nশেষ %1$s।</string>
    <string name="b" translatable="false">এলেন।সবাই</string>
    <plurals name="c"><item quantity="other"><xliff:g id="n">%d</xliff:g>টি জল⟦ ⟧।</item></plurals>
    <color name="d">#fff</color>
</resources>
"""
        good = re.sub("[⟦⟧]", "", marked.replace("এলেন।⟦স⟧বাই", "এলেন। সবাই").replace("⟦ ⟧।", "।"))
        self.round_trip("strings.xml", marked, [GLUED, SPACED, SPACED], good, self.xml_shape)

    def test_xliff(self):
        marked = """<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="en" target-language="bn" original="a" datatype="plaintext"><body>
<trans-unit id="1"><source>He came.All sat</source><target>তিনি <g id="1">এলেন।⟦স⟧বাই</g> <x id="2"/> বসল⟦ ⟧।</target>
<alt-trans><target>এলেন।সবাই</target></alt-trans><note>এলেন।সবাই</note></trans-unit>
<trans-unit id="2" translate="no"><source>a</source><target>এলেন।সবাই</target></trans-unit>
</body></file></xliff>
"""
        fixed = lambda text: re.sub("[⟦⟧]", "", text.replace("এলেন।⟦স⟧বাই", "এলেন। সবাই").replace("⟦ ⟧।", "।"))
        self.round_trip("a.xlf", marked, [GLUED, SPACED], fixed(marked), self.xml_shape)
        marked = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="bn" trgLang="as">
<file id="f"><notes><note>এলেন।সবাই</note></notes><unit id="u"><segment>
<source>তিনি <pc id="1">এলেন।⟦স⟧বাই</pc> <ph id="2"/> বসল।</source><target>এলেন।সবাই</target></segment></unit></file></xliff>
"""
        self.round_trip("b.xliff", marked, [GLUED], fixed(marked), self.xml_shape)

    def test_other_xml(self):
        path = self.write("pom.xml", "<project><name>এলেন।সবাই</name></project>")
        code, out, err = check(path, "--format", "concise")
        self.assertEqual((code, "<project>" in err), (0, True), err)
        self.assertEqual(len(findings(path, "--input-format", "html")), 1)

    def test_latex(self):
        marked = r"""\documentclass{article} % এলেন।সবাই
\newcommand{\x}{এলেন।সবাই}
\title{তিনি এলেন।⟦স⟧বাই}
\begin{document}
\section{কাজ\label{sec:এলেন।সবাই}}
তিনি \textbf{এলেন।⟦স⟧বাই} বসল⟦ ⟧।\footnote{জল⟦ ⟧।} আরও ১০\% ও $a।b$ দেখুন \ref{এলেন।সবাই}। % এলেন।সবাই
\verb|এলেন।সবাই| \textenglish{এলেন।সবাই} শেষ।
\begin{itemize}
  \item এলেন।⟦স⟧বাই
\end{itemize}
\begin{verbatim}
এলেন।সবাই
\end{verbatim}
\begin{tabular}{ll} জল & এলেন।⟦স⟧বাই \\ \end{tabular}
\end{document}
এলেন।সবাই
"""
        good = re.sub("[⟦⟧]", "", marked.replace("এলেন।⟦স⟧বাই", "এলেন। সবাই").replace("⟦ ⟧।", "।"))
        self.round_trip("a.tex", marked, [GLUED, GLUED, SPACED, SPACED, GLUED, GLUED], good,
                        lambda text: re.findall(r"\\[a-zA-Z]+|[{}$%&]", text))

    def test_rst(self):
        marked = """তিনি এলেন।⟦স⟧বাই
===============

তিনি *এলেন।⟦স⟧বাই* বসল⟦ ⟧। ``এলেন।সবাই`` ও :code:`এলেন।সবাই` আর `এখানে <https://example.com>`_ দেখুন::

    এলেন।সবাই

.. এলেন।সবাই

.. _নাম: https://example.com/

.. note:: এলেন।⟦স⟧বাই
   বসল।

.. code-block:: python

   এলেন = "এলেন।সবাই"

- জল⟦ ⟧।
- শেষ
  কথা।

:ক্ষেত্র: এখানে⟦ ⟧।

==== ====
ক    এলেন।⟦স⟧বাই
==== ====
"""
        good = re.sub("[⟦⟧]", "", marked)
        head, table = good.split("==== ====\n", 1)
        title, rest = head.split("\n", 1)
        good = (title + "\n" + rest.replace("*এলেন।সবাই", "*এলেন। সবাই").replace("বসল ।", "বসল।")
                .replace("note:: এলেন।", "note:: এলেন। ").replace("জল ।", "জল।").replace("এখানে ।", "এখানে।")
                + "==== ====\n" + table)
        self.round_trip("a.rst", marked, [GLUED, GLUED, SPACED, GLUED, SPACED, SPACED, GLUED], good,
                        self.rst_shape, left=2)


class Archives(Base):
    """Positions count paragraphs; all members but the one that changes stay as they are packed."""

    def pack(self, name, members):
        path = os.path.join(self.folder, name)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
            for member, data in members:
                info = zipfile.ZipInfo(member, (2024, 5, 6, 7, 8, 10))
                info.compress_type = zipfile.ZIP_STORED if member == "mimetype" else zipfile.ZIP_DEFLATED
                out.writestr(info, data)
        return path

    @staticmethod
    def packed(path):
        """Of each member: its name, date, method, and its bytes as they are packed."""
        with zipfile.ZipFile(path) as archive, open(path, "rb") as raw:
            assert archive.testzip() is None
            seen = []
            for info in archive.infolist():
                raw.seek(info.header_offset + 26)
                sizes = raw.read(4)
                raw.seek(int.from_bytes(sizes[:2], "little") + int.from_bytes(sizes[2:], "little"), 1)
                seen.append((info.filename, info.date_time, info.compress_type, raw.read(info.compress_size)))
            return seen

    def mend(self, path, member, good):
        before = self.packed(path)
        code, _, err = check(path, "--fix", "--format", "concise")
        self.assertIn(code, (0, 1), err)
        after = self.packed(path)
        self.assertEqual([entry[:3] for entry in before], [entry[:3] for entry in after])
        changed = [old[0] for old, new in zip(before, after) if old != new]
        self.assertEqual(changed, [member])
        with zipfile.ZipFile(path) as archive:
            self.assertEqual(archive.read(member).decode(), good)

    def test_docx(self):
        w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        text = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document {w}><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>কাজ</w:t></w:r></w:p><w:p/>
<w:p><w:r><w:t xml:space="preserve">তিনি </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>এলেন।সবাই</w:t></w:r><w:r><w:t xml:space="preserve"> বসল ।</w:t></w:r><w:r><w:instrText>এলেন।সবাই</w:instrText></w:r><w:del><w:r><w:delText>এলেন।সবাই</w:delText></w:r></w:del></w:p>
<w:p><w:r><w:t>এলেন।</w:t></w:r><w:r><w:t>সবাই</w:t></w:r></w:p></w:body></w:document>"""
        note = f'<w:footnotes {w}><w:footnote><w:p><w:r><w:t>জল ।</w:t></w:r></w:p></w:footnote></w:footnotes>'
        members = [("[Content_Types].xml", "<Types/>"), ("word/document.xml", text), ("word/styles.xml", "<এলেন।সবাই/>"),
                   ("word/media/a.png", b"\x89PNG" + bytes(range(256)))]
        path = self.pack("a.docx", members)
        found = findings(path)
        self.assertEqual([(f["path"], f["name"], f["start"]["line"], f["start"]["column"]) for f in found],
                         [(path, GLUED, 3, 11), (path, SPACED, 3, 19), (path, GLUED, 4, 6)])
        self.assertEqual(found[0]["start"]["byte"], len(text[:text.index("সবাই</w:t>")].encode()))
        # Between two runs that do not keep blanks none can be put in.
        self.assertEqual(found[2]["fixes"], [])
        self.mend(path, "word/document.xml",
                  text.replace("<w:t>এলেন।সবাই", "<w:t>এলেন। সবাই").replace("বসল ।", "বসল।"))
        path = self.pack("b.docx", members + [("word/footnotes.xml", note)])
        self.assertEqual([f["path"] for f in findings(path)][-1], path + "!/word/footnotes.xml")
        self.assertEqual(len(findings("-", "--stdin-filename", "b.docx", stdin=self.read(path))), 4)

    def test_odt(self):
        ns = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
              'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"')
        text = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content {ns}><office:body><office:text><text:tracked-changes><text:p>এলেন।সবাই</text:p></text:tracked-changes><text:h>কাজ</text:h><text:p>তিনি <text:span>এলেন।সবাই</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>জল ।</text:p></text:note-body></text:note> বসল ।</text:p></office:text></office:body></office:document-content>"""
        path = self.pack("a.odt", [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", text),
                                   ("META-INF/manifest.xml", "<manifest/>")])
        self.assertEqual([(f["name"], f["start"]["line"], f["start"]["column"]) for f in findings(path)],
                         [(GLUED, 2, 11), (SPACED, 3, 3), (SPACED, 2, 19)])
        self.mend(path, "content.xml", text.replace("<text:span>এলেন।সবাই", "<text:span>এলেন। সবাই")
                  .replace("জল ।", "জল।").replace("বসল ।", "বসল।"))

    def test_epub(self):
        chapter = '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>প্রথম।</p>\n<p>তিনি এলেন।সবাই বসল।</p></body></html>'
        path = self.pack("a.epub", [("mimetype", "application/epub+zip"), ("OEBPS/one.xhtml", chapter),
                                    ("OEBPS/two.xhtml", chapter.replace("।সবাই", "। সবাই"))])
        found = findings(path)
        self.assertEqual([(f["path"], f["name"], place(f["start"])[:2]) for f in found],
                         [(path + "!/OEBPS/one.xhtml", GLUED, (2, 14))])
        self.mend(path, "OEBPS/one.xhtml", chapter.replace("।সবাই", "। সবাই"))

    def test_broken(self):
        path = self.write("a.docx", "এলেন।সবাই")
        before = self.read(path)
        code, _, err = check(path, "--fix")
        self.assertEqual((code, "a.docx" in err and "zip" in err), (2, True), err)
        self.assertEqual(self.read(path), before)
        path = self.pack("b.docx", [("word/document.xml", "<w:document><w:p>")])
        code, _, err = check(path)
        self.assertEqual((code, "not well-formed" in err), (2, True), err)


class Blocks(Base):
    """A file that is read in several blocks has the findings of a small one, at its own places."""

    def test_places(self):
        faults = {10: "এলেন।সবাই", 2500: "বসল ।", 5999: "এলেন।সবাই"}
        value = lambda i: faults.get(i, "সবাই আসে।") + " নদীর জল আসে।" * 6
        for name, head, record, lines in (
                ("a.jsonl", "", lambda i: '{"n": %d, "text": "%s"}\n' % (i, value(i)), 1),
                ("a.csv", "n,text\n", lambda i: '%d,"%s\n%s"\n' % (i, value(i), "শেষ।"), 2),
                ("a.tsv", "n\ttext\n", lambda i: "%d\t%s\n" % (i, value(i)), 1),
                ("a.srt", "", lambda i: "%d\n00:00:01,000 --> 00:00:02,000\n%s\n\n" % (i, value(i)), 4),
                ("a.po", "", lambda i: 'msgid "%d"\nmsgstr ""\n"%s"\n\n' % (i, value(i)), 4)):
            with self.subTest(name):
                text = head + "".join(record(i) for i in range(6000))
                self.assertGreater(len(text.encode()), 3 * 256 * 1024)
                path = self.write(name, text)
                options = ["--fields", "text"] if name[-3:] in ("csv", "tsv") else []
                # Of a record that goes over lines the fault is in the line that the value begins in.
                offset = {"a.srt": 2, "a.po": 2}.get(name, 0)
                expected = [head.count("\n") + i * lines + offset + 1 for i in faults]
                self.assertEqual([f["start"]["line"] for f in findings(path, "--dictionary", "none", "--select", "PUN", *options)], expected)


class Hostile(Base):
    """No format takes more than a moment for what nobody would write."""

    def test_time(self):
        many = 40000
        for name, text in {
                "a.html": "<div>" * many + "<p>ক<b><i>" * many + "</p></i>" * many,
                "b.html": "<!--" + "--!" * many + "<ক &" * many + "<a b='" * many,
                "c.xhtml": "<html><body>" + "<i>" * many + "ক" + "</i>" * many + "</body></html>",
                "d.json": "[" * many + '"ক"' + "]" * many,
                "e.json": '["' + "\\u0995\\n" * many + '"]',
                "f.csv": ('"ক' * 9 + "\n") * many,
                "g.tsv": '"ক\t' * many,
                "h.tex": "ক \\label{ \\(x $ { \\footnote{" * many,
                "i.rst": "`ক *ক* |ক :ক:` [ক_ " * many + "\n" + ".. note::\n  - ক\n" * many,
                "j.po": 'msgid "a"\nmsgstr "ক\\"' + "%(" * many + '"\n',
                "k.srt": "1\n00:01 --> 00:02\n" + "<ক {\\ক " * many,
                "l.vtt": "WEBVTT\n\n00:01 --> 00:02\n" + "<lang en>&ক<" * many,
                "m.xml": "<resources>" + "<string>ক\\n%(%{</string>" * many + "</resources>",
        }.items():
            with self.subTest(name):
                path = self.write(name, text)
                run = subprocess.run([PROGRAM, "check", path, "--select", GLUED], capture_output=True, timeout=20)
                self.assertIn(run.returncode, (0, 1, 2), run.stderr[-500:])


if __name__ == "__main__":
    unittest.main()
