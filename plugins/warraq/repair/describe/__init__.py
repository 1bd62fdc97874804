"""
The description of a text: title, day, source, author, language, summary, tags.

A page's own metadata first, then what the text states, then what it lets one infer. Every value has its origin and its
evidence, as places of O; where nothing is certain there is no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from warraq.archive.concept import Vocabulary
from warraq.archive.mentions import find_mentions
from warraq.archive.original import Original, OriginalKind
from warraq.archive.partial_date import PartialDate
from warraq.archive.record import Described, Evidence, Origin

from ..document import Document
from ..readers.archived_copy import archived_copy, is_of_copy, page_address, with_addresses
from ..readers.known_site import KNOWN, SHARED
from ..readers.metadata import metadata_of
from ..readers.stated import Metadata, host_of, iso_day
from ..readers.titles import hosts_of, newspaper, site_beside, title_words
from ..repairing import Repaired
from ..rules import RULES
from .authors import writers_of
from .beside import seen_day
from .dates import find_dates, fold_dates
from .dating import day_of, in_common, is_far
from .language import language_of
from .marked_dates import marked_dates
from .passages import Passages
from .site_name import named_site, without_slogan
from .sources import PlacedName, gone_through, stated_source
from .stating import from_page, from_text, inferred_from_page
from .summary import stated_summary, summary_of
from .tags import subjects
from .titling import title_of
from .via import agencies_of, via_of

LONGEST_SITE = 60
"""Code points of a site's name in `<title>`."""
TAKEN_OUT = frozenset(rule.name for rule in RULES.of_stage("lines"))
DAY_IN_URL = re.compile(r"/((?:19|20)\d{2})[/-](\d{2})[/-](\d{2})(?=[/-])")
WITNESSES = 2
"""Of the page's metadata that outvote the day that its readers see; one alone does not."""
DAY_IN_NAME = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")


def describe(
    original: Original, repaired: Repaired, vocabulary: Vocabulary, table: Mapping[str, str] | None = None
) -> dict[str, Described]:
    """Describe a repaired text; `table`: what a table that came with an import says of it, which is believed before all."""
    document = repaired.document
    passages = Passages(original.text, document.text, repaired.changes, TAKEN_OUT)
    page = metadata_of(original.text) if original.kind is OriginalKind.PAGE else Metadata()
    lang = language_of(document.text, page.lang.value.lower() if page.lang and page.lang.value else None)
    page = with_addresses(page, original)
    writers = writers_of(passages, page)
    line = stated_source(passages)
    agencies = agencies_of(passages, writers, line)
    source = _source(passages, page, line) or next(iter(agencies), None)
    via = via_of(page, source, [*agencies, *(from_text(passages, n, "source") for n in gone_through(passages))])
    copy = archived_copy(original.text, page)
    found = {
        "title": title_of(passages, page, original.kind, inferred=document.title_inferred),
        "date": _date(original, passages, page, lang),
        "source": source,
        "via": via,
        "url": from_page(passages, page.urls[0], "url", page_address(page.urls[0].value)) if page.urls else None,
        "archived_url": from_page(passages, copy, "archived_url") if copy else None,
        "author": writers.author,
        "lang": Described(value=lang, origin=Origin.INFERRED),
        "summary": _summary(passages, page, document),
        "tags": _tags(passages, vocabulary, lang, [d for d in (source, via) if d]),
    }
    given = {key: Described(value=value, origin=Origin.TABLE) for key, value in (table or {}).items()}
    return {key: value for key, value in found.items() if value} | given


def _date(original: Original, passages: Passages, page: Metadata, lang: str) -> Described | None:
    """Give the day that metadata or text state, then the one that elements by the article are marked with, then the name's."""
    stated = [(d.value, passages.evidence_at(d.start, d.end, "date")) for d in page.dates]
    worded = [] if stated else list(_worded(passages, page, lang))
    stated += [(days[0], e) for days, e in worded if len(days) == 1]
    day = day_of(passages, lang, stated)
    if stated and day and day.value is None and (own := _own_day(passages, page)):
        day = day.model_copy(update={"value": own, "origin": Origin.INFERRED})
    is_open = not stated and original.kind is not OriginalKind.TEXT and (day is None or day.value is None)
    if is_open and (marked := marked_dates(passages, lang)):
        day = day_of(passages, lang, marked)
    if day and is_of_copy(str(day.value), (e.start for e in day.evidence), page, original.text):
        day = None
    if (day is None or day.value is None) and (day_in_url := _from_url(passages, page, day)):
        return day_in_url
    named = DAY_IN_NAME.search(original.name)
    if (day is None or day.value is None) and named:
        return _from_name(named[1], day)
    if day is None and worded:
        days, place = worded[0]
        return Described(value=None, origin=Origin.METADATA, evidence=(place,), candidates=tuple(days))
    if day is None or day.value is None:
        return day
    others = [iso_day(named[1])] if named else []
    changed = {d.value for d in page.changed}
    if stated and (seen := seen_day(passages, lang)) and seen not in changed and is_far(seen, str(day.value)):
        if len({d.by for d in page.dates}) < WITNESSES:
            return day.model_copy(
                update={"value": in_common(str(day.value), seen), "candidates": (str(day.value), seen)}
            )
        others.append(seen)
    far = [d for d in others if d and is_far(d, str(day.value))]
    return day.model_copy(update={"candidates": tuple(dict.fromkeys([*day.candidates, *far]))})


