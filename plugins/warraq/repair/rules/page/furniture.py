"""
What stands among an article's blocks and is none of it: asides, captions, links to other news and the labels over them.

A part of the page is furniture only while most of the article stands elsewhere: a page may call anything a sidebar.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from ...html_tags.elements import CELLS, HEADINGS
from .captions import caption_beside
from .containers import (
    PARAGRAPH,
    WRITTEN,
    Held,
    containers_of,
    is_linked,
    is_prose,
    is_sentence,
    is_stopped,
    loose_elements,
)
from .heading_above import repeats
from .linked_lists import is_linked_figure
from .roles import ASIDE_ELEMENTS
from .scanned import Element, TextBlock
from .sections import home_of
from .seen import SeenPage

PARTS = ASIDE_ELEMENTS | {"article"}
"""Elements that are a part of the page of their own; an article within an article is another one."""
SHARE = 0.25
"""Of the article's letters: the most that one aside holds."""
MOST = 0.4
"""Of the article's letters: the most that all furniture of one kind holds."""
LISTED = frozenset({"li", "article", "div", "section", "td"})
"""Elements that hold one of several news."""
FEWEST_OF_HEADLINE = 2
"""Paragraphs that stand in one container with the headline: a lead may be one."""
FEWEST = 3
"""Like elements that make a list of other news."""
LONGEST_NAMES = 40
"""Letters of a line of writers' names that are links."""
SHORTEST_TEASER = 15
"""Letters of a link that is another article's headline."""
SHORTEST_BESIDE = 6
"""Letters of a card's linked heading, where it stands beside the article."""
MOST_OF_CARD = 4
"""Blocks of a card; a section of an article has more."""


def without_furniture(
    page: SeenPage,
    chosen: Sequence[TextBlock],
    headline: TextBlock | None,
    told: frozenset[int],
    sections: frozenset[int] = frozenset(),
) -> list[TextBlock]:
    """
    Take furniture out of the chosen blocks; `told`: items that are linked and yet the article's; `sections`: its own elements.

    What names call furniture goes while most of the article stands elsewhere. Links, lists of other news and other articles go
    as well where a sentence is left under the headline, be it the whole article: its length proves nothing.
    """
    around = sections | {id(e) for e in containers_of(headline)}
    home = home_of(page, chosen, headline)
    stated = headline if headline and repeats(page, headline) else None

    def without(blocks: Sequence[TextBlock], is_furniture: Callable[[TextBlock], bool]) -> list[TextBlock]:
        rest = [b for b in blocks if not is_furniture(b)]
        below = (b for b in blocks if stated and b.start > stated.start)
        first = next((b for b in below if is_furniture(b) or is_sentence(page.text, b)), None)
        return rest if first and not is_furniture(first) else _without(blocks, is_furniture)

    rows = {id(b.inside.parent) for b in chosen if b.tag in CELLS and not is_linked(b)}
    kept = without(chosen, lambda b: id(b.inside.parent) not in rows and id(b) not in told and _is_link(page.text, b))
    is_teaser = _teasers(page, around, home)
    kept = without(kept, lambda b: id(b) not in told and is_teaser(b))
    if stated and any(e.name == "article" for e in containers_of(stated)):
        kept = without(kept, _within(page, lambda e: e.name == "article" and id(e) not in around))
    if stated:
        if not page.scanned.flaws:  # a container may end too early in a damaged page
            kept = _of_headline(kept, stated)
        start = stated.start
        kept = _without(kept, lambda b: b.start < start)
    kept = _without(kept, _named(page, kept, lambda e: e.is_caption))
    kept = _without(kept, caption_beside(page))
    loose = loose_elements(page.scanned) if page.scanned.flaws else set()
    own = {id(b) for b in chosen if _is_written(b) and id(b.inside.parent) in loose}
    is_part = _named(page, kept, lambda e: (e.is_aside or e.name in PARTS) and id(e) not in around)
    kept = _without(kept, lambda b: is_part(b) and id(b) not in own)
    return _without_labels(page, kept)


def _of_headline(kept: Sequence[TextBlock], headline: TextBlock) -> list[TextBlock]:
    """Keep what stands in one container with the headline, where that is most of the article and more than a lead."""
    letters = sum(b.letters for b in kept if b.start > headline.start)
    for element in containers_of(headline):
        inside = [b for b in kept if headline.start < b.start < element.end]
        if sum(is_prose(b) for b in inside) >= FEWEST_OF_HEADLINE:
            return (
                [b for b in kept if b.start < element.end]
                if sum(b.letters for b in inside) * 2 >= letters
                else list(kept)
            )
    return list(kept)


def _is_written(block: TextBlock) -> bool:
    """Say whether a block is a whole paragraph."""
    return block.tag == "p" and is_prose(block)


