"""
Pages whose text is missing, though no program fills them: a set of frames, or an article's frame that was saved without its text.

A flash may be a headline and nothing else, and a cartoon is a picture. So the text is missing only where the page's own summary
tells of it: the summary is of this story, and it stands nowhere on the page.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from ..html_tags.in_page import page_tags
from ..readers.metadata import metadata_of
from ..readers.titles import site_names, title_words
from .cards import MEDIA, OWN, OWN_WORDS, words_said
from .facts import Facts

FRAMESET = re.compile(r"<frameset\b", re.IGNORECASE)
MOST_BESIDE_FRAMES = 300
"""Letters of what a page says to browsers without frames."""
MOST_PLACES = 20
"""Containers that by their class hold a text."""
MOST_SUMMARIES = 5
SUMMARY = 40
"""Letters of a summary that tells of a text, at least."""
BEGINNING = 25
"""Letters of a summary by which it is found on the page."""
WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 4
"""Letters of a word that two forms of it share."""
LONGEST = 2_000


def is_frameset(facts: Facts) -> bool:
    """Say whether a page only says which other pages stand in its frames."""
    if not FRAMESET.search(facts.text) or sum(b.letters - b.linked for b in facts.seen) > MOST_BESIDE_FRAMES:
        return False
    names = [tag.name for tag in page_tags(facts.text) if tag.name in ("frameset", "frame")]
    return "frameset" in names and "frame" in names


def looks_emptied(facts: Facts) -> bool:
    """Say whether the place of a page's text is empty, and nothing else on the page says something."""
    bodies = [e for e in facts.chosen.page.elements if e.is_body]
    if facts.chosen.in_script or not bodies or len(bodies) > MOST_PLACES:
        return False
    starts = [b.start for b in facts.seen]
    if any(bisect_left(starts, e.start) < bisect_left(starts, e.end) for e in bodies):
        return False
    around = bodies[0].parent or bodies[0]
    in_media = MEDIA.search(facts.text, around.start, max(around.end, bodies[-1].end))
    return in_media is None and not _says_something(facts)


def is_emptied(facts: Facts) -> bool:
    """Say whether a page that looks emptied has a summary that tells of a text which is not there."""
    return looks_emptied(facts) and any(
        _tells_of_text(facts, s.value) for s in metadata_of(facts.text).summaries[:MOST_SUMMARIES]
    )


def _says_something(facts: Facts) -> bool:
    """Say whether a block that is not the headline says something."""
    for block in facts.own:
        said = words_said(facts, block)
        is_title = block.tag == "h1" or title_words(said) in facts.titles
        if block.letters - block.linked >= OWN and len(said.split()) >= OWN_WORDS and not is_title:
            return True
    return False


def _tells_of_text(facts: Facts, summary: str) -> bool:
    """Say whether a summary is of this story, more than its headline, and nowhere on the page."""
    stated = metadata_of(facts.text)
    words = title_words(summary)
    titles = [title_words(t.value) for t in stated.titles]
    if len(words) < SUMMARY or any(
        words in t or (words.startswith(t) and len(words) < len(t) + SUMMARY) for t in titles
    ):
        return False
    if any(words[:BEGINNING] in title_words(facts.text[b.start : min(b.end, b.start + LONGEST)]) for b in facts.seen):
        return False
    sites = site_names(stated)
    told = _stems(summary, sites)
    return any(told & _stems(title.value, sites) for title in stated.titles)


def _stems(text: str, sites: frozenset[str]) -> set[str]:
    """Give the beginnings of a text's words without the article before them, and without the site's name."""
    found = (word.casefold().removeprefix("ال").removeprefix("ה") for word in WORD.findall(text[:LONGEST]))
    return {w[:STEM] for w in found if len(w) >= STEM and not any(w in site for site in sites)}
