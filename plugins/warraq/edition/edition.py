"""
The edition of an article: its published text T, and everything that is said about places of T.

Pure data, frozen, and it pickles: pages are made of it, in other processes too. The text inside `<p>` is T and nothing
else; what the original had, and the labels of notes, stand in the margin entries.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from warraq.archive.article import Article
from warraq.archive.original import Original
from warraq.archive.record import Record
from warraq.language import Message
from warraq.repair.changes import Change


class MarkKind(StrEnum):
    """What is said about a place; the HTML class of its mark and of its margin entry."""

    REPAIR = "repair"
    DOUBT = "doubt"
    EDIT = "edit"
    """An editor's change to the machine's text."""
    MENTION = "mention"
    """Of a concept."""
    NOTE = "note"
    CONTEXT = "context"
    FACT_CHECK = "fact-check"
    TRANSLATION = "translation"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of T that something is said about. `start == end` where something was taken out between two letters."""

    id: str
    """ASCII, distinct on the page and lasting: `r12` `d3` `e2` `m7` `n1`; the fragment of its permanent link."""
    kind: MarkKind
    start: int
    end: int
    rule: str = ""
    """Of a repair or a doubt."""
    before: str = ""
    """Of a repair or an edit: what stood there."""
    after: str = ""
    concept: str = ""
    """Of a mention: the concept's id."""
    first: bool = False
    """Of a mention: the first of its concept in the article, the one that is glossed."""
    reason: Message | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A margin entry, standing with the section that its mark is in."""

    id: str
    """`n-` and the mark's id."""
    mark: Mark
    anchor: int
    """1, 2, … in the section: class `aN` of both mark and entry (CSS anchor positioning); repairs have none (0) and share one disclosure."""
    label: Message
    """«تعريف», «حاشية 1», «تحقّق» …"""
    html: str
    """What it says, sanitised; empty where label, reason, before and after say all."""
    sources: tuple[str, ...] = ()
    author: str | None = None
    date: str | None = None
    lang: str | None = None
    verdict: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A top-level element of the body: a paragraph, heading, list, table, quotation …"""

    id: str
    """`p1`, `p2`, … ; of a heading its anchor."""
    tag: str
    html: str
    """The whole element, sanitised, with the marks written into it."""
    start: int
    """Its first code point in T."""
    end: int
    entries: tuple[Entry, ...] = ()
    """In the order of their marks."""


@dataclass(frozen=True, slots=True)
class Edition:
    """All that pages are made of."""

    article: Article
    text: str
    """T: the title, then the blocks as a reader sees them, joined by line feeds; footnotes outside."""
    title_html: str
    """The title with its marks, escaped."""
    title_entries: tuple[Entry, ...]
    sections: tuple[Section, ...]
    marks: tuple[Mark, ...]
    """In the order of T."""
    original: Original | None = None
    record: Record | None = None
    machine_text: str | None = None
    """D."""
    edits: tuple[Change, ...] = ()
    """D → T: what editors changed."""
    changes: tuple[Change, ...] = ()
    """O → T, composed."""
    concepts: tuple[str, ...] = ()
    """Ids of the concepts mentioned, in the order of first mention."""
    notes: tuple[Entry, ...] = field(default=())
    """All editors' notes and footnotes, in order."""
