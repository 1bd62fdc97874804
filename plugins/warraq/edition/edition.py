"""
The edition of an article: its published text T, and everything that is said about places of T.

Pure data, frozen, and it pickles: pages are made of it, in other processes too. The text inside `<p>` is T and nothing
else; the original's words and the labels of notes stand in the margin entries.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from html import escape

from warraq.archive.article import Article
from warraq.archive.change import Change
from warraq.archive.original import Original
from warraq.archive.problem import Problem
from warraq.archive.record import Record
from warraq.language import Message


class MarkKind(StrEnum):
    """What a mark is about; the HTML class of the mark and of its margin entry. Kinds of notes are in `warraq.archive.kinds`."""

    REPAIR = "repair"
    DOUBT = "doubt"
    EDIT = "edit"
    """An editor's change to the machine's text."""
    MENTION = "mention"
    """Of a concept."""
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of T that something is said about. `start == end` where text was deleted between two letters."""

    id: str
    """ASCII, distinct on the page and lasting: `r284` and `d1204` by place in O, `e120` by place in D, `m-SCO-2` by concept
    and number, `n5c1f02ab` by kind and quote of a note, `f-1` by label of a footnote; the fragment of its permanent link."""
    kind: str
    """A MarkKind, or the name of a kind of note (`warraq.archive.kinds`)."""
    start: int
    end: int
    original_span: tuple[int, int] | None = None
    """Of a repair or a doubt: its place in O, [start, end); what an editor wrote has none."""
    rule: str = ""
    """Of a repair or a doubt."""
    before: str = ""
    """Of a repair or an edit: the text that was replaced."""
    after: str = ""
    concept: str = ""
    """Of a mention: the concept's id."""
    first: bool = False
    """Of a mention: the first of its concept in the article, the one that is glossed."""
    reason: Message | None = None
    left: str = ""
    """Of a repair or an edit: the letters before it up to a space, so that an entry can show whole words:
    `left + before + right` became `left + after + right`."""
    right: str = ""


@dataclass(frozen=True, slots=True)
class MarginEntry:
    """A margin entry, standing with the section that its mark is in."""

    id: str
    """`n-` and the mark's id."""
    mark: Mark
    anchor: int
    """1, 2, … in the article: class `aN` of both mark and entry (CSS anchor positioning). Repairs of a section share one disclosure, and
    the first of them has its number. 0: it has none, and stands below its section."""
    label: Message
    """«تعريف», «حاشية 1», «تحقّق» …"""
    html: str
    """Its text, sanitised; empty where label, reason, before and after are all there is."""
    sources: tuple[str, ...] = ()
    author: str | None = None
    date: str | None = None
    lang: str | None = None
    verdict: Message | None = None
    """Of a fact-check."""


@dataclass(frozen=True, slots=True)
class Section:
    """A top-level element of the body, such as a paragraph, a heading, a list, a table or a quotation."""

    id: str
    """`p1`, `p2`, … ; of a heading its anchor, `heading-…`. The element in `html` bears it: a template gives it to nothing else."""
    tag: str
    html: str
    """The whole element, sanitised, with the marks written into it; its text is T[start:end]. A mark is `ins.repair`, `ins.edit`,
    `span.doubt`, `a.mention` (the first of its concept; a later one, or one inside a link, is `span.mention`), `mark.note`,
    `mark.context` …, with the class `aN` of its entry; its id stands on its first piece, and it covers whole Arabic words. Where text was
    deleted, the element is empty and behind its word. After a note's passage, and for a footnote, comes an empty
    `<a class="reference KIND" href="#ENTRY-ID" data-label="3">`, for CSS to show
    (`content: attr(data-label)`). Links inside the site are `warraq:ADDRESS`: `warraq.edition.links.resolve_links` replaces them."""
    start: int
    """Its first code point in T."""
    end: int
    entries: tuple[MarginEntry, ...] = ()
    """In the order of their marks."""
    caption: str = ""
    """Of a picture that stands alone, as plain text; neither T nor `html` has it."""

    @property
    def shown_html(self) -> str:
        """The section as pages show it: a picture with its caption is a figure."""
        return (
            f"<figure>{self.html}<figcaption>{escape(self.caption)}</figcaption></figure>"
            if self.caption
            else self.html
        )


@dataclass(frozen=True, slots=True)
class Edition:
    """All that pages are made of."""

    article: Article
    text: str
    """T: the title, then the blocks as a reader sees them, joined by line feeds; footnotes outside."""
    title_html: str
    """The title with its marks, escaped: the content of an `<h1 id="title">` and nothing else, so that selectors find it."""
    title_entries: tuple[MarginEntry, ...]
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
    furniture: int = 0
    """How many pieces of the original's page stood around the article and were taken out; they are no repairs."""
    concepts: tuple[str, ...] = ()
    """Ids of the concepts mentioned, in the order of first mention."""
    notes: tuple[MarginEntry, ...] = ()
    """All editors' notes and footnotes, in order."""
    without_words: Edition | None = None
    """Of an article that withholds words: the edition without them, which alone may be published; None where they could not be taken out."""
    file_links: tuple[tuple[str, str], ...] = ()
    """The links to files of the archive, as they were written, and where they lead."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the article's notes, decisions and links, with its line."""
