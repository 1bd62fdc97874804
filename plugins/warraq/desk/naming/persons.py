"""Where a person's name goes on, from its first word: given names, fathers, then one word of the family or of a foreign name."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache

from warraq.arabic.folding import fold

from .cue import Cue
from .ends import SONS
from .lexicon import Says
from .words_of_run import ENDS, HEADS, Found, RunWords

LONGEST = 8
"""Words of a name."""
LONGEST_FOREIGN = 3
NO_NAME = re.compile("[بلوف]?ت..ي.|.*ه|[بلوف]?ا(?:ست|نت?).*|.*[^و]ين|.*ات")
"""Folded words that look like masdars, feminine or plural nouns: as the first word behind an office they are no given name."""
SHORTEST_JOINED = 4
"""Letters of an unknown word that begins with و, from which on that is «and»: given names like وليد are known."""
SHORTEST_FAMILY = 5
"""Letters of a family's name, with its article."""


class Shown(Enum):
    """What shows that a person is named."""

    TITLE = auto()
    OFFICE = auto()
    """An office stands some words before it."""
    GIVEN = auto()
    """The given name alone."""


class Next(Enum):
    """What a word is to the name before it."""

    NONE = auto()
    LINEAGE = auto()
    """A given name of a father."""
    FAMILY = auto()
    PERHAPS_FAMILY = auto()
    """An everyday word with the article: الأسد."""
    FOREIGN = auto()
    """Nothing is known of it."""


@cache
def _before_one_name() -> frozenset[str]:
    """Give titles behind which a given name is enough, whatever else it means: الملك سلمان."""
    return frozenset(map(fold, ("الملك", "الأمير", "السلطان", "الشيخ")))


def behind_title(run: RunWords, at: int) -> list[Found]:
    """Give the person whose title ends before a word."""
    if at >= len(run.tokens):
        return []
    word, said = run.tokens[at].folded, run.says(at)
    if said & Says.GIVEN and not said & Says.TITLE:
        return person(run, at, word, Shown.TITLE)
    if said or run.known_name(at):
        return []
    if word.startswith("ال"):
        everyday = run.known.words.get(word[2:], Says.NOTHING) & (Says.COMMON | HEADS)
        return [] if everyday or len(word) < SHORTEST_FAMILY else [run.made(at, at + 1, word, Cue.FAMILY)]
    return person(run, at, word, Shown.TITLE) if run.is_unknown(at) else []


def may_hold_office(run: RunWords, at: int) -> bool:
    """Tell whether an unknown word may be who holds the office before it: what it is of is done, «وزير الخارجية الأميركي جون»."""
    word = run.tokens[at].folded
    done = run.has_article(at - 1) or run.known_name(at - 1) is not None
    joined = word[0] == "و" and len(word) > SHORTEST_JOINED
    return done and run.is_unknown(at) and len(word) > 2 and not joined and not NO_NAME.fullmatch(word)


def person(run: RunWords, at: int, word: str, shown: Shown) -> list[Found]:
    """Give a person's name from its first word on, with each end that is possible; nothing where too little shows it."""
    first = run.known.words.get(word, Says.NOTHING)
    end, sure, of_lineage = _read(run, at)
    several, strong = end - at > 1, bool(first & Says.GIVEN) and not first & Says.WEAK
    if first & Says.FUNCTION and shown is not Shown.TITLE:
        return []  # مساعد أمين is an office
    if shown is Shown.GIVEN and not (several and (strong or of_lineage)):
        return []
    if shown is Shown.OFFICE and not (several or strong):
        return []
    if shown is Shown.TITLE and not several and first & Says.WEAK and not _is_royal(run, at - 1):
        return []
    least = sure if sure - at > 1 else at + 1
    if least - at == 1 and several and (first & Says.GIVEN or shown is not Shown.TITLE):
        least = at + 2
    return [run.made(at, to, word, Cue.PERSON) for to in range(least, end + 1)]


def _is_royal(run: RunWords, at: int) -> bool:
    return at >= 0 and run.tokens[at].folded in _before_one_name()


def _read(run: RunWords, at: int) -> tuple[int, int, bool]:
    """Read on from the first word; give where the name ends at most, where it ends at least, and whether fathers are named."""
    tokens = run.tokens
    end = sure = at + 1
    of_lineage = has_family = False
    while end < len(tokens) and end - at < LONGEST:
        if _leads_on(run, end):
            end += 2
            sure, of_lineage, has_family = end, True, tokens[end - 2].folded == "ال"
            continue
        what = Next.NONE if has_family else _next(run, end, end - at, of_lineage=of_lineage)
        if what is Next.NONE or (what is Next.FOREIGN and end - at >= LONGEST_FOREIGN and not of_lineage):
            break
        end += 1
        if what in (Next.LINEAGE, Next.FAMILY):
            sure = end
        of_lineage = of_lineage or what is Next.LINEAGE
        has_family = what in (Next.FAMILY, Next.PERHAPS_FAMILY)
    return end, sure, of_lineage


def _leads_on(run: RunWords, at: int) -> bool:
    """Tell whether a word leads to a father or a family: بن, أبو, آل."""
    token = run.tokens[at]
    return (
        token.folded in SONS
        and at + 1 < len(run.tokens)
        and (token.folded != "ال" or run.run.written(token)[:1] == "آ")
    )


def _next(run: RunWords, at: int, so_far: int, *, of_lineage: bool) -> Next:
    folded, said = run.tokens[at].folded, run.says(at)
    if said & Says.GIVEN:
        return Next.LINEAGE
    if said & ENDS or folded.isdecimal() or run.known_name(at):
        return Next.NONE
    if folded.startswith("ال"):
        rest = run.known.words.get(folded[2:], Says.NOTHING)
        if len(folded) < SHORTEST_FAMILY or rest & HEADS or folded.endswith("يه"):  # الخارجية is no family's name
            return Next.NONE
        return Next.PERHAPS_FAMILY if rest & Says.COMMON and not rest & Says.GIVEN else Next.FAMILY
    joined = folded[0] == "و" and so_far > 1
    verb = folded[0] in "يت" and len(folded) > 3 and of_lineage
    return Next.NONE if joined or verb or not run.is_unknown(at) else Next.FOREIGN
