"""
An article that is told in short sections: a lead, and below it several like elements, each with a heading and its sentences.

Live blogs and explainers are written so. The library takes such elements for cards of other news, by their class («post») or
because they are short. A card's heading leads to another page; a section's does not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ...html_tags.elements import HEADINGS
from ...late import late
from .containers import containers_of, is_linked, is_sentence, loose_elements
from .figures import is_counter
from .scanned import Element, TextBlock
from .seen import SeenPage

SECTIONS = frozenset({"div", "section", "article"})
FRAMES = frozenset({"", "html", "body"})
"""Elements that hold the whole page: what stands deeper in them may be its foot."""
FEWEST = 3
"""Like elements that are an article's sections."""
AHEAD = 3
"""First blocks of a section among which its heading stands: an hour may stand over it."""
CLASS = late(r"""<[^<>]*?\sclass\s*=\s*["']?([^"'<>]*)""", re.IGNORECASE)
LONGEST_TAG = 300
"""Code points of a tag in which its class is looked for."""


def sections_of(page: SeenPage, chosen: Sequence[TextBlock], headline: TextBlock | None) -> frozenset[int]:
    """Give the elements, by their `id`, that are the sections of the article under this headline."""
    home = home_of(page, chosen, headline)
    if home is None:
        return frozenset()
    starts = [b.start for b in page.blocks]
    loose = loose_elements(page.scanned) if page.scanned.flaws else set()
    alike: dict[tuple[int, str, str], list[int]] = {}
    for element in page.scanned.elements:
        around = element.parent
        if element.name not in SECTIONS or around is None or id(element) in loose or element.is_aside:
            continue
        is_in = around is home or (around.parent is home and home.name not in FRAMES and not around.is_aside)
        if is_in and _is_section(page, element, starts):
            alike.setdefault((id(around), element.name, _class(page.text, element)), []).append(id(element))
    return frozenset(one for ones in alike.values() if len(ones) >= FEWEST for one in ones)


def home_of(page: SeenPage, chosen: Sequence[TextBlock], headline: TextBlock | None) -> Element | None:
    """Give the smallest element that holds the headline and a chosen sentence below it."""
    if headline is None:
        return None
    said = next((b.start for b in chosen if b.start > headline.start and is_sentence(page.text, b)), None)
    return next((e for e in containers_of(headline) if said is not None and said < e.end), None)


def with_sections(page: SeenPage, chosen: Sequence[TextBlock], sections: frozenset[int]) -> list[TextBlock]:
    """Add what is written in the sections."""
    if not sections:
        return list(chosen)
    within: dict[int, bool] = {}
    """Of the elements in sections: whether they are the article's."""
    for element in page.scanned.elements:  # each comes after the one it stands in
        if id(element) in sections:
            within[id(element)] = True
        elif id(element.parent) in within:
            is_beside = element.is_aside or element.is_caption or element.name == "figure"
            within[id(element)] = within[id(element.parent)] and not is_beside
    known = {id(b) for b in chosen}
    return [b for b in page.blocks if id(b) in known or (within.get(id(b.inside)) and _is_told(page, b))]


def _is_told(page: SeenPage, block: TextBlock) -> bool:
    return not is_linked(block) and (block.letters > 0 or not is_counter(page.text, block))


def _is_section(page: SeenPage, element: Element, starts: Sequence[int]) -> bool:
    """Say whether an element has a heading that is no link, a sentence below it, and no link at its end."""
    blocks = page.blocks[bisect_left(starts, element.start) : bisect_left(starts, element.end)]
    at = next((n for n, b in enumerate(blocks[:AHEAD]) if b.tag in HEADINGS), None)
    if at is None or blocks[at].linked or is_linked(blocks[-1]):
        return False
    return any(b.tag not in HEADINGS and is_sentence(page.text, b) for b in blocks[at + 1 :])


def _class(text: str, element: Element) -> str:
    found = CLASS.match(text, element.start, element.start + LONGEST_TAG)
    return found[1].strip() if found else ""
