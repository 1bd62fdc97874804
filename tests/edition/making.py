"""Small editions for the tests of this room."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from warraq.archive.article import Annotation, Article, Settled
from warraq.archive.change import Change, Doubt
from warraq.archive.concept import Concept, Definition, Scheme, Vocabulary
from warraq.archive.original import Original, OriginalKind
from warraq.archive.record import Record, RecordedOriginal
from warraq.edition import edition
from warraq.edition.edition import Edition
from warraq.repair.changes import apply

VOCABULARY = Vocabulary(
    {
        "Russia": Concept(
            "Russia", Scheme.PLACE, {"ar": "روسيا"}, definition=Definition({"ar": "دولة."}, "https://x.test/ru")
        ),
        "SCO": Concept("SCO", Scheme.ORGANISATION, {"ar": "منظمة شنغهاي للتعاون"}, wikidata="Q485207"),
        "Caspian": Concept("Caspian", Scheme.PLACE, {"ar": "بحر قزوين"}, definition=Definition({"ar": "بحر."})),
        "Astana": Concept("Astana", Scheme.PLACE, {"ar": "أستانا"}),
        "Oman": Concept("Oman", Scheme.PLACE, {"ar": "عمان"}),
    }
)


def original(text: str) -> Original:
    return Original("x.txt", text.encode(), text, "utf-8", bom=False, kind=OriginalKind.TEXT)


def record(
    text: str,
    changes: Sequence[tuple[str, str, str]] = (),
    doubts: Sequence[tuple[str, str]] = (),
    layout: Sequence[str] = (),
) -> Record:
    """Make a record of changes given as (rule, before, after), each found behind the one before it, and doubts as (rule, words)."""
    made: list[Change] = []
    at = 0
    for rule, before, after in changes:
        start = text.index(before, at)
        at = start + len(before)
        # What is common to both ends was not changed.
        head = 0
        while head < min(len(before), len(after)) and before[head] == after[head]:
            head += 1
        tail = 0
        while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
            tail += 1
        old, new = before[head : len(before) - tail], after[head : len(after) - tail]
        made.append(Change(rule, start + head, start + head + len(old), old, new, layout=rule in layout))
    machine = apply(text, made)
    return Record(
        rules="1",
        original=RecordedOriginal(
            name="x.txt",
            sha256=sha256(text.encode()).hexdigest(),
            bytes=len(text.encode()),
            encoding="utf-8",
            kind=OriginalKind.TEXT,
        ),
        changes=tuple(made),
        doubts=tuple(Doubt(rule, text.index(words), text.index(words) + len(words)) for rule, words in doubts),
        text_sha256=sha256(machine.encode()).hexdigest(),
        body_sha256="",
        article_sha256="",
    )


def machine_text(text: str, made: Record) -> str:
    return apply(text, made.changes)


def article(
    body: str,
    title: str = "العنوان",
    annotations: Sequence[Annotation] = (),
    settled: Sequence[Settled] = (),
    places: Sequence[tuple[str, int, int]] = (),
) -> Article:
    return Article(
        "content/articles/x.md",
        title,
        "x",
        body,
        20,
        annotations=tuple(annotations),
        settled=tuple(settled),
        places=tuple(places),
    )


def made(body: str, *annotations: Annotation, title: str = "العنوان") -> Edition:
    """Make the edition of an article that has no original."""
    return edition(article(body, title, annotations), None, None, VOCABULARY)


def html(made: Edition) -> str:
    return "\n".join(section.html for section in made.sections)
