"""
What can be said of a text: title, day, source, author, language, summary, what it is about.

A page's own metadata first, then what the text states, then what it lets one infer. Every value has its origin and its
evidence, as places of O; where nothing is certain there is no value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from warraq.archive.concept import Vocabulary
from warraq.archive.mentions import find_mentions
from warraq.archive.original import Original, OriginalKind
from warraq.archive.partial_date import PartialDate
from warraq.archive.record import Described, Evidence, Origin

from ..readers.metadata import metadata_of
from ..readers.stated import Metadata, Stated
from ..repairing import Repaired
from ..rules import RULES
from .authors import stated_author
from .dating import day_of
from .language import language_of
from .marked_dates import marked_dates
from .passages import Passages
from .sources import gone_through, stated_source
from .summary import summary_of
from .tags import subjects

TAKEN_OUT = frozenset(r.name for r in RULES if r.stage == "lines")
DAY_IN_NAME = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")


def describe(
    original: Original, repaired: Repaired, vocabulary: Vocabulary, table: Mapping[str, str] | None = None
) -> dict[str, Described]:
    """Describe a repaired text; `table`: what a table that came with an import says of it, which is believed before all."""
    document = repaired.document
    reading = Passages(original.text, document.text, repaired.changes, TAKEN_OUT)
    page = metadata_of(original.text) if original.kind is OriginalKind.PAGE else Metadata()
    said: dict[str, Described] = {}

    def from_page(key: str, stated: Stated, value: str | tuple[str, ...] | None = None) -> None:
        evidence = (reading.evidence_at(stated.start, stated.end, key),)
        said[key] = Described(value=value or stated.value, origin=Origin.METADATA, evidence=evidence)

    lang = language_of(document.text, page.lang.value.lower() if page.lang and page.lang.value else None)
    said["title"] = _title(reading, document.title_inferred, page)
    stated = [(d.value, reading.evidence_at(d.start, d.end, "date")) for d in page.dates]
    day = day_of(reading, lang, stated)
    if not stated and original.kind is not OriginalKind.TEXT and (day is None or day.value is None):
        day = day_of(reading, lang, marked_dates(reading, lang)) or day
    if (day is None or day.value is None) and (match := DAY_IN_NAME.search(original.name)):
        day = _from_name(match[1], day)
    if day:
        said["date"] = day
    if page.sites:
        from_page("source", page.sites[0])
    elif source := stated_source(reading):
        evidence = (reading.evidence(source.passage, source.start, source.end, "source"),)
        said["source"] = Described(value=source.name, origin=Origin.TEXT, evidence=evidence)
    elif page.urls and (host := urlsplit(page.urls[0].value).hostname):
        from_page("source", page.urls[0], host.removeprefix("www."))
    source_name = str(said["source"].value) if "source" in said else None
    if via := list(gone_through(reading, source_name)):
        places = tuple(reading.evidence(n.passage, n.start, n.end, "source") for n in via)
        said["via"] = Described(value=tuple(n.name for n in via), origin=Origin.TEXT, evidence=places)
    if page.urls:
        from_page("url", page.urls[0])
    if page.authors:
        from_page("author", page.authors[0])
    elif author := stated_author(reading):
        evidence = (reading.evidence(author.passage, author.start, author.end, "author"),)
        said["author"] = Described(value=author.name, origin=Origin.TEXT, evidence=evidence)
    said["lang"] = Described(value=lang, origin=Origin.INFERRED)
    if page.summaries and len(page.summaries[0].value) >= 40 and not page.summaries[0].value.endswith(("...", "…")):
        from_page("summary", page.summaries[0], " ".join(page.summaries[0].value.split()))
    elif summary := summary_of([p.text for p in reading.lines[1:]]):
        index, length, text = summary
        evidence = (reading.evidence(reading.lines[index + 1], 0, length, "summary"),)
        said["summary"] = Described(value=text, origin=Origin.TEXT, evidence=evidence)
    if tags := _tags(reading, vocabulary, lang, said):
        said["tags"] = tags
    for key, value in (table or {}).items():
        said[key] = Described(value=value, origin=Origin.TABLE)
    return said


def _title(reading: Passages, inferred: bool, page: Metadata) -> Described:
    first = reading.lines[0]
    if inferred:
        return Described(value=first.text, origin=Origin.INFERRED)
    evidence: Evidence = reading.evidence(first, 0, len(first.text), "title")
    from_head = any(t.start <= evidence.start < t.end for t in page.titles)
    return Described(value=first.text, origin=Origin.METADATA if from_head else Origin.TEXT, evidence=(evidence,))


def _from_name(day: str, found: Described | None) -> Described | None:
    """Take the day from the file's name; `found`, what the text gave, keeps its evidence."""
    try:
        PartialDate.parse(day)
    except ValueError:
        return found
    return Described(value=day, origin=Origin.FILE_NAME, evidence=found.evidence if found else ())


def _tags(reading: Passages, vocabulary: Vocabulary, lang: str, said: Mapping[str, Described]) -> Described | None:
    mentions = find_mentions(reading.text, vocabulary, lang)
    if not mentions:
        return None
    names = "\n".join(str(said[key].value) for key in ("source", "via") if key in said)
    sources = {m.concept_id for m in find_mentions(names, vocabulary, lang)}
    about = subjects(mentions, reading.lines, sources)
    if not about:
        return None
    starts = [p.start for p in reading.lines]
    evidence = []
    for m in about:
        line = reading.lines[max(i for i, start in enumerate(starts) if start <= m.start)]
        evidence.append(reading.evidence(line, m.start - line.start, m.end - line.start, "mention"))
    return Described(value=tuple(m.concept_id for m in about), origin=Origin.INFERRED, evidence=tuple(evidence))
