"""
What the state of a page's program says of its article: title, day and authors, beside its text (`rules/page/script_text.py`).

Next.js, Nuxt, Apollo and their like put what they draw into a script. It holds other articles too, so only what stands in the object that has
the page's title is read, or, where the page is not called after its article, in the one object with most of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .date_names import is_date_name
from .script_data import DataText, Holder, decoded, texts_of_scripts
from .stated import Metadata, Stated, iso_day
from .titles import SHORTEST_TITLE, first_of_kind, title_words

TOLD = (
    *("publish", "datepub", "displaydate", "display_date", "postedat", "posted_at", "postedon", "posted_on"),
    *('"date"', '"date\\"'),
)
"""One of these is in every script that is worth reading, in small letters."""
CALLED = frozenset({"headline", "title"})
"""Names of what an article is called; a person or a section has a name."""
AUTHORS = frozenset(
    {"author", "authors", "byline", "bylines", "writer", "writers", "creator", "creators", "contributors"}
)
PLAIN = frozenset({"date", "timestamp"})
NAMES = frozenset({"name", "displayname", "fullname", "display_name", "full_name"})
OTHERS = re.compile(
    r"comment|relat|recommend|latest|trend|popular|most|menu|nav|footer|teaser|sidebar|promo", re.IGNORECASE
)
"""In the name of an object that holds other articles."""
LONGEST_NAME, LONGEST_DATE = 200, 60
FEWEST_LETTERS = 300
"""Code points of the text of an object that is taken for the article though the page is not called after it."""
MOST = 12
"""Values of one kind."""


@dataclass(slots=True)
class _Thing:
    """An object with a title."""

    holder: Holder
    dates: list[Stated] = field(default_factory=list)
    plain: list[Stated] = field(default_factory=list)
    """Of a name that may be any date's: `date`."""
    authors: list[Stated] = field(default_factory=list)
    title: Stated | None = None
    letters: int = 0


def read_script_facts(page: str, found: Metadata) -> None:
    """Add to what was `found` the day, the authors and the title that the page states nowhere else."""
    kinds = first_of_kind(found)
    is_named = "og" in kinds or "headline" in kinds
    if found.dates and is_named:
        return
    lower = page.lower()
    if "<script" not in lower or not any(told in lower for told in TOLD):
        return
    things = list(_things(page))
    titles = {title_words(stated.value) for stated in found.titles}
    own = [thing for thing in things if _is_called(thing.holder.title, titles)]
    if not own and (main := _main(things)):
        own = [main]
        if not is_named and main.title:
            found.titles.insert(0, main.title)
    if not found.dates:
        found.dates += [stated for thing in own for stated in thing.dates or thing.plain][:MOST]
    if not found.authors:
        found.authors += [stated for thing in own for stated in thing.authors][:MOST]


def _is_called(title: str, titles: set[str]) -> bool:
    words = title_words(title)
    return len(words) >= SHORTEST_TITLE and any(words in t or (len(t) >= SHORTEST_TITLE and t in words) for t in titles)


def _main(things: list[_Thing]) -> _Thing | None:
    """Give the object with most of the text, where no other has half as much."""
    by_size = sorted(things, key=lambda thing: -thing.letters)[:2]
    if not by_size or by_size[0].letters < FEWEST_LETTERS:
        return None
    return None if len(by_size) > 1 and 2 * by_size[1].letters > by_size[0].letters else by_size[0]


def _things(page: str) -> Iterator[_Thing]:
    things: dict[int, _Thing] = {}
    texts = list(texts_of_scripts(page))  # an object's names are known when it has ended
    for text in texts:
        holder = _around(text.holder)
        if holder is None:
            continue
        thing = things.setdefault(id(holder), _Thing(holder))
        name = text.name.lower()
        size = text.end - text.start
        if text.holder is holder and name in CALLED and not thing.title:
            thing.title = _stated(text, " ".join(decoded(text).text.split()), "headline")
        elif text.holder is holder and size <= LONGEST_DATE and is_date_name(name):
            if day := iso_day(decoded(text).text):
                (thing.plain if name in PLAIN else thing.dates).append(_stated(text, day, "state"))
        elif size <= LONGEST_NAME and _names_author(text, name):
            thing.authors.append(_stated(text, decoded(text).text, "meta"))
        else:
            thing.letters += size
    yield from things.values()


def _around(holder: Holder) -> Holder | None:
    """Give the object with a title that a text stands in; None where it stands among other articles, or in none."""
    found: Holder | None = None
    above: Holder | None = holder
    while above is not None:
        if OTHERS.search(above.name):
            return None
        if found is None and not above.is_list and not CALLED.isdisjoint(above.names):
            found = above
        above = above.parent
    return found


def _names_author(text: DataText, name: str) -> bool:
    if name in AUTHORS:
        return True
    holder = text.holder
    return name in NAMES and (holder.name.lower() in AUTHORS)


def _stated(text: DataText, value: str, by: str) -> Stated:
    return Stated(value, text.data.starts[text.start], text.data.ends[text.end - 1], by)
