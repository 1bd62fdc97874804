"""Files for spreadsheets and reference managers hold words, whatever an author writes: no formula, no second record, no open brace."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from publish.making import article, library
from warraq.archive.article import Source
from warraq.desk.importing.import_decisions import ImportDecision, ImportStatus
from warraq.desk.importing.inspection import Inspection
from warraq.desk.importing.outcome import Outcome
from warraq.desk.importing.report import report_csv
from warraq.pages.citations import bibtex, csl, ris
from warraq.pages.citations.reference import reference
from warraq.pages.data import as_csv

EXAMPLES = int(os.environ.get("WARRAQ_EXAMPLES", "60"))
SIGNS = "=+-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
FIRST = st.sampled_from(
    [
        *SIGNS,
        *"\t\r\n;,|\"' ",
        "\N{NO-BREAK SPACE}",
        "\N{RIGHT-TO-LEFT MARK}",
        "\ufeff",
        "cmd|' /C calc'!A0",
        "خبر",
        "1",
    ]
)
CELLS = st.lists(FIRST, max_size=6).map("".join) | st.text(max_size=8)


def starts_formula(cell: str) -> bool:
    """Say whether a spreadsheet may run a cell: Excel and LibreOffice pass over spaces, some pass over what is invisible."""
    seen = "".join(c for c in cell if unicodedata.category(c) not in ("Cf", "Cc", "Zs", "Zl", "Zp"))
    return bool(seen) and seen[0] in SIGNS


def cells(data: bytes) -> Iterator[str]:
    """Read a file as spreadsheets do: parted by commas, and by what the settings of other countries part by."""
    text = data.decode("utf-8-sig")
    for separator in ",;\t|":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            yield from row
    for line in re.split("[\r\n]", text):  # programs that know no line ends within a cell
        for separator in ",;\t|":
            yield line.split(separator)[0].lstrip('"')


@settings(max_examples=EXAMPLES, deadline=None)
@given(CELLS, CELLS, st.lists(CELLS, max_size=3))
@example("=1", "a;=cmd", ["x", " \N{FULLWIDTH EQUALS SIGN}1"])
@example("", 'a;"=x"', ["\n=1"])
def test_no_cell_of_ours_is_a_formula_in_any_spreadsheet(one: str, other: str, listed: list[str]) -> None:
    row = {"a": "x", "b": one, "c": other, "d": listed, "e": -5, "f": True}
    assert [
        cell for cell in cells(as_csv("abcdef", [row])) if starts_formula(cell) and cell not in ("-5", "-5\r")
    ] == []


@pytest.mark.parametrize(
    "text", ["خبر - وتعليق", "10% + 5", "https://x.example/?a=b&c=d;e", "a@b.example", "سؤال؛ جواب", "1-2"]
)
def test_words_that_begin_no_formula_stay_as_they_are(text: str) -> None:
    [_, [cell]] = list(csv.reader(io.StringIO(as_csv("a", [{"a": text}]).decode("utf-8-sig"))))
    assert cell == text


@pytest.mark.parametrize("sign", SIGNS)
def test_the_report_of_an_import_is_written_by_the_same_rule(sign: str) -> None:
    held = Outcome(
        ImportDecision(f"{sign}x.html", ImportStatus.DUPLICATE, same_as=f"a; {sign}y"), Inspection(f"{sign}x.html", "")
    )
    report = report_csv([held], [], "ar").encode("utf-8-sig")
    assert [cell for cell in cells(report) if starts_formula(cell)] == []


HOSTILE = st.lists(
    st.sampled_from(
        [
            "{",
            "}",
            "\\",
            "%",
            "@",
            '"',
            "#",
            "~",
            "^",
            "\n",
            "\r\n",
            "\N{LINE SEPARATOR}",
            "\x85",
            "\\{",
            "خبر",
            " and ",
        ]
    )
    | st.sampled_from(["}\n@online{x,\n title={", "\nER  - \nTY  - JOUR\nTI  - x", "\\input{/etc/passwd}", "TY  - "])
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=3),
    max_size=8,
).map("".join)


def bibtex_entries(text: str) -> Iterator[dict[str, str]]:
    """Read BibTeX as BibTeX does: braces count wherever they stand, a backslash before them changes nothing."""
    at = 0
    while (at := text.find("@", at)) >= 0:
        head = re.compile(r"@article\{([\w-]+),").match(text, at)
        assert head, text
        at, entry = head.end(), {"": head[1]}
        while field := re.compile(r"\s*(\w+) = \{").match(text, at):
            start = at = field.end()
            depth = 1
            while depth:
                depth += {"{": 1, "}": -1}.get(text[at], 0)
                at += 1
            entry[field[1]] = text[start : at - 1]
            at += text[at] == ","
        assert text[at : at + 2] == "\n}"
        at += 2
        yield entry


READING = {v: k for k, v in {"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}"}.items()}
READING |= {f"\\{c}": c for c in "%&#_$"} | {r"\textasciitilde{}": "~", r"\textasciicircum{}": "^"}
ESCAPE = re.compile("|".join(map(re.escape, READING)))


def on_one_line(text: str) -> str:
    return " ".join("".join(" " if unicodedata.category(c) == "Cc" else c for c in text).split())


@settings(max_examples=EXAMPLES, deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE)
@example('قال {أ} \\ "ب" 10% }', "و{كالة", "}\n@online{x,\n title={")
def test_a_citation_is_one_record_whatever_it_quotes(title: str, source: str, author: str) -> None:
    shelf = library(article("خبر", title or "ع", source=Source(source or "م"), authors=(author or "ك",)))
    [edition] = shelf.editions
    cited = reference(edition.article, shelf, inferred=False)
    [entry] = bibtex_entries(bibtex(cited))
    assert ESCAPE.sub(lambda m: READING[m[0]], entry.get("title", "")) == on_one_line(title or "ع")
    assert "\n" not in "".join(entry.values())
    lines = ris(cited).split("\r\n")
    assert [line for line in lines if not re.match(r"[A-Z][A-Z0-9]  - ", line)] == [""]
    assert [line[:2] for line in lines if line[:2] in ("TY", "ER")] == ["TY", "ER"]
    assert not any(re.search("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", line) for line in lines)
    [item] = json.loads(csl(cited))
    assert item["title"] == (title or "ع")
