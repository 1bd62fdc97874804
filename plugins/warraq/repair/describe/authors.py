"""The authors of a text: those that the page states, those of a byline that it marks up, those of a line: `كتب: …`, `بقلم …`, `إعداد - …`."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from warraq.archive.record import Described, Evidence, Origin

from ..readers.stated import Metadata
from ..readers.titles import site_names, title_words
from ..rules.lines.cities import CITIES
from ..rules.lines.signed import names_of
from .agencies import agencies_in, is_agency
from .author_names import parts, people
from .bylines import Byline, bylines
from .passages import Passages
from .sources import PlacedName

BYLINE = re.compile(
    rf"\W{{0,3}}(?:(?:كتبت?|بقلم|إعداد|اعداد|تحرير|نوشته|(?:اسم )?الكاتبة?|المؤلف|نویسنده|خبرنگار|مصنف|تحریر|מאת"
    rf"|Authors?|By|Von|Par)\s?[:：\-–—|/]\s?"
    rf"|(?:بقلم|By|Von|Par|מאת)\s|مصنف\s?[،,]\s|(?:{CITIES})\s?/\s?)"
    r"(?P<name>[^\W\d_][^\n:؟!.,،؛|()\d]{3,40}?)\s?[\W_]{0,3}",
    re.IGNORECASE,
)
LISTED = re.compile(
    r"\W{0,3}(?:إعداد|(?:اسم )?الكاتبة?|المؤلفون|المؤلف|نویسندگان|نویسنده|مصنفین|مصنف|تحریر|מאת|Authors?|By)\s?[:：]\s?"
    r"(?P<name>[^\W\d_][^\n:؟!.؛|()\d]{3,100}?)\s?[\W_]{0,3}",
    re.IGNORECASE,
)
"""A field that may name several: «المؤلف: سالم بن ناصر، ليلى حداد»."""
MOST_WORDS = 4
"""Of one name among several."""
LONGEST = 60
"""Code points of a line that is a byline."""
MOST = 12
"""Authors that a page may state."""
SHORTEST_OF_SITE = 5
"""Letters of a word by which a site is called."""
WITH_SPACES = re.compile(r"[A-Za-z\u0590-\u06ff]")
"""Letters of languages that write a name in two words; a word alone is a label or a house."""
MOST_AGENCIES = 3
"""Agencies in the bylines by one article; what names more is a list of others' reports."""
Said = tuple[tuple[str, ...], Origin, tuple[Evidence, ...]]


Agency = tuple[str, Origin, Evidence]


class Writers(NamedTuple):
    """Who wrote a text, as the page or the text says."""

    author: Described | None
    """The people; those that other statements of the page name are candidates."""
    agencies: tuple[Agency, ...]
    """Agencies that stand where an author's name does: the name, where it is said, and its place."""


def writers_of(passages: Passages, page: Metadata) -> Writers:
    """Give the authors, and the agencies that are named in an author's place."""
    sites = site_names(page) | {title_words(s.value) for s in page.sites}
    seen, beside = _seen(passages, sites)
    said = [*_stated(passages, page, sites), *seen]
    agencies: dict[str, Agency] = {}
    for stated in page.authors:
        for name in agencies_in(stated.value):
            place = passages.evidence_at(stated.start, stated.end, "source")
            agencies.setdefault(title_words(name), (name, Origin.METADATA, place))
    for b in beside if len({b.name for b in beside}) <= MOST_AGENCIES else ():
        place = passages.evidence_at(b.start, b.end, "source")
        agencies.setdefault(title_words(b.name), (b.name, Origin.TEXT, place))
    return Writers(_described(said, sites), tuple(agencies.values()))


def _described(said: list[Said], sites: Collection[str]) -> Described | None:
    if not said:
        return None
    names, origin, evidence = said[0]
    known = {title_words(name) for name in names}
    # A statement that names one of them agrees: a byline has the photographer and a desk beside the writer.
    others = [
        name
        for also, _, _ in said[1:]
        if not any(_is_known(title_words(name), known) for name in also)
        for name in also
        if " " in name or not WITH_SPACES.search(name)
    ]
    value = names if len(names) > 1 else names[0]
    if origin is Origin.METADATA and any(_is_called_after(name, sites) for name in names):
        origin = Origin.INFERRED
    return Described(value=value, origin=origin, evidence=evidence, candidates=tuple(dict.fromkeys(others))[:MOST])


