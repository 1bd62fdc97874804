r"""
What people and programs bring that nobody foresaw: names of files, texts and values, as samples and as Hypothesis strategies.

`NAMES` and `FILE_NAMES` are names that a folder can hold on Linux: anything but `/` and NUL, at most 255 bytes. Bytes that are no
UTF-8 are halves of characters in them (`os.fsdecode`). `TEXTS` and `DATA` are a file's text and its bytes. `VALUES` are what stands
in one field of a table, of a form or of a page's metadata.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from hypothesis import strategies as st

BIDI = "\N{RIGHT-TO-LEFT OVERRIDE}\N{RIGHT-TO-LEFT MARK}\N{LEFT-TO-RIGHT ISOLATE}\N{ARABIC LETTER MARK}"
INVISIBLE = "\N{ZERO WIDTH NO-BREAK SPACE}\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}\N{SOFT HYPHEN}\N{WORD JOINER}"
SPACES = " \N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\x85\t\n\r\v\f\x1c"
NO_CHARACTERS = "\ufffe\uffff\ufdd0\U0001fffe\N{REPLACEMENT CHARACTER}\N{OBJECT REPLACEMENT CHARACTER}\ue000"
SIGNS = "«»[]{}()<>#:-—ـ?!،؛,'\"|&*%@`\\=~_.;$^+"

NAMES: tuple[str, ...] = (
    "a\\b.txt",
    "..\\..\\evil.txt",
    "two  spaces.txt",
    " leading.txt",
    "trailing .txt",
    "trailing.txt ",
    "trailing.",
    "..txt",
    "...",
    "~lock.txt",
    "backup.txt~",
    "backup~.txt",
    "-rf.txt",
    "--help",
    "line\nfeed.txt",
    "return\r.txt",
    "tab\t.txt",
    "bell\a.txt",
    "delete\x7f.txt",
    "next\x85line.txt",
    "خبر: عاجل.txt",
    "سؤال؟ *نعم*.txt",
    "quoted \"خبر\" 'x'.txt",
    "<b>وسم<b>.html",
    "[خبر](x).txt",
    "خبر #1.txt",
    "100%.txt",
    "%2e%2e%2fx.txt",
    "{{ title }}.txt",
    "{static}.txt",
    "{filename}x.txt",
    "$HOME.txt",
    "`id`.txt",
    "=1+1.txt",
    "---.txt",
    "- [x].txt",
    "null.txt",
    "true.txt",
    "2023-11-08.txt",
    "0x1F.txt",
    "1e3.txt",
    "CON.txt",
    "nul",
    "Aux.tar.txt",
    "COM1.html",
    "LPT9.txt",
    "COM\N{SUPERSCRIPT ONE}.txt",
    "CONIN$.txt",
    "index.txt",
    "article.txt",
    "😀.txt",
    "😀🏳\N{VARIATION SELECTOR-16}\N{ZERO WIDTH JOINER}🌈.html",
    "\N{ARABIC TATWEEL}.txt",
    "\N{ARABIC FATHA}.txt",
    "\N{COMBINING ACUTE ACCENT}x.txt",
    unicodedata.normalize("NFC", "أخبار é.txt"),
    unicodedata.normalize("NFD", "أخبار é.txt"),
    "Twin.txt",
    "twin.txt",
    "TWIN.html",
    "straße.txt",
    "STRASSE.txt",
    "ﬁle.txt",
    "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}.txt",
    "a\N{RIGHT-TO-LEFT OVERRIDE}txt.exe.txt",
    f"خبر{BIDI}.txt",
    f"{INVISIBLE}.txt",
    f"x{INVISIBLE}y.txt",
    "spaces\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}.txt",
    "\N{LINE SEPARATOR}line.txt",
    f"no{NO_CHARACTERS}.txt",
    "ع" * 125 + ".txt",
    "x" * 251 + ".txt",
    "x." * 125 + "txt",
    "no-ending",
    "many.dots.in.a.name.txt",
    ".txt",
    "خبر.TXT",
    "خبر.txt.txt",
    os.fsdecode(b"\xe3\xd1\xcd\xc8\xc7.txt"),
    os.fsdecode(b"half \xd8.txt"),
    os.fsdecode(b"\xff\xfe.html"),
    os.fsdecode(b"surrogate \xed\xa0\xbd.txt"),
)
"""Names that a file system of Linux holds, and that some tool or some other system can't."""

