"""
The metadata of a page: JSON-LD, `article:*`, Open Graph, Dublin Core, the canonical link, «saved from url».

Read by a tolerant scan of O, tag by tag: a page that is damaged further down still has its head. Every value has its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from ..html_tags import Attribute, Extent, attributes, find_tag
from ..html_tags.references import unescape
from .archived_copy import without_archives_own
from .date_names import CHANGED, is_date_name
from .json_ld import read_json_ld
from .known_site import KNOWN, SHARED, known_site
from .script_facts import read_script_facts
from .stated import Metadata, Stated, is_address, iso_day, published_day
from .titles import title_words

SCANNED = 400_000
"""Code points of a page in which its head and its JSON-LD are looked for."""
STATING = frozenset({"meta", "link", "html", "time", "script"})
"""Elements whose attributes state something of the page."""
SAVED = re.compile(
    r"<!--\s{0,99}(?:saved from url=\(\d+\)|Page saved with SingleFile\w?\s{1,99}url:\s{0,99})([^\s<>]{1,2000}?)(?=\s|-->)",
    re.IGNORECASE,
)
"""Browsers' and SingleFile's."""
TITLE = re.compile(r"<title\b[^<>]*>([^<]{1,500})", re.IGNORECASE)
CANONICAL = "<link rel=canonical>"
"""No name of a `<meta>`."""
LONGEST_DATE = 60
"""Code points of a date in words."""
SCRIPT_END = re.compile(r"</script", re.IGNORECASE)

DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
)
"""Names of the standards, which are believed before those that a maker of sites thought of."""
TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title")
BY = {"og:title": "og", "twitter:title": "og", "dc.title": "other", "dcterms.title": "other"}
"""Which witness each is: who writes `og:title` writes Twitter's too."""
SITES = ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name")
AUTHORS = (
    "article:author",
    "author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "dcsext.author",
    "og:article:author",
)
WRITTEN_BY = re.compile(
    r"written by|verfasst von|geschrieben von|[ée]crit par|escrito por|scritto da|yazan|كتب|بقلم|نوشته", re.IGNORECASE
)
"""What WordPress calls the writer in Twitter's labels."""
SUMMARIES = ("og:description", "description", "dc.description", "dcterms.description", "twitter:description")


def metadata_of(original: str) -> Metadata:
    """
    Read what the page states, and the name of its site where that is known from elsewhere; nothing where nothing is stated.

    It is read once for all that ask: of the page as it came, and of the page that the rules read. Nobody changes the result.
    """
    return _metadata_of(original, known_site())


@lru_cache(maxsize=2)
def _metadata_of(original: str, site: str) -> Metadata:
    page = original[:SCANNED]
    found = Metadata()
    named = _named_values(page, found)
    links = named.pop(CANONICAL, [])
    _read_dates(named, found)
    found.titles += (replace(s, by=BY[key]) for key in TITLES for s in _of(named, (key,)))
    if title := TITLE.search(page):
        found.titles.append(Stated(unescape(title[1]).strip(), title.start(1), title.end(1), "title"))
    found.sites += _of(named, SITES)
    labelled = (n for n in "12" if any(WRITTEN_BY.match(s.value) for s in named.get(f"twitter:label{n}", ())))
    found.authors += (replace(s, by="meta") for s in _of(named, (*AUTHORS, *(f"twitter:data{n}" for n in labelled))))
    found.summaries += _of(named, SUMMARIES)
    found.saved += (s for m in SAVED.finditer(page) if is_address((s := Stated(m[1], m.start(1), m.end(1))).value))
    found.urls[:0] = [s for s in (*links, *_of(named, ("og:url",))) if is_address(s.value)]
    found.urls += found.saved
    read_script_facts(original, found)
    found = without_archives_own(found)
    if site:
        found.sites.append(_known(page, site, found))
    return found


def _known(page: str, site: str, found: Metadata) -> Stated:
    """Place the name of the page's site, which is known from elsewhere: where its `<title>` has it, else at its address."""
    words = title_words(site)
    for stated in (t for t in found.titles if t.by == "title"):
        if words in title_words(stated.value):
            at = page.find(site, stated.start, stated.end)
            return (
                Stated(site, at, at + len(site), SHARED) if at >= 0 else Stated(site, stated.start, stated.end, SHARED)
            )
    address = next(iter(found.urls), Stated("", 0, 0))
    return Stated(site, address.start, address.end, KNOWN)


def _read_dates(named: Mapping[str, list[Stated]], found: Metadata) -> None:
    """Read the days of publication; where a site's own name says the very second of the last change, that is what it means."""
    others = [name for name in named if name not in DATES]
    for s in _of(named, ("article:modified_time", "datemodified", "og:updated_time")):
        if day := iso_day(s.value):
            found.changed.append(Stated(day, s.start, s.end, "meta"))
    changed = {s.value for name in others if CHANGED.search(name) for s in named[name]}
    for key in (*DATES, *(name for name in others if is_date_name(name))):
        for s in _of(named, (key,)):
            if key not in DATES and s.value in changed and ":" in s.value:
                continue
            if day := published_day(s.value):
                found.dates.append(Stated(day, s.start, s.end, key))
            elif len(s.value) <= LONGEST_DATE and not iso_day(s.value):
                found.worded_dates.append(s)


def _named_values(page: str, found: Metadata) -> dict[str, list[Stated]]:
    """Read the values of tags by their names in lower case; what JSON-LD and `<html lang>` state goes straight into `found`."""
    named: dict[str, list[Stated]] = {}
    at = 0
    closed = True  # where no script ends, none behind it does: a page may open a hundred thousand
    while tag := find_tag(page, STATING, Extent.QUOTED, at):
        at = tag.end
        if tag.closing:
            continue
        values = {name: _stated(page, place) for name, place in attributes(page, tag).items()}
        if tag.name == "script":
            end = SCRIPT_END.search(page, at) if closed else None
            closed = end is not None
            close = end.start() if end else at
            if "type" in values and "ld+json" in values["type"].value.lower():
                read_json_ld(page[at:close], at, found)
            at = close
        elif tag.name == "meta" and "content" in values:
            for key in ("property", "name", "itemprop", "http-equiv"):
                if key in values:
                    named.setdefault(values[key].value.lower(), []).append(values["content"])
        elif tag.name == "link" and "href" in values:
            if "rel" in values and values["rel"].value.lower() == "canonical":
                named.setdefault(CANONICAL, []).append(values["href"])
        elif tag.name == "html" and "lang" in values:
            found.lang = found.lang or values["lang"]
        elif tag.name == "time" and "datetime" in values and _is_published(values):
            named.setdefault("datepublished", []).append(values["datetime"])
    return named


def _is_published(values: dict[str, Stated]) -> bool:
    """Say whether a `<time>` says of itself that it is the day of publication; `dateModified` and `startDate` are others."""
    return "pubdate" in values or ("itemprop" in values and "datepublished" in values["itemprop"].value.lower())


def _stated(page: str, place: Attribute) -> Stated:
    return Stated(unescape(page[place.start : place.end]).strip(), place.start, place.end)


def _of(named: Mapping[str, list[Stated]], keys: tuple[str, ...]) -> Iterator[Stated]:
    for key in keys:
        yield from (s for s in named.get(key, ()) if s.value)
