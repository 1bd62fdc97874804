"""
Where the title comes from, and what else it might be.

The first line of the text is the title (rule `boilerplate` puts it there). It is stated where the page says it, in its head or in a heading;
it is inferred where nothing on the page does. What other witnesses say instead are candidates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from warraq.archive.original import OriginalKind
from warraq.archive.record import Described, Origin

from ..html_tags import strip_tags
from ..html_tags.references import unescape
from ..readers.stated import Metadata, Stated
from ..readers.titles import forms, newspaper, site_names, title_words, without_site
from .passages import Passages
from .title_in_address import title_in_address

HEADING = re.compile(r"<h1\b[^<>]{0,500}>((?:(?!</?h[1-6]\b)[^\x00]){1,1000})", re.IGNORECASE)
MOST_HEADINGS = 5
LONGEST_QUOTE = 1_000
"""Code points of O that a title is quoted from."""
ORDER = ("headline", "og", "heading", "title", "other", "address")
"""The witnesses, the most reliable first."""
STRONG = frozenset({"headline", "og", "heading"})
LONG_HEADING = 20
"""Letters of a heading that is a headline, and no site's or section's name."""
SHORTEST_WORD = 3
"""Letters of a word that two titles may share."""
ENOUGH = 2
"""Witnesses that agree, and words that two titles of one thing share."""
MOST_FORMS = 3
"""Of a `<title>` of two parts; which part of one of three is the title is not sure where nothing else says so."""
MOST = 4
"""Candidates that are kept."""


def title_of(passages: Passages, page: Metadata, kind: OriginalKind, *, inferred: bool) -> Described:
    """Describe the title, with what else the page calls the article."""
    first = passages.lines[0].text
    words = title_words(first)
    headings = _headings(passages.original) if kind is OriginalKind.PAGE else []
    candidates = _others(first, page, headings)
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


def _others(title: str, page: Metadata, headings: Sequence[str]) -> tuple[str, ...]:
    """
    Give what witnesses say that disagree with a title, each as a whole: one that says this title too agrees.

    `<title>` often says for search what the headline says for readers: where two others agree, it counts if it shares no word with them.
    """
    words = title_words(title)
    near = [h for h in headings if _is_near(h, title)]
    if not near and not any(title_words(h) in words for h in headings if title_words(h)):
        near = [h for h in headings if len(title_words(h)) >= LONG_HEADING and "<" not in h][:1]
    said: dict[str, list[str]] = {"heading": near} if near else {}
    sites = site_names(page)
    for stated in page.titles:
        start, end = without_site(stated.value, sites, stated.by)
        text = " ".join(stated.value[start:end].split())
        if title_words(text) and not (stated.by == "title" and newspaper(stated.value)):
            said.setdefault(stated.by, []).append(text)
    differ = {by: texts for by, texts in said.items() if all(_is_other(text, words, page) for text in texts)}
    agree = said.keys() - differ.keys()
    if agree & STRONG:  # a kicker before it, a section behind it
        differ = {by: texts for by, texts in differ.items() if not any(words in title_words(text) for text in texts)}
    if len(agree & STRONG) >= ENOUGH:
        differ = {by: texts for by, texts in differ.items() if by in STRONG or _are_of_other_words(texts, title)}
    if agree == {"title"} and not differ:
        differ = {"title": [text for text in said["title"] if len(list(forms(text))) > MOST_FORMS]}
    if page.urls and (named := title_in_address(title, page.urls[0].value)):
        differ["address"] = [named]
    return tuple(dict.fromkeys(text for by in ORDER for text in differ.get(by, ())))[:MOST]


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
    shared = sum(word in words for word in mine)
    return shared * 2 >= len(mine) and (shared >= ENOUGH or title_words(heading) == title_words(title))


def _are_of_other_words(texts: Sequence[str], title: str) -> bool:
    words = {word for word in title.casefold().split() if len(word) >= SHORTEST_WORD}
    return words.isdisjoint(word for text in texts for word in text.casefold().split())


def _is_other(title: str, words: str, page: Metadata) -> bool:
    """Say whether a title is another one than the first line: not the same, no part of it, not the same with a section's name."""
    other = title_words(title)
    if not other or other in site_names(page) or other in words:
        return False
    return not any(title_words(title[a:b]) == words for a, b in forms(title))
