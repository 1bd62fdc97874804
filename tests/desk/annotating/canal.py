"""An article about a canal, annotations of it as other programs export them, and what becomes of these."""

from __future__ import annotations

import json
from typing import Any

from desk.conftest import Desk
from warraq.archive.concept import Vocabulary
from warraq.archive.reading_article import read_article
from warraq.edition import edition
from warraq.edition.mark_ids import checksum

ARTICLE = """---
title: القناة الكبرى
slug: canal
id: bcdfg234
date: 2024-03-15
aliases: [old-canal]
source: {name: صحيفة, url: "https://paper.test/news?id=7", archived_url: "https://web.archive.org/web/2024/https://paper.test/news?id=7"}
annotations:
- quote: مجلس المياه   # باليد
  note: هيئة محلية
withheld:
- quote: سامي الجبلي
---
افتتح مجلس المياه القناة، وقال المجلس إن القناة طويلة.

وأضاف سامي الجبلي أن القناة عميقة 🚢 جدًا.
"""
PAGE = "https://archive.test/w/articles/canal/"


def row(quote: str, text: str = "شرح", uri: str = PAGE, **more: Any) -> dict[str, Any]:
    """Make a row as Hypothesis' API gives it."""
    words = {
        "type": "TextQuoteSelector",
        "exact": quote,
        "prefix": more.pop("prefix", ""),
        "suffix": more.pop("suffix", ""),
    }
    selectors = [
        {"type": "RangeSelector"},
        {"type": "TextPositionSelector", "start": 1, "end": 2},
        *([words] if quote else []),
    ]
    return {
        "id": f"id-{checksum(quote)}-{checksum(text)}",
        "created": "2026-10-01T23:10:00.000000+00:00",
        "user": "acct:salma@hypothes.is",
        "uri": uri,
        "text": text,
        "tags": [],
        "permissions": {"read": ["group:__world__"]},
        "target": [{"source": uri, "selector": selectors}],
        "document": {"title": ["القناة"]},
    } | more


def take(desk: Desk, data: object, *flags: str, code: int = 0) -> str:
    """Take in an export; give what was said."""
    file = desk.root / "export"
    file.write_text(data if isinstance(data, str) else json.dumps(data, ensure_ascii=False), "utf-8")
    return desk.run("annotating", f"--from={file}", *flags, code=code)


def notes(desk: Desk) -> list[tuple[str, str]]:
    """Give the notes of the article behind its own, each at its words; `check` has nothing against them."""
    read = read_article("content/articles/canal.md", (desk.content / "articles" / "canal.md").read_bytes())
    assert read.article and not read.problems
    made = edition(read.article, None, None, Vocabulary(), {})
    assert made.problems == ()
    places = {note.mark.id: made.text[note.mark.start : note.mark.end] for note in made.notes}
    return [(places[note.mark.id], note.html) for note in made.notes if note.html != "هيئة محلية"]


RECOGITO = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "5b9ee0d9-5f0b-4d8f-a9b6-2b0e7a7f1d11",
    "type": "Annotation",
    "body": [
        {"type": "TextualBody", "purpose": "commenting", "value": "a < b *c*", "creator": {"id": "u1", "name": "Huda"}},
        {"type": "TextualBody", "purpose": "tagging", "value": "ري"},
        "نص",
    ],
    "created": "2026-10-01T10:00:00.000Z",
    "target": [
        {
            "source": PAGE,
            "selector": [
                {"type": "TextQuoteSelector", "exact": "عميقة", "prefix": "أن القناة ", "suffix": " 🚢 جدًا."},
                {"type": "TextPositionSelector", "start": 90, "end": 95},
            ],
        }
    ],
}