LETTERS = st.one_of(
    st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآةىپچگ"),
    st.sampled_from("aZ09٠٩"),
    st.sampled_from(SIGNS),
    st.sampled_from(SPACES),
    st.sampled_from(BIDI + INVISIBLE + NO_CHARACTERS),
    st.sampled_from("\N{ARABIC FATHA}\N{ARABIC SHADDA}\N{ARABIC TATWEEL}\N{COMBINING ACUTE ACCENT}😀🌈\ufefb\ufdfa"),
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
)
"""One character, seldom a harmless one."""


def is_name(name: str) -> bool:
    """Tell whether a folder can hold a file of that name."""
    return name not in ("", ".", "..") and not {"/", "\0"} & set(name) and len(os.fsencode(name)) <= 255


STEMS = st.one_of(
    st.lists(LETTERS, min_size=1, max_size=12).map("".join),
    st.binary(min_size=1, max_size=12).map(os.fsdecode),
    st.sampled_from(NAMES).map(lambda name: name.rpartition(".")[0] or name),
    st.sampled_from("xع.😀 ").map(lambda letter: letter * (250 // len(letter.encode()))),
)
ENDINGS = st.sampled_from([".txt", ".html", ".htm", ".TXT", "", ".php", ".text", ".", ". ", ".txt~"])
FILE_NAMES = st.one_of(
    st.sampled_from(NAMES), st.tuples(STEMS, ENDINGS).map("".join).map(lambda name: name.replace("/", "-"))
).filter(is_name)
"""Names of files; one that is no UTF-8 has halves of characters, as `os.fsdecode` gives them."""

SAMPLES: tuple[str, ...] = (
    "خبر\n\nقال \\ud83d إن.\n",
    "خبر \\ud83d\n\n\\udc00قال \\ud83d\\ud83d إن \\ude00\\ud83d.\n",
    "خبر\n\nقال \\u0000 إن \\u2028 و\\u0085 و\\ufffe و\\u202e.\n",
    "خبر &#xD83D; و&#0; و&#xFFFE;\n\nقال &#x1F600; إن &#xDC00;.\n",
    "خبر\n\n[^1]: [^2]: a\n[^3]: b\n",
    "خبر\n\n[^1]: a\n    [^1]: b\n\nقال[^1] إن[^1].\n",
    "---\ntitle: نعم\n---\n\nقال الوزير إن.\n",
    "---\n---\n---\n",
    "خبر\n\n---\n\n***\n\n___\n",
    "خبر\n\n<script>alert(1)</script><style>*{}</style><svg onload=alert(1)>\n",
    "<html><head><title>\\ud83d</title></head><body><p>قال الوزير إن \\ud83d الاجتماع.</p></body></html>",
    """<html><head><title>خبر</title><meta name=author content='“أحمد”'><meta property=og:url content='javascript:x'></head>
    <body><p>قال الوزير إن الاجتماع.</p></body></html>""",
    "<" * 300 + "خبر",
    "<div>" * 300 + "خبر قال الوزير" + "</div>" * 300,
    "<p>خبر" * 200,
    "[" * 300 + "خبر قال",
    "> " * 200 + "خبر قال",
    "خبر\n\n" + "* " * 100 + "قال\n",
    "خبر\n\n{{ config }} {% include 'x' %} {static}x {filename}y.md {#id .class onclick=x}\n",
    "خبر\n\n![](<{static}images/../../site.yaml>) [x](javascript:alert(1)) [y](<{filename}none.md>)\n",
    "خبر\n\n| أ | ب |\n|---|\n| ج\n||||\n",
    "خبر\n\n~~~\n```\n    قال\n```\n",
    "خبر\n\n*[HTML]: x\n[a]: <b> 'c\n",
    "؟\n\n؟\n",
    ".\n",
    "😀\n\n😀😀\n",
    "\N{ARABIC TATWEEL}\n\n\N{ARABIC FATHA}\n",
    f"{BIDI}خبر{BIDI}\n\nقال{INVISIBLE} {NO_CHARACTERS} إن.\n",
    "خبر" + SPACES + "قال" + SPACES + "إن.\n",
    "خبر\n\nالمصدر: “وكالة”، ؛، \n\nبقلم: “أحمد”\n\nالوسوم: “أ”، «ب»، [ج]\n",
    "خبر\n\n31 فبراير 2023\n\n2023-13-45 1445-02-30 99999-01-01\n",
    "كلمة " * 3000 + "\n",
    "ع" * 20_000 + "\n",
    "خبر\n" * 500,
    'بيان: \\"نعم\\" \\/ \\n\\nقال\\t. \\u0642\\u0627\\u0644\n',
)
"""Texts that stopped some stage once, or were made to."""

FRAGMENTS = (
    *("\n", "\n\n", " ", "    ", "قال الوزير إن الاجتماع كان ناجحا. ", "\\ud83d", "\\udc00", "&#xD800;", "2023-11-08"),
    *("<p>", "</p>", "<br>", "<!--", "-->", "[^1]", "[^1]: ", "![", "](", "**", "---\n", "title: x\n", "{static}"),
)
"""Pieces of which a damaged text is put together."""
PIECES = st.one_of(st.lists(LETTERS, max_size=20).map("".join), st.sampled_from(SAMPLES), st.sampled_from(FRAGMENTS))
TEXTS = st.one_of(st.sampled_from(SAMPLES), st.lists(PIECES, min_size=1, max_size=8).map("".join))
"""A text as a program could write it; it has no half of a character, only what may become one."""

DATA = st.one_of(
    TEXTS.map(str.encode),
    TEXTS.map(lambda text: text.encode("utf-16")),
    TEXTS.map(lambda text: text.encode("cp1256", "ignore")),
    st.tuples(TEXTS.map(str.encode), st.binary(max_size=20)).map(b"".join),
    st.binary(max_size=200),
    st.sampled_from([b"", b" \n", b"\0" * 50, b"%PDF-1.4", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf", b"\xd8" * 9]),
)
"""The bytes of a file."""

WORDS = (
    *(
        "“أحمد”",
        "؛،;,",
        "'",
        '"',
        "]",
        "}",
        "- x",
        "? x",
        "!!python/x y",
        "&a *a",
        "|",
        ">",
        "null",
        "yes",
        "~",
        "%x",
        "@x",
    ),
    *(
        "`x`",
        "a: b",
        "a #b",
        "x" * 5000,
        "../../x",
        "1445-02-30",
        "2023-11-08",
        "ar",
        "عنوان",
        "javascript:x",
        "https://",
    ),
    *("https://a.example/ ب", "=cmd|' /C calc'!A0", "＝1+1", "\ufffe", "\x85x", BIDI, INVISIBLE, "😀"),
)
"""What one field was given once, by mistake or by malice."""
VALUES = st.one_of(st.sampled_from(WORDS), st.lists(LETTERS, max_size=12).map("".join))
"""What stands in one field: of a table, of a form, of a page's metadata."""


def files_of(names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Give each name a text of its own, sound and unlike the others, so that names alone are what is tried."""
    for number, name in enumerate(names):
        words = " ".join(f"كلمة{number}و{n}" for n in range(20))
        yield name, f"عنوان الخبر رقم {number}\n\nقال الوزير {words}.\n".encode()


def put_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> list[str]:
    """Write files of any name into a new folder; give the names of those that this disk holds."""
    folder.mkdir()
    for name, data in files:
        try:
            (folder / name).write_bytes(data)
        except OSError:  # a Mac takes only UTF-8
            continue
    return sorted(entry.name for entry in folder.iterdir())