def _worded(passages: Passages, page: Metadata, lang: str) -> Iterator[tuple[list[str], Evidence]]:
    """Yield what the dates that the page's metadata state in words may mean: one day, or two where day and month may be turned."""
    for stated in page.worded_dates:
        written = [w for w in find_dates(fold_dates(stated.value), lang) if w.year]
        if days := sorted({str(day) for w in written for day in w.days()}):
            yield days, passages.evidence_at(stated.start, stated.end, "date")


def _own_day(passages: Passages, page: Metadata) -> str | None:
    """Give the day that the article states of itself, where the page states several: in JSON-LD, else between headline and text."""
    start, end = passages.head()
    said = {d.value for d in page.dates if d.by == "json-ld"}
    beside = {d.value for d in page.dates if start <= d.start < end}
    return next((days.pop() for days in (said, beside) if len(days) == 1), None)


def _source(passages: Passages, page: Metadata, line: PlacedName | None) -> Described | None:
    """
    Give the site that the page names, then the source that a `line` of the text names.

    Then what is only inferred: the address's host, else the name that stands beside the title in `<title>`.
    """
    titles, hosts, headline = [t.value for t in page.titles], hosts_of(page), passages.lines[0].text
    for stated in page.sites:
        if stated.by in (SHARED, KNOWN):
            return inferred_from_page(passages, stated, stated.by, stated.value)
        if name := named_site(stated.value, titles, hosts, headline):
            return from_page(passages, stated, "source", name)
    if line:
        return from_text(passages, line, "source")
    if page.urls and (host := host_of(page_address(page.urls[0].value))):
        return inferred_from_page(passages, page.urls[0], "host", host)
    return _from_title(passages, page)


def _from_title(passages: Passages, page: Metadata) -> Described | None:
    """Give the name that stands in `<title>` beside the article's title, or alone and calls itself a newspaper."""
    headline = passages.lines[0].text
    beside = site_beside(page, headline)
    if beside and len(name := without_slogan(beside[0].value[beside[1] : beside[2]])) <= LONGEST_SITE:
        return inferred_from_page(passages, beside[0], "source", name)
    for title in (t for t in page.titles if t.by == "title" and title_words(t.value) != title_words(headline)):
        if (name := newspaper(title.value)) and title_words(name) != title_words(headline):
            return inferred_from_page(passages, title, "source", name)
    return None


def _summary(passages: Passages, page: Metadata, document: Document) -> Described | None:
    """Give the page's own summary unless it is short, cut or says nothing of its own, else the beginning of the text."""
    names = [passages.lines[0].text, *(t.value for t in page.titles), *(s.value for s in page.sites)]
    for stated in page.summaries[:1]:
        if text := stated_summary(stated.value, names):
            return from_page(passages, stated, "summary", text)
    summary = summary_of(["" if b.struck else b.text for b in document.blocks])  # it has no marks
    if summary is None:
        return None
    index, length, text = summary
    evidence = (passages.evidence(passages.lines[index + 1], 0, length, "summary"),)
    return Described(value=text, origin=Origin.TEXT, evidence=evidence)


def _from_url(passages: Passages, page: Metadata, found: Described | None) -> Described | None:
    """Take the day from the page's own address, `/2023/11/08/…`; `found`, what the text gave, keeps its evidence."""
    for url in page.urls:
        match = DAY_IN_URL.search(url.value)
        if match and (day := iso_day("-".join(match.groups()))):
            evidence = (passages.evidence_at(url.start, url.end, "url"), *(found.evidence if found else ()))
            return Described(
                value=day, origin=Origin.INFERRED, evidence=evidence, candidates=found.candidates if found else ()
            )
    return None


def _from_name(day: str, found: Described | None) -> Described | None:
    """Take the day from the file's name; `found`, what the text gave, keeps its evidence."""
    try:
        PartialDate.parse(day)
    except ValueError:
        return found
    return Described(value=day, origin=Origin.FILE_NAME, evidence=found.evidence if found else ())


def _tags(passages: Passages, vocabulary: Vocabulary, lang: str, sources: Sequence[Described]) -> Described | None:
    """Give the concepts that the text is about; those that its sources are named by are not meant."""
    mentions = find_mentions(passages.text, vocabulary, lang)
    if not mentions:
        return None
    names = "\n".join(str(source.value) for source in sources)
    not_meant = {m.concept_id for m in find_mentions(names, vocabulary, lang)}
    about = subjects(mentions, passages.lines, not_meant, vocabulary.starters)
    if not about:
        return None
    starts = [p.start for p in passages.lines]
    evidence = []
    for m in about:
        line = passages.lines[max(i for i, start in enumerate(starts) if start <= m.start)]
        evidence.append(passages.evidence(line, m.start - line.start, m.end - line.start, "mention"))
    return Described(value=tuple(m.concept_id for m in about), origin=Origin.INFERRED, evidence=tuple(evidence))
