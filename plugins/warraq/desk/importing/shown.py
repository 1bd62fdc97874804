"""
Which pictures of a saved page belong to its article.

Those between its heading and its last words, and those that follow right after, in the same element. What stands in a
sidebar, a menu or a footer on the way belongs to the page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from warraq.archive.original import Kind, Original
from warraq.archive.record import Record
from warraq.desk.machine_text import changes_of
from warraq.repair.changes import apply, inverse, moved

IMAGE = re.compile(r"""<img\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))[^>]*>""", re.IGNORECASE)
ALT = re.compile(r"""\salt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
BEGINS = re.compile(r"<(?:h1|article|main)\b", re.IGNORECASE)
ENDS = re.compile(r"</(?:article|main|body)\b|<(?:aside|footer|nav|form|ul|ol|h[1-6])\b", re.IGNORECASE)
BESIDE = re.compile(r"<(/?)(?:aside|nav|footer|form)\b", re.IGNORECASE)
MOST = 30
"""Pictures of one article."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture that an article shows."""

    name: str
    """Its path below the place that is imported."""
    alt: str


def shown_pictures(page: str, original: Original, record: Record, at_hand: Collection[str]) -> Iterator[Shown]:
    """Yield the pictures of the article that lie `at_hand`, each once, in order; `page`: the page's own path."""
    if original.kind is Kind.TEXT or not at_hand:
        return
    text = original.text
    start, end = _around(text, record)
    folder = page.rpartition("/")[0]
    seen: set[str] = set()
    for match in IMAGE.finditer(text, start, end):
        source = unquote(unescape(next(g for g in match.groups() if g is not None))).partition("?")[0]
        name = _inside(folder, source)
        if name in at_hand and name not in seen and not _is_beside(text[start : match.start()]):
            seen.add(name)
            yield Shown(name, _alt(match[0]))
            if len(seen) == MOST:
                return


def _around(text: str, record: Record) -> tuple[int, int]:
    """From the article's heading to where its element ends, in O."""
    changes = changes_of(record)
    machine = apply(text, changes)
    back = inverse(changes)
    first = moved(machine.find("\n") + 1, back, 1)
    last = moved(len(machine), back, -1)
    heading = [m.start() for m in BEGINS.finditer(text, 0, first)]
    ends = ENDS.search(text, last)
    return (heading[-1] if heading else first), (ends.start() if ends else last)


def _is_beside(text: str) -> bool:
    """Whether a sidebar, menu or footer is open at the end of `text`."""
    return sum(-1 if m[1] else 1 for m in BESIDE.finditer(text)) > 0


def _inside(folder: str, source: str) -> str:
    """The path that a page in `folder` means; one that leaves the folder means nothing."""
    parts = [p for p in source.replace("\\", "/").split("/") if p not in ("", ".")]
    return "" if ".." in parts else "/".join([*([folder] if folder else []), *parts])


def _alt(tag: str) -> str:
    match = ALT.search(tag)
    return " ".join(unescape(match[1] or match[2] or "").split()) if match else ""
