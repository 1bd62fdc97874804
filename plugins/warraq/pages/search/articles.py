"""The terms of one article, with their places: its words under the names that the archive's analysis gives them, and the concepts that it names."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, repeat
from typing import Any

from warraq.arabic.analysis import Analysed

from .contributions import BODY, GAP, Contribution
from .labels import Labels
from .names import Names
from .postings import FLAGS, Form, Posting, length_level, numbers_of, packed, places_of, read_number, together
from .word_numbers import bytes_of_numbers, numbers_of_bytes

COLUMNS = "number, url, slot, length, concepts, tags, named, text_words, once, words, sizes, places"


@dataclass(frozen=True, slots=True)
class Row:
    """What the tables say of the words of an article."""

    url: str
    slot: int
    level: int
    """Its length (`length_level`)."""
    concepts: tuple[str, ...]
    """Those that it names, and its tags."""
    named: tuple[str, ...]
    """The concepts that it was filed under when the row was last looked at."""
    text_words: int
    words: list[int]
    """Numbers of its words as they are written; those come first that stand once."""
    once: int
    """So many stand once."""
    places: list[bytes]
    """The packed places of each."""

    @property
    def head(self) -> int:
        """Give its number and its length, as heads of postings have them."""
        return self.slot << FLAGS | self.level << 1

    def postings(self) -> Iterator[Posting]:
        """Give the places of its words."""
        return ((at < self.once, places) for at, places in enumerate(self.places))

    def words_with_places(self) -> Iterator[tuple[int, Posting]]:
        """Give its words by number, each with its places."""
        return zip(self.words, self.postings(), strict=True)


def row(values: tuple[Any, ...]) -> Row:
    """Read the values of `COLUMNS`."""
    _, url, slot, length, concepts, tags, named, text_words, once, words, sizes, places = values
    sizes = all_sizes(json.loads(once), sizes)
    ends = list(accumulate(sizes))
    return Row(
        url,
        slot,
        length_level(length),
        (*json.loads(concepts), *json.loads(tags)),
        tuple(json.loads(named)),
        text_words,
        numbers_of_bytes(words, len(sizes)),
        sum(json.loads(once)),
        [places[start:end] for start, end in zip([0, *ends], ends, strict=False)],
    )


def all_sizes(once: Sequence[int], sizes: bytes) -> list[int]:
    """Give the bytes of the places of each word, of what a contribution says of them."""
    return [*chain.from_iterable(map(repeat, range(1, len(once) + 1), once)), *numbers_of(sizes)]


def times(once: Sequence[int], sizes: bytes, places: bytes) -> Iterable[int]:
    """Give how often each word stands, of what a contribution says of them."""
    behind = sum(size * many for size, many in enumerate(once, 1))
    starts = list(accumulate(numbers_of(sizes), initial=behind))[:-1]
    several = [read_number(places, start)[0] if places[start] > 127 else places[start] for start in starts]
    return chain(repeat(1, sum(once)), several)


def rows(database: sqlite3.Connection, where: str = "", values: tuple[object, ...] = ()) -> Iterator[Row]:
    """Yield the articles."""
    asked = f"SELECT {COLUMNS} FROM article JOIN place USING (number) {where}"  # noqa: S608 - constants of ours
    return map(row, database.execute(asked, values))


def remove(database: sqlite3.Connection, url: str) -> None:
    """Take an article out of the tables of contributions."""
    for table in ("place", "shown"):
        database.execute(f"DELETE FROM {table} WHERE number = (SELECT number FROM article WHERE url = ?)", (url,))  # noqa: S608 - constants
    database.execute("DELETE FROM article WHERE url = ?", (url,))


def insert(database: sqlite3.Connection, given: Contribution, key: str, words: list[int]) -> None:
    """Put a contribution into the tables, and its words by number; the article's own number comes later."""
    tags, concepts = (json.dumps(part, ensure_ascii=False) for part in (given.tags, given.concepts))
    facts = (given.url, -1, key, given.day, given.source, tags, concepts, "[]", given.length, given.text_words)
    asked = "INSERT INTO article VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    number = database.execute(asked, (*facts, given.language, given.version_of)).lastrowid
    placed = (number, json.dumps(given.once), bytes_of_numbers(words), given.sizes, given.places)
    database.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?)", placed)
    database.execute("INSERT INTO shown VALUES (?, ?)", (number, given.shown))


def shifted(posting: Posting, step: int) -> list[int]:
    """Give the places of a later token of a word."""
    return [min(place + step, BODY - 1) if place < BODY else place + step for place in places_of(posting)]


def postings(
    article: Row,
    tokens: Callable[[int], tuple[str, ...]],
    names_of: Callable[[str], Analysed],
    labels: Labels,
    names: Names,
) -> Mapping[Form, Posting]:
    """Give every term of an article."""
    found: dict[Form, Posting] = {}
    labelled: list[tuple[tuple[str, ...], Posting]] = []
    for word, first in article.words_with_places():
        for step, token in enumerate(tokens(word)):
            posting = first if not step else _posting(shifted(first, step))
            analysed = names_of(token)
            form = Form(analysed.family, analysed.bare, analysed.core, analysed.stem)
            found[form] = together((found[form], posting)) if form in found else posting
            if parts := labels.parts_of(analysed):
                labelled.append((parts, posting))
    found.update((concept_form(i), posting) for i, posting in concepts(article, labelled, labels, names))
    return found


def _posting(places: list[int]) -> Posting:
    return len(places) == 1, packed(places)


def concept_form(concept: str) -> Form:
    """Give the term that a concept is filed under."""
    return Form(*[f"={concept}"] * 4)


def concepts(
    article: Row, labelled: Iterable[tuple[tuple[str, ...], Posting]], labels: Labels, names: Names
) -> Iterator[tuple[str, Posting]]:
    """Yield the concepts of an article with the places of their labels; what it is said to name stands behind the text too. Notes name nothing."""
    behind = BODY + article.text_words + GAP - 1
    found: dict[str, set[int]] = {i: {behind} for i in article.concepts if i in names}
    for concept, place in labels.places(labelled):
        if place < behind:
            found.setdefault(concept, set()).add(place)
    for concept in sorted(found):
        yield concept, _posting(sorted(found[concept]))