def _is_link(text: str, block: TextBlock) -> bool:
    """Say whether a block is a link to something else; a sentence, a price and a quotation's source may be linked as well."""
    if not is_linked(block) or any(e.name == "blockquote" for e in (block.inside, block.inside.parent) if e):
        return False
    is_text = block.linked * 10 < block.letters * 9 and is_stopped(text, block)
    return not (block.tag in WRITTEN and (is_linked_figure(block) or is_text))


def _teasers(page: SeenPage, around: frozenset[int], home: Element | None) -> Callable[[TextBlock], bool]:
    """
    Make a test of whether a block stands in one of several like elements that each begin with a link, as in a list of news.

    `around`: the elements that hold the headline, which are none; `home`: the one that holds its first sentence as well; beside
    that cards are teasers too.
    """
    starts = [b.start for b in page.blocks]
    alike: dict[tuple[int, str], list[int]] = {}
    for element in page.scanned.elements:
        if element.name not in LISTED:
            continue
        at = bisect_left(starts, element.start)
        held = page.blocks[at : min(at + MOST_OF_CARD + 1, bisect_left(starts, element.end))]
        is_beside = home is not None and not home.start < element.start < home.end
        if _is_teaser(held) or (is_beside and _is_card(held)):
            alike.setdefault((id(element.parent), element.name), []).append(id(element))
    listed = {one for ones in alike.values() if len(ones) >= FEWEST for one in ones}
    return _within(page, lambda e: id(e) in listed and id(e) not in around)


def _is_teaser(blocks: Sequence[TextBlock]) -> bool:
    """Say whether the first block is a link, and no card."""
    return bool(blocks) and not blocks[0].is_card and blocks[0].letters >= SHORTEST_TEASER and _is_whole(blocks[0])


def _is_card(blocks: Sequence[TextBlock]) -> bool:
    """Say whether little is held, and a linked heading has at most a day or a label over it."""
    at = next((n for n, b in enumerate(blocks) if b.tag in HEADINGS), len(blocks))
    if len(blocks) > MOST_OF_CARD or at == len(blocks) or any(b.letters >= SHORTEST_TEASER for b in blocks[:at]):
        return False
    return blocks[at].letters >= SHORTEST_BESIDE and _is_whole(blocks[at])


def _is_whole(block: TextBlock) -> bool:
    """Say whether nearly all of a block is a link."""
    return block.linked * 10 >= block.letters * 9


def _within(page: SeenPage, is_meant: Callable[[Element], bool]) -> Callable[[TextBlock], bool]:
    """Make a test of whether a block stands in such an element."""
    within: set[int] = set()
    for element in page.scanned.elements:  # each comes after the one it stands in
        if id(element.parent) in within or is_meant(element):
            within.add(id(element))
    return lambda block: id(block.inside) in within


def _without(blocks: Sequence[TextBlock], is_furniture: Callable[[TextBlock], bool]) -> list[TextBlock]:
    """Take some blocks out, unless they hold much of the article."""
    rest = [b for b in blocks if not is_furniture(b)]
    letters = sum(b.letters for b in blocks)
    return rest if letters - sum(b.letters for b in rest) <= MOST * letters else list(blocks)


def _named(
    page: SeenPage, blocks: Sequence[TextBlock], is_meant: Callable[[Element], bool]
) -> Callable[[TextBlock], bool]:
    """Make a test of whether a block stands in an element of this kind that holds little of the article."""
    held = Held(blocks)
    within: set[int] = set()
    for element in page.scanned.elements:  # each comes after the one it stands in
        if (is_meant(element) and held.by(element) <= SHARE * held.all) or (
            id(element.parent) in within and not element.is_body
        ):
            within.add(id(element))
    return lambda block: id(block.inside) in within


def _without_labels(page: SeenPage, kept: Sequence[TextBlock]) -> list[TextBlock]:
    """Take out headings that links to other news follow, or nothing: «Read more»; above the article writers' names may follow one."""
    known = {id(b) for b in kept}
    first = next((b.start for b in kept if is_prose(b)), 0)
    rest: list[TextBlock] = []
    links = longest = 0
    is_last = True
    for block in reversed(page.blocks):
        if id(block) not in known:
            links = links + 1 + (block.tag != "p") if is_linked(block) else 0
            longest = max(longest, block.linked) if links else 0
            continue
        is_subheading = block.start < first and longest <= min(LONGEST_NAMES, block.letters)
        if not _is_label(page.text, block) or not (is_last or (links > 1 and not is_subheading)):
            rest.append(block)
            is_last = False
        links = longest = 0
    rest.reverse()
    return rest or list(kept)


def _is_label(text: str, block: TextBlock) -> bool:
    is_short = block.tag in HEADINGS and block.letters < PARAGRAPH
    return is_short and not block.inside.is_lead and not is_stopped(text, block)
