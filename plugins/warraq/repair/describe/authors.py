"""The authors of a text: those that the page states, those of a byline that it marks up, those of a line: `كتب: …`, `بقلم …`, `إعداد - …`."""

from __future__ import annotations

import re
from collections.abc import Collection

from warraq.archive.record import Described, Evidence, Origin

from ..readers.stated import Metadata
from ..readers.titles import site_names, title_words
from ..rules.lines.cities import CITIES
from .author_names import people
from .bylines import bylines
from .passages import Passages
from .sources import PlacedName

BYLINE = re.compile(
    rf"\W{{0,3}}(?:(?:كتبت?|بقلم|إعداد|اعداد|تحرير|نوشته|(?:اسم )?الكاتبة?|المؤلف|نویسنده|خبرنگار|مصنف|تحریر|מאת"
    rf"|Authors?|By|Von|Par)\s?[:：\-–—|/]\s?"
    rf"|(?:بقلم|By|Von|Par)\s|(?:{CITIES})\s?/\s?)"
    r"(?P<name>[^\W\d_][^\n:؟!.,،؛|()\d]{3,40}?)\s?[\W_]{0,3}",
    re.IGNORECASE,
)
LISTED = re.compile(
    r"\W{0,3}(?:إعداد|(?:اسم )?الكاتبة?|المؤلفون|المؤلف|نویسندگان|نویسنده|مصنفین|مصنف|تحریر|מאת|Authors?|By)\s?[:：]\s?"
    r"(?P<name>[^\W\d_][^\n:؟!.؛|()\d]{3,100}?)\s?[\W_]{0,3}",
    re.IGNORECASE,
)
"""A field that may name several: «المؤلف: سالم بن ناصر، ليلى حداد»."""
LONGEST = 60
"""Code points of a line that is a byline."""
MOST = 12
"""Authors that a page may state."""


def authors_of(passages: Passages, page: Metadata) -> Described | None:
    """Give the authors; those that other statements of the page name are candidates."""
    sites = site_names(page) | {title_words(s.value) for s in page.sites}
    said = [*_stated(passages, page, sites), *_seen(passages, sites)]
    if not said:
        return None
    names, origin, evidence = said[0]
    known = {title_words(name) for name in names}
    others = [name for also, _, _ in said[1:] for name in also if not _is_known(title_words(name), known)]
    value = names if len(names) > 1 else names[0]
    return Described(value=value, origin=origin, evidence=evidence, candidates=tuple(dict.fromkeys(others))[:MOST])


Said = tuple[tuple[str, ...], Origin, tuple[Evidence, ...]]


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


def _seen(passages: Passages, sites: Collection[str]) -> list[Said]:
    """Give what a byline says that the page marks up, else one that stands in a line."""
    said: list[Said] = []
    if "<" in passages.original and (marked := bylines(passages, sites)):
        evidence = dict.fromkeys(passages.evidence_at(b.start, b.end, "author") for b in marked)
        said.append((tuple(b.name for b in marked), Origin.TEXT, tuple(evidence)))
    elif line := stated_author(passages):
        names = tuple(people(line.name, sites))
        if names:
            said.append((names, Origin.TEXT, (passages.evidence(line.passage, line.start, line.end, "author"),)))
    return said


def stated_author(passages: Passages) -> PlacedName | None:
    """Find the byline among the first and last lines, and those taken out."""
    for passage in (*passages.taken_out, *passages.lines[1:4], *passages.lines[-2:]):
        line = passage.text.strip()
        if len(line) <= LONGEST and (match := BYLINE.fullmatch(line)) and 1 < len(match["name"].split()) <= 5:
            start = passage.text.find(match["name"])
            return PlacedName(" ".join(match["name"].split()), passage, start, start + len(match["name"]))
        if len(line) <= 2 * LONGEST and (listed := LISTED.fullmatch(line)):
            pieces = re.split(r"[،,]|\s(?:و|اور|and)\s", listed["name"])
            if all(1 < len(piece.split()) <= 4 for piece in pieces):
                start = passage.text.find(listed["name"])
                return PlacedName(" ".join(listed["name"].split()), passage, start, start + len(listed["name"]))
    return None
