"""
The navigation: which pages it leads to, in which order and in which words.

Without `navigation:` it has the site's own, and own pages that ask for a place (`menu:`). With it, it has what is written there and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from warraq.language import listed, message

from ..did_you_mean import did_you_mean
from ..problem import WrongValueError
from ..values import ADDRESS, tidy
from .own_page import PLACES, OwnPage

OURS: Mapping[str, str] = {
    "archive": "",
    "names": "concepts/",
    "corrections": "corrections/",
    "data": "data/",
    "method": "method/",
    "about": "about/",
    "search": "search/",
}
"""Pages of every site, by the words that `navigation:` has for them."""
USUAL = ("archive", "names", "corrections", "data", "method")
STEP = 10
MOST = 30
LONGEST = 40


class Way(NamedTuple):
    """One link of the navigation."""

    target: str
    """An address below the site's root, or a whole one of another site."""
    words: str = ""
    """What it is called; empty: as the theme calls it."""

    @property
    def leads_out(self) -> bool:
        """Tell whether it leads to another site."""
        return bool(ADDRESS.fullmatch(self.target))


USUAL_WAYS = tuple(Way(OURS[name]) for name in USUAL)


def parse_ways(value: object) -> object:
    """Read `[archive, team, {method: How we work}, {https://example.org: Blog}]` as pairs of target and words."""
    if not isinstance(value, list):
        return value
    pairs = []
    for item in value[:MOST]:
        pair = list(item.items()) if isinstance(item, dict) else [(item, "")]
        if len(pair) != 1 or not all(isinstance(each, str) for each in pair[0]):
            raise WrongValueError(
                message("Each line is a page, or a page and its words."),
                message("Write - names, or - names: Who is who"),
            )
        pairs.append((tidy(pair[0][0]), tidy(pair[0][1])[:LONGEST]))
    return pairs


def menu_of(written: Sequence[tuple[str, str]] | None, pages: Iterable[OwnPage], language: str) -> tuple[Way, ...]:
    """Give the ways; a WrongValueError says which of them leads nowhere."""
    own = [page for page in pages if page.name not in PLACES]
    if written is None:
        mine = [(page.order, page.text.title, Way(page.address, page.menu)) for page in own if page.menu]
        ours = [(number * STEP, "", way) for number, way in enumerate(USUAL_WAYS, 1)]
        return tuple(way for _, _, way in sorted([*ours, *mine]))
    here = {page.name: page for page in sorted(own, key=lambda page: page.text.lang == language)}
    ways = []
    for name, words in written:
        if ADDRESS.fullmatch(name):
            if not words:
                raise WrongValueError(
                    message("The link {link} has no words.", link=name), message("Write - {link}: Blog", link=name)
                )
            ways.append(Way(name, words))
        elif name in here:
            page = here[name]
            ways.append(Way(page.address, words or page.menu or page.text.title))
        elif name in OURS:
            ways.append(Way(OURS[name], words))
        else:
            known = (*OURS, *here)
            raise WrongValueError(
                message("There is no page {name} to lead to.", name=name),
                did_you_mean(name, known, message("Write one of: {allowed}.", allowed=listed(known, MOST))),
            )
    return tuple(ways)
