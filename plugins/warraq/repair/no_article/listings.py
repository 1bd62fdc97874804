"""
Pages that list articles: a section, the results of a search, a home page, a portal.

Their blocks are of equal make, headlines that lead elsewhere with a sentence or two below; no two paragraphs follow one another.
"""

from __future__ import annotations

from collections.abc import Sequence

from .cards import MOST_LABELS, calls_itself_both, cards_of, says_list
from .facts import Facts
from .teasers import consists_of_teasers

FEWEST_LINKS = 15
"""Blocks that are links, of a list."""
SHARE = 0.5
"""Of the letters that are seen, in links at least."""
LABEL = 20
"""Letters of words between links that may be a sentence."""
HEADLINE = 20
"""Letters of a link that is a headline; what is shorter is a menu's."""
RUN = 2
"""Paragraphs that stand in one container, one after the other, are a text."""
SURE = 2


def looks_like_a_list(facts: Facts) -> bool:
    """Say whether most of what a page shows is headlines that lead elsewhere, and no paragraph follows another."""
    links = [b for b in facts.seen if b.linked >= HEADLINE and b.linked * 4 >= b.letters * 3]
    letters = sum(b.letters for b in facts.seen)
    if len(links) < FEWEST_LINKS or sum(b.linked for b in facts.seen) < SHARE * letters:
        return False
    return not facts.chosen.in_script and not _has_run(facts)


def may_be_a_list(facts: Facts) -> bool:
    """Say whether a page that does not call itself an article consists of other articles' headlines, and says nothing of its own."""
    if not facts.chosen.in_script and consists_of_teasers(facts) and not facts.states_article:
        return True
    return (looks_like_a_list(facts) or _has_cards_alone(facts) or _is_links_alone(facts)) and not facts.says_article


def is_list(facts: Facts) -> bool:
    """Say whether a page that looks like a list also says that it is none of an article."""
    cards = cards_of(facts)
    by_itself = not facts.chosen.in_script and cards.are_a_list and (not facts.says_article or calls_itself_both(facts))
    if by_itself and says_list(facts, cards):
        return True
    has_own = not facts.is_root and cards.introductions + cards.others + cards.labels // MOST_LABELS > 1
    if has_own or _has_sentence(facts) or not looks_like_a_list(facts):
        return False
    return (facts.is_root or facts.says_collection) and not facts.says_article


def _has_cards_alone(facts: Facts) -> bool:
    """Say whether a page consists of cards, without a word of its own."""
    cards = cards_of(facts)
    return not facts.chosen.in_script and cards.are_a_list and not cards.introductions


def _is_links_alone(facts: Facts) -> bool:
    """Say whether a page has no paragraph, and what would be its text is links alone, however short each is."""
    own = [b.letters - b.linked for b in facts.chosen.blocks if b.letters and b.linked * 4 < b.letters * 3]
    links = sum(b.letters > 0 for b in facts.chosen.blocks) - len(own)
    return not facts.chosen.in_script and not facts.paragraphs and links >= FEWEST_LINKS and max(own, default=0) < LABEL


def _has_run(facts: Facts) -> bool:
    """Say whether two paragraphs follow one another in one container."""
    return any(
        a.inside.parent is b.inside.parent and a.inside is not b.inside and not _linked_between(facts, a.end, b.start)
        for a, b in zip(facts.paragraphs, facts.paragraphs[1:], strict=False)
    )


def _linked_between(facts: Facts, start: int, end: int) -> bool:
    return any(start <= b.start < end and b.linked for b in facts.seen)


def _has_sentence(facts: Facts) -> bool:
    """Say whether the page's own headline stands above a paragraph of its own: a flash beside a rail."""
    head = facts.chosen.headline
    if head is None:
        return False
    behind: Sequence[int] = [b.letters for b in facts.chosen.blocks if b.start >= head.end and b.linked == 0]
    return bool(behind) and not facts.is_root and max(behind) >= HEADLINE * 3
