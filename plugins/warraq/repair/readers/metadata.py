"""
What a page says of itself: JSON-LD, `article:*`, Open Graph, Dublin Core, the canonical link, «saved from url».

Read by a tolerant scan of O, tag by tag: a page that is damaged further down still has its head. Every value has its place.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from .json_ld import read_json_ld
from .stated import Metadata, Stated, is_address, iso_day

SCANNED = 400_000
"""Code points of a page in which its head and its JSON-LD are looked for."""
TAG = re.compile(
    r"<(meta|link|html|time|script)\b((?:[^<>\"']++|\"[^\"<]{0,4000}+\"|'[^'<]{0,4000}+'|[\"'])*+)>", re.IGNORECASE
)
ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE)
TITLE = re.compile(r"<title\b[^<>]*>([^<]{1,500})", re.IGNORECASE)
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
    "publishdate",
    "pubdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "date",
)
TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title")
SITES = ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name")
AUTHORS = ("article:author", "author", "dc.creator", "dcterms.creator", "parsely-author", "og:article:author")
SUMMARIES = ("og:description", "description", "dc.description", "dcterms.description", "twitter:description")


def metadata_of(original: str) -> Metadata:
    """Read what the page states; nothing where nothing is stated."""
    found = Metadata()
    named: dict[str, list[Stated]] = {}
    links: list[Stated] = []
    page = original[:SCANNED]
    at = 0
    closed = True  # where no script ends, none behind it does: a page may open a hundred thousand
    while tag := TAG.search(page, at):
        at = tag.end()
        name = tag[1].lower()
        attributes = {a[1].lower(): a for a in ATTRIBUTE.finditer(page, tag.start(2), tag.end(2))}
        if name == "script":
            end = SCRIPT_END.search(page, at) if closed else None
            closed = end is not None
            close = end.start() if end else at
            if "type" in attributes and "ld+json" in _value(attributes["type"]).lower():
                read_json_ld(page[at:close], at, found)
            at = max(at, close)
        elif name == "meta" and "content" in attributes:
            for key in ("property", "name", "itemprop", "http-equiv"):
                if key in attributes:
                    named.setdefault(_value(attributes[key]).lower(), []).append(_stated(attributes["content"]))
        elif name == "link" and "rel" in attributes and "href" in attributes:
            if _value(attributes["rel"]).lower() == "canonical":
                links.append(_stated(attributes["href"]))
        elif name == "html" and "lang" in attributes and found.lang is None:
            found.lang = _stated(attributes["lang"])
        elif name == "time" and "datetime" in attributes and ("pubdate" in attributes or "itemprop" in attributes):
            named.setdefault("datepublished", []).append(_stated(attributes["datetime"]))
    found.dates += (Stated(day, s.start, s.end) for s in _of(named, DATES) if (day := iso_day(s.value)))
    found.titles += _of(named, TITLES)
    if title := TITLE.search(page):
        found.titles.append(Stated(html.unescape(title[1]).strip(), title.start(1), title.end(1)))
    found.sites += _of(named, SITES)
    found.authors += (s for s in _of(named, AUTHORS) if not s.value.startswith(("http", "@", "/")))
    found.summaries += _of(named, SUMMARIES)
    saved = (Stated(m[1], m.start(1), m.end(1)) for m in SAVED.finditer(page))
    found.urls[:0] = [s for s in (*links, *_of(named, ("og:url",))) if is_address(s.value)]
    found.urls += (s for s in saved if is_address(s.value))
    return found


def _value(attribute: re.Match[str]) -> str:
    return html.unescape(attribute[2] or attribute[3] or attribute[4] or "").strip()


def _stated(attribute: re.Match[str]) -> Stated:
    group = next((n for n in (2, 3, 4) if attribute[n]), 2)
    return Stated(_value(attribute), attribute.start(group), attribute.end(group))


def _of(named: dict[str, list[Stated]], keys: tuple[str, ...]) -> Iterator[Stated]:
    for key in keys:
        yield from (s for s in named.get(key, ()) if s.value)
