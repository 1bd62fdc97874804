"""Libraries of one real edition, for the tests of what pages make of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from edition.making import VOCABULARY, article, machine_text, original, record
from warraq.archive.archive import Archive, Site
from warraq.archive.article import Annotation, Correction, Source
from warraq.archive.original import OriginalKind
from warraq.archive.partial_date import PartialDate
from warraq.edition import edition
from warraq.edition.edition import Edition
from warraq.pages.rights import WholeLibrary, publishable

SOURCE = "عنوان الخبر\r\n\r\nقال |بوتين .ثم  زار منظمة شنغهاي للتعاون في روسيا\t\r\nسطر محذوف\r\nوعاد عاد إلى أستانا"
SITE = Site("ورّاق", editors="named")
CHANGES = [
    ("lines", "\r\n\r\n", "\n"),
    ("bar", "|", ""),
    ("stop", " .", ". "),
    ("space", "  ", " "),
    ("lines", "\t\r\nسطر محذوف\r\n", "\n"),
]


def made(
    *annotations: Annotation, title: str | None = None, body: str | None = None, text: str = SOURCE, **values: Any
) -> Edition:
    """Make an edition of SOURCE; `body` is what editors made of the text."""
    changes = CHANGES if text == SOURCE else []
    done = record(text, changes, [("doubled-word", "عاد عاد")] if text == SOURCE else [], layout=["lines"])
    first, rest = machine_text(text, done).split("\n", 1)
    kind = values.pop("kind", OriginalKind.TEXT)
    values.setdefault("source", Source("وكالة", "https://source.test/1", archived_url="https://kept.test/1"))
    values.setdefault("date", PartialDate(2023, 11, 8))
    written = replace(article(body or "\n\n".join(rest.split("\n")), title or first, annotations), **values)
    return edition(written, replace(original(text), kind=kind), done, VOCABULARY)


def library(*editions: Edition, site_url: str = "https://archive.test/w") -> WholeLibrary:
    archive = Archive(SITE, tuple(e.article for e in editions), vocabulary=VOCABULARY)
    return publishable(archive, editions, site_url, date(2027, 1, 1))


CORRECTION = Correction(PartialDate(2024, 1, 2), "الصواب: أستانا </script><script>alert(1)</script>")
