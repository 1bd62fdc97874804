"""
Where the title comes from, and what else it might be.

The first line of the text is the title (rule `boilerplate` puts it there). It is stated where the page says it, in its head or in a heading;
it is inferred where nothing on the page does. What other witnesses say instead are candidates.
"""

from __future__ import annotations

import re

from warraq.archive.original import OriginalKind
from warraq.archive.record import Described, Origin

from ..html_tags import strip_tags
from ..html_tags.references import unescape
from ..readers.stated import Metadata, Stated
from ..readers.titles import bare_titles, forms, site_names, title_words
from .passages import Passages

HEADING = re.compile(r"<h1\b[^<>]{0,500}>((?:(?!</?h[1-6]\b)[^\x00]){1,1000})", re.IGNORECASE)
MOST_HEADINGS = 5
LONGEST_QUOTE = 1_000
"""Code points of O that a title is quoted from."""
MOST = 4
"""Candidates that are kept."""


def title_of(passages: Passages, page: Metadata, kind: OriginalKind, *, inferred: bool) -> Described:
    """Describe the title, with what else the page calls the article."""
    first = passages.lines[0].text
    words = title_words(first)
    headings = _headings(passages.original) if kind is OriginalKind.PAGE else []
    near = [h for h in headings if len(headings) == 1 or _is_near(h, first)]
    others = dict.fromkeys(t for t in (*bare_titles(page), *near) if _is_other(t, words, page))
    candidates = tuple(others)[:MOST]
    if inferred:
        return Described(value=first, origin=Origin.INFERRED, candidates=candidates)
    if said := _stated(page, words):
        place = passages.evidence_at(said.start, said.end, "title")
        return Described(value=first, origin=Origin.METADATA, evidence=(place,), candidates=candidates)
    place = passages.evidence(passages.lines[0], 0, len(first), "title")
    evidence = (place,) if place.end - place.start <= LONGEST_QUOTE else ()
    # A page that states a title of another wording does not state this one, unless a heading does.
    is_stated = kind is not OriginalKind.PAGE or any(title_words(h) == words for h in headings)
    return Described(
        value=first, origin=Origin.TEXT if is_stated else Origin.INFERRED, evidence=evidence, candidates=candidates
    )


def _stated(page: Metadata, words: str) -> Stated | None:
    """Give the first statement of the page that says this, be it with the site's name."""
    whole = (t for t in page.titles if title_words(t.value) == words)
    part = (t for t in page.titles if any(title_words(t.value[a:b]) == words for a, b in forms(t.value, t.by)))
    return next(whole, None) or next(part, None)


def _headings(original: str) -> list[str]:
    found = []
    for match in HEADING.finditer(original):
        found.append(" ".join(unescape(strip_tags(match[1])).split()))
        if len(found) == MOST_HEADINGS:
            break
    return found


def _is_near(heading: str, title: str) -> bool:
    """Say whether a heading shares half of its words with the title; pages have headings of their parts too."""
    words = title.casefold().split()
    mine = heading.casefold().split()
    return bool(mine) and sum(word in words for word in mine) * 2 >= len(mine)


def _is_other(title: str, words: str, page: Metadata) -> bool:
    """Say whether a title is another one than the first line: not the same, no part of it, not the same with a section's name."""
    other = title_words(title)
    if not other or other in site_names(page) or other in words:
        return False
    return not any(title_words(title[a:b]) == words for a, b in forms(title))