def _is_called_after(name: str, sites: Collection[str]) -> bool:
    """Say whether a name may be an account of the site: «Almina D» of alminanews.example."""
    first = title_words(name.split(maxsplit=1)[0])
    return len(first) >= SHORTEST_OF_SITE and any(site.startswith(first) for site in sites)


def _is_known(name: str, known: Collection[str]) -> bool:
    return any(name in other or other in name for other in known)


def _stated(passages: Passages, page: Metadata, sites: Collection[str]) -> list[Said]:
    """Give what JSON-LD says and what `<meta>` says, each once."""
    said: list[Said] = []
    for by in ("json-ld", "meta"):
        names: dict[str, tuple[str, Evidence]] = {}
        for stated in page.authors:
            if stated.by == by:
                for name in people(stated.value, sites):
                    names.setdefault(
                        title_words(name), (name, passages.evidence_at(stated.start, stated.end, "author"))
                    )
        if 0 < len(names) <= MOST:
            evidence = tuple(dict.fromkeys(e for _, e in names.values()))
            said.append((tuple(name for name, _ in names.values()), Origin.METADATA, evidence))
    return said


def _seen(passages: Passages, sites: Collection[str]) -> tuple[list[Said], list[Byline]]:
    """Give what a byline says that the page marks up, else one that stands in a line; and the agencies in bylines."""
    marked, agencies = bylines(passages, sites) if "<" in passages.original else ([], [])
    if marked:
        evidence = dict.fromkeys(passages.evidence_at(b.start, b.end, "author") for b in marked)
        return [(tuple(b.name for b in marked), Origin.TEXT, tuple(evidence))], agencies
    if line := stated_author(passages):
        place = passages.evidence(line.passage, line.start, line.end, "author")
        agencies += (Byline(name, place.start, place.end) for name in agencies_in(line.name))
        if names := tuple(people(line.name, sites)):
            return [(names, Origin.TEXT, (place,))], agencies
    return [], agencies


def _names_in(stated: str) -> list[str]:
    return [piece for part in parts(stated) for piece in re.split(r"\s*[،,]\s*", part)]


def _is_byline(stated: str) -> bool:
    """Say whether this is a name, or several: each has two words at least, unless an agency is among them."""
    pieces = _names_in(stated)
    if len(pieces) == 1:
        return 1 < len(stated.split()) <= MOST_WORDS + 1 or is_agency(stated)
    return all(1 < len(piece.split()) <= MOST_WORDS or is_agency(piece) for piece in pieces)


def stated_author(passages: Passages) -> PlacedName | None:
    """Find the byline among the first and last lines, and those taken out."""
    for passage in (*passages.taken_out, *passages.lines[1:4], *passages.lines[-2:]):
        line = passage.text.strip()
        if len(line) <= LONGEST and (match := BYLINE.fullmatch(line)) and _is_byline(match["name"]):
            start = passage.text.find(match["name"])
            return PlacedName(" ".join(match["name"].split()), passage, start, start + len(match["name"]))
        if len(line) <= 2 * LONGEST and (listed := LISTED.fullmatch(line)):
            pieces = _names_in(listed["name"])
            if all(1 < len(piece.split()) <= MOST_WORDS for piece in pieces):
                start = passage.text.find(listed["name"])
                return PlacedName(" ".join(listed["name"].split()), passage, start, start + len(listed["name"]))
    return _signed(passages)


def _signed(passages: Passages) -> PlacedName | None:
    """Find the names in a line that states them with a day: between headline and text, or taken out as a line of the text."""
    start, end = passages.head()
    for passage in (*passages.taken_out, *passages.lines[1:4], *passages.lines[-2:]):
        near = not passage.taken_out or passage.is_line or start <= passage.start < end
        if near and passage.has_digits and (places := names_of(passage.text)):
            names = "; ".join(passage.text[a:b] for a, b in places)
            return PlacedName(" ".join(names.split()), passage, places[0][0], places[-1][1])
    return None
