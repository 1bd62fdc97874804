"""What an annotation says is shown as words and can do nothing; of a bad export all that is sound is taken."""

from __future__ import annotations

import json
import sys
from html import unescape
from typing import Any

import pytest

from desk.annotating.canal import PAGE, RECOGITO, notes, row, take
from desk.conftest import Desk
from project import hashes
from warraq.desk.annotating.bodies import of_html, of_markdown, of_plain


def test_what_an_annotation_says_can_do_nothing(archive: Desk) -> None:
    hostile = [
        "<script>alert(1)</script> <img src=x onerror=alert(1)>",
        "[x](javascript:alert(1)) [y]({filename}../../secret.md) [z](warraq:x/) [w](/admin) ![p](https://t.test/p.png)",
        "# عنوان\n- بند\n1. أول\n> اقتباس\n[^1]: حاشية\n\n---\n| أ | ب |",
        "\u202eمقلوب\x00\x1b[31m",
        "[" * 3000 + "*" * 3000,
        "https://t.test/(x)_*y* [ر](https://t.test/(x)_*y*)",
    ]
    take(archive, [row("عميقة", text) for text in hostile])
    html = [shown for _, shown in notes(archive)]
    assert len(html) == len(hostile)
    assert not any(
        bad in shown
        for shown in html
        for bad in ("<script", "<img", 'javascript:alert(1)"', "<ul", "<h1", "<table", "\x1b", "\u202e")
    )
    assert html[1].count("<a ") == 1 and 'href="https://t.test/p.png"' in html[1] and "{filename}" in html[1]
    assert html[2] == "# عنوان<br>- بند<br>1. أول<br>&gt; اقتباس<br>[^1]: حاشية<br>---<br>| أ | ب |"


def test_an_unlucky_export_is_taken_as_far_as_it_goes(archive: Desk) -> None:
    rows: list[Any] = [
        row("عميقة", "نصف حرف", target=[{"selector": {"type": "TextQuoteSelector", "exact": "عميقة \ud800"}}]),
        row(
            "عميقة",
            "شرح",
            user_info={"display_name": "سل\ud800مى\n" * 500},
            created="2026-13-45",
            id=7,
        )
        | {"text": "شرح \ud800"},
        row("طويلة", "شرح", target="x", tags={"a": 1}, document=[], permissions="x"),
        row("القناة طويلة", "شرح", id="<script>", user=None, references=[None]),
        "x",
        None,
        [[]],
    ]
    take(archive, json.dumps(rows))
    assert [words for words, _ in notes(archive)] == ["القناة طويلة", "عميقة", "عميقة"]
    text = (archive.content / "articles" / "canal.md").read_text("utf-8")
    assert "author: سلمى سلمى" in text and "script" not in text and "2026-13" not in text


@pytest.mark.parametrize("text", ["*", "_a_b_", "**", "\\", "`a`", "&amp; <b>", "a\r\nb", "1) x", "+ x", "`" * 50])
def test_plain_text_is_shown_as_it_is(archive: Desk, text: str) -> None:
    take(archive, [RECOGITO | {"body": {"type": "TextualBody", "value": text}}])
    [(_, html)] = notes(archive)
    assert unescape(html.replace("<br>", "\n")) == text.replace("\r", "")
    assert of_plain("") == of_markdown("") == of_html("") == ""


def test_of_a_hostile_export_each_bad_part_is_named_the_rest_is_taken_and_undo_takes_it_back(archive: Desk) -> None:
    before = hashes(archive.content)
    deep: Any = "x"
    for _ in range(200):
        deep = {"refinedBy": [deep], "type": "FragmentSelector"}
    rows = [
        "no annotation",
        row("عميقة", "أول", id="AAAAAAAAAAAAAAAAAAAAAA"),
        row("عميقة", "ثان برقم الأول", id="AAAAAAAAAAAAAAAAAAAAAA"),
        None,
        row("طويلة", "كلام " * 5_000),
        row("طويلة", "<script>x</script>", id=10**4_000, target=[{"source": PAGE, "selector": [deep]}]),
        row("القناة طويلة", "أخير", tags=[{"a": []}, 5, None]),
    ]
    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    text = json.dumps(rows, ensure_ascii=False)
    sys.set_int_max_str_digits(limit)
    said = take(archive, text)
    named = [line.partition("export:")[2].split(":")[0] for line in said.splitlines() if "export:" in line]
    assert named == ["1", "4", "5", "6"]
    assert [html for _, html in notes(archive)] == ["أخير", "أول", "ثان برقم الأول"]
    archive.run("undoing")
    assert hashes(archive.content) == before
