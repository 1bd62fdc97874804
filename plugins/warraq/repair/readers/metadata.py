"""
What a page says of itself: JSON-LD, `article:*`, Open Graph, Dublin Core, the canonical link, «saved from url».

Read by a tolerant scan of O, tag by tag: a page that is damaged further down still has its head. Every value has its place.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from email.utils import parsedate
from urllib.parse import urlsplit

SCANNED = 400_000
"""Code points of a page in which its head and its JSON-LD are looked for."""
TAG = re.compile(
    r"<(meta|link|html|time|script)\b((?:[^<>\"']++|\"[^\"<]{0,4000}+\"|'[^'<]{0,4000}+'|[\"'])*+)>", re.IGNORECASE
)
ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.I)
TITLE = re.compile(r"<title\b[^<>]*>([^<]{1,500})", re.I)
SCRIPT_END = re.compile(r"</script", re.I)

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
KEYWORDS = ("news_keywords", "keywords", "article:tag")
ARTICLES = (
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "blogposting",
    "webpage",
    "analysisnewsarticle",
    "opinionnewsarticle",
    "backgroundnewsarticle",
    "liveblogposting",
    "report",
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A value that the page states, and where in O."""

    value: str
    start: int
    end: int


@dataclass(slots=True)
class Metadata:
    """All values found, the most reliable first in each list."""

    dates: list[Stated] = field(default_factory=list)
    """As `2023-11-08`."""
    titles: list[Stated] = field(default_factory=list)
    sites: list[Stated] = field(default_factory=list)
    authors: list[Stated] = field(default_factory=list)
    summaries: list[Stated] = field(default_factory=list)
    keywords: list[Stated] = field(default_factory=list)
    urls: list[Stated] = field(default_factory=list)
    lang: Stated | None = None


def metadata_of(original: str) -> Metadata:
    """Read what the page states; nothing where nothing is stated."""
    found = Metadata()
    named: dict[str, list[Stated]] = {}
    links: list[Stated] = []
    page = original[:SCANNED]
    at = 0
    while tag := TAG.search(page, at):
        at = tag.end()
        name = tag[1].lower()
        attributes = {a[1].lower(): a for a in ATTRIBUTE.finditer(page, tag.start(2), tag.end(2))}
        if name == "script":
            end = SCRIPT_END.search(page, at)
            close = end.start() if end else at
            if "type" in attributes and "ld+json" in _value(attributes["type"]).lower():
                _json_ld(page[at:close], at, found)
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
    found.keywords += _of(named, KEYWORDS)
    saved = (Stated(m[1], m.start(1), m.end(1)) for m in SAVED.finditer(page))
    found.urls[:0] = [s for s in (*links, *_of(named, ("og:url",))) if is_address(s.value)]
    found.urls += (s for s in saved if is_address(s.value))
    return found


def iso_day(text: str) -> str | None:
    """The day of an ISO 8601 time as it was written, in its own zone; None where it is none."""
    match = re.match(r"\s*(\d{4}-\d{2}-\d{2})(?!\d)", text)
    try:
        return str(date.fromisoformat(match[1])) if match and 1800 <= int(match[1][:4]) <= 2199 else _rfc_day(text)
    except ValueError:
        return None


def _rfc_day(text: str) -> str | None:
    """`Wed, 08 Nov 2023 10:15:00 +0300`; `strptime` would look for November in the language of the machine, which Pelican sets."""
    match = re.match(r"\s*(?:\w{3},\s)?(\d{1,2}\s\w{3}\s\d{4})\b", text)
    parts = parsedate(f"{match[1]} 00:00") if match else None
    try:
        return str(date(*parts[:3])) if parts else None
    except ValueError:
        return None


def is_address(text: str) -> bool:
    """A whole web address of one page, not of the site's first."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in parts.netloc and not re.search(r"[\s<>\"]", text)


def _value(attribute: re.Match[str]) -> str:
    return html.unescape(attribute[2] or attribute[3] or attribute[4] or "").strip()


def _stated(attribute: re.Match[str]) -> Stated:
    group = next((n for n in (2, 3, 4) if attribute[n]), 2)
    return Stated(_value(attribute), attribute.start(group), attribute.end(group))


def _of(named: dict[str, list[Stated]], keys: tuple[str, ...]) -> Iterator[Stated]:
    for key in keys:
        yield from (s for s in named.get(key, ()) if s.value)


def _json_ld(script: str, at: int, found: Metadata) -> None:
    """Read one block of JSON-LD; a broken one states nothing."""
    try:
        data = json.loads(script.strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False)
    except (ValueError, RecursionError):
        return
    for thing in _things(data):
        kinds = thing.get("@type", "")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if not any(isinstance(k, str) and k.lower() in ARTICLES for k in kinds):
            continue
        for key, into in (("datePublished", found.dates), ("headline", found.titles), ("description", found.summaries)):
            if isinstance(value := thing.get(key), str) and (
                text := iso_day(value) if into is found.dates else _line(value)
            ):
                into.append(_placed(text, value, script, at))
        for key, into in (("author", found.authors), ("publisher", found.sites)):
            for name in _names(thing.get(key)):
                into.append(_placed(name, name, script, at))
        for value in (thing.get("url"), thing.get("mainEntityOfPage"), thing.get("@id")):
            value = value.get("@id") if isinstance(value, dict) else value
            if isinstance(value, str) and is_address(value):
                found.urls.append(_placed(value, value, script, at))


def _things(data: object, depth: int = 0) -> Iterator[dict[str, object]]:
    if depth > 6:
        return
    if isinstance(data, list):
        for one in data:
            yield from _things(one, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _things(data.get("@graph"), depth + 1)


def _names(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and (line := _line(name)) and not line.startswith("http"):
            yield line


def _line(text: str) -> str:
    return " ".join(html.unescape(text).split())


def _placed(value: str, written: str, script: str, at: int) -> Stated:
    """Where in the block it stands: as it is, or with JSON's escapes; else the whole block."""
    for form in (written, json.dumps(written)[1:-1], json.dumps(written, ensure_ascii=False)[1:-1]):
        if form and (place := script.find(form)) >= 0:
            return Stated(value, at + place, at + place + len(form))
    return Stated(value, at, at + len(script))
