"""Every format of an export is known by what stands in it; a file that holds no annotations is named."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from desk.annotating.canal import PAGE, RECOGITO, notes, row, take
from desk.conftest import Desk
from warraq.desk.annotating.formats import NoExportError, read_export

REFINED = RECOGITO | {
    "target": {
        "source": {"id": PAGE},
        "selector": {"type": "CssSelector", "refinedBy": {"type": "TextQuoteSelector", "exact": "عميقة"}},
    },
    "body": {"value": "<p>a &lt; b <em>c</em></p><script>x</script>", "format": "text/html"},
}
CSV_OF_HYPOTHESIS = (
    "Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags\n"
    f'2026-10-01 10:00,Huda,,{PAGE},Public,Annotation,عميقة,"a < b\n""c""",ري\n'
)
TEXT_OF_HYPOTHESIS = f"""2026-10-01 10:00
القناة
{PAGE}
Group: Public
Total users: 1
Users: Huda
Total annotations: 1
Total replies: 0

Annotation 1:
Created at: 2026-10-01 10:00
Author: Huda
Type: Annotation
Quote: "عميقة"
Comment: a < b
Author: c
Tags: ري"""
HTML_OF_HYPOTHESIS = f"""<html lang="en"><head><meta charset="UTF-8" /></head><body><a href="{PAGE}">x</a>
<article><h2>Annotation 1:</h2><table><tbody><tr><td>Created at:</td><td><time>2026-10-01 10:00</time></td></tr>
<tr><td>Author:</td><td>Huda</td></tr><tr><td>Quote:</td><td><blockquote>عميقة</blockquote></td></tr>
<tr><td>Comment:</td><td><p>a &lt; b</p><p><em>c</em></p></td></tr></tbody></table></article></body></html>"""


@pytest.mark.parametrize(
    ("export", "html"),
    [
        ([RECOGITO], "a &lt; b *c*<br>نص<br>#ري"),
        ({"type": "AnnotationPage", "items": [RECOGITO]}, "a &lt; b *c*<br>نص<br>#ري"),
        ({"type": "AnnotationCollection", "first": {"items": [RECOGITO]}}, "a &lt; b *c*<br>نص<br>#ري"),
        ([REFINED], "a &lt; b <em>c</em>"),
        ({"export_date": "x", "annotations": [row("عميقة", "a < b *c*")]}, "a &lt; b <em>c</em>"),
        (json.dumps(row("عميقة", "a")) + "\n" + json.dumps(row("طويلة", "b", uri="no")), "a"),
        (CSV_OF_HYPOTHESIS, 'a &lt; b<br>"c"<br>#ري'),
        ("\ufeff" + CSV_OF_HYPOTHESIS.replace(",", ";"), 'a &lt; b<br>"c"<br>#ري'),
        (TEXT_OF_HYPOTHESIS, "a &lt; b<br>Author: c<br>#ري"),
        (HTML_OF_HYPOTHESIS, "a &lt; b<br><em>c</em>"),
    ],
    ids=["recogito", "page", "collection", "refined", "client", "lines", "csv", "semicolons", "text", "html"],
)
def test_every_format_is_known_by_what_stands_in_it(archive: Desk, export: object, html: str) -> None:
    take(archive, export)
    assert notes(archive) == [("عميقة", html)]


@pytest.mark.parametrize(
    ("export", "why"),
    [
        ("", "No annotations were found"),
        ("{", "This is no JSON"),
        ('[1, null, {}, {"a": 1}]', "No annotations were found"),
        ("[" * 5000, "No annotations were found"),
        ("a,b\n1,2\n", "No annotations were found"),
        ("<html><body>", "No annotations were found"),
    ],
)
def test_a_file_that_holds_no_annotations_is_named_and_nothing_is_written(archive: Desk, export: str, why: str) -> None:
    assert why in take(archive, export, code=1)
    with pytest.raises(NoExportError) as refused:
        read_export(Path("/no/such/file"))
    assert refused.value.what.text("ar") == "لا يمكن قراءة الملف: لا ملف ولا مجلد بهذا الاسم"


def test_a_table_of_recogito_is_read_by_its_headings(archive: Desk) -> None:
    out = io.StringIO()
    csv.writer(out).writerows(
        [["UUID", "FILE", "QUOTE_TRANSCRIPTION", "ANCHOR", "TAGS", "COMMENTS"], ["1", "x", "عميقة", "a", "", "شرح"]]
    )
    take(archive, out.getvalue(), "--article=canal")
    assert notes(archive) == [("عميقة", "شرح")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
def test_an_export_in_another_encoding_is_read(archive: Desk, encoding: str) -> None:
    (archive.root / "export").write_bytes(f"url,quote,comment\n{PAGE},القناة طويلة,شرح\n".encode(encoding))
    archive.run("annotating", f"--from={archive.root / 'export'}")
    assert notes(archive) == [("القناة طويلة", "شرح")]


def test_a_table_that_breaks_off_is_named_at_its_line_and_its_rows_before_are_taken(archive: Desk) -> None:
    said = take(archive, f"url,quote,comment\n{PAGE},القناة طويلة,شرح\n{PAGE},عميقة,{'x' * 1_100_000}\n")
    assert "export:3: What stands here is no annotation that can be read." in said
    assert notes(archive) == [("القناة طويلة", "شرح")]
