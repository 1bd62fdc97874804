"""
Pages on which every sentence is a teaser: one below a headline, and a link with the two.

A section looks so whatever its elements are: cards that are one link, items whose headline leads elsewhere, headings with «Read more» below. An
article with a paragraph under each subheading has no link for each, and two paragraphs under some.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..html_tags.elements import HEADINGS
from ..rules.page.containers import is_stopped
from ..rules.page.scanned import TextBlock
from .cards import HEADLINE, LONGEST, RIGHTS, SHORTEST, is_own_title, leads_elsewhere, words_said
from .facts import Facts

FEWEST = 4
"""Teasers of a list."""
SENTENCE, STOPPED = 45, 20
"""Letters of a sentence, and of one with a stop."""
TEASER = 300
"""Letters of a teaser, at most."""
FEWEST_WORDS = 3
"""Of a heading that is a headline."""


@dataclass(slots=True)
class _Card:
    """A headline with what stands below it."""

    is_linked: bool
    start: int
    sentences: int = 0


def consists_of_teasers(facts: Facts) -> bool:
    """Say whether each sentence of a page stands by itself below a headline, and something of each leads elsewhere."""
    cards: list[_Card] = []
    for block in facts.own:
        if _goes_on(facts, cards, block):
            cards[-1].sentences += 1
        elif _is_headline(facts, block):
            cards.append(_Card(block.linked > 0, block.start))
        elif _is_sentence(facts, block):
            if not cards or block.letters > TEASER:
                return False
            cards[-1].sentences += 1
            cards[-1].is_linked |= block.linked > 0
        elif cards and block.linked:
            cards[-1].is_linked = True
    told = [c for c in cards if c.sentences]
    return len(told) >= FEWEST and all(c.is_linked and c.sentences == 1 for c in told)


def _goes_on(facts: Facts, cards: list[_Card], block: TextBlock) -> bool:
    """Say whether a block stands in the one link that begins with the headline above it, and is the first sentence there."""
    if not (cards and block.is_card) or cards[-1].sentences or block.tag in HEADINGS or block.letters < STOPPED:
        return False
    return "</a" not in facts.text[cards[-1].start : block.start][:LONGEST].lower()


def _is_headline(facts: Facts, block: TextBlock) -> bool:
    if is_own_title(facts, block) or block.tag == "h1":
        return False
    is_heading = block.tag in HEADINGS and len(words_said(facts, block).split()) >= FEWEST_WORDS
    return leads_elsewhere(block) or (is_heading and block.letters >= SHORTEST)


def _is_sentence(facts: Facts, block: TextBlock) -> bool:
    own = block.letters - block.linked
    if block.tag in HEADINGS or own < STOPPED or block.linked >= HEADLINE * 2:
        return False
    is_right = RIGHTS.search(facts.text, block.start, min(block.end, block.start + LONGEST))
    return not is_right and (own >= SENTENCE or is_stopped(facts.text, block))
