"""The terms of one article, with their places: its words under the names that the archive's analysis gives them, and the concepts that it names."""

from __future__ import annotations

import json
import sqlite3
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from warraq.arabic.analysis import Analysed

from .contributions import BODY, GAP, Contribution, unpacked
from .labels import Labels
from .names import Names
from .postings import Form, Posting, packed, places_of, together

COLUMNS = "url, slot, concepts, tags, named, text_words, words, sizes, places"


@dataclass(frozen=True, slots=True)
class Row:
    """What a row of `article` says of words."""

    url: str
    slot: int
    concepts: tuple[str, ...]
    """Those that it names, and its tags."""
    named: tuple[str, ...]
    """The concepts that it was filed under when the row was last looked at."""
    text_words: int
    words: str
    sizes: array[int]
    places: bytes

    def words_with_places(self) -> list[tuple[str, bool, bytes]]:
        """Give its words, each with whether it stands once and with its packed places."""
        return unpacked(self.words, self.sizes, self.places)


def row(values: tuple[Any, ...]) -> Row:
    """Read the values of `COLUMNS`."""
    url, slot, concepts, tags, named, text_words, words, sizes, places = values
    return Row(
        url,
        slot,
        (*json.loads(concepts), *json.loads(tags)),
        tuple(json.loads(named)),
        text_words,
        zlib.decompress(words).decode(),
        array("I", zlib.decompress(sizes)),
        places,
    )


def rows(database: sqlite3.Connection, where: str = "ORDER BY slot", values: tuple[object, ...] = ()) -> Iterator[Row]:
    """Yield rows of `article`."""
    return map(row, database.execute(f"SELECT {COLUMNS} FROM article {where}", values))  # noqa: S608 - constants of ours


def insert(database: sqlite3.Connection, given: Contribution, key: str, places: bytes) -> None:
    """Put a contribution into the table; its number comes later."""
    lists = (json.dumps(part, ensure_ascii=False) for part in (given.tags, given.concepts))
    values = (given.url, -1, key, given.day, given.source, *lists, "[]", given.length, given.text_words)
    sizes = zlib.compress(array("I", given.sizes).tobytes(), 1)
    blobs = (zlib.compress(given.words.encode(), 1), sizes, places)
    database.execute("INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*values, *blobs))


def shifted(posting: Posting, step: int) -> list[int]:
    """Give the places of a later token of a word."""
    return [min(place + step, BODY - 1) if place < BODY else place + step for place in places_of(posting)]


def postings(
    article: Row,
    tokens: Callable[[str], tuple[str, ...]],
    names_of: Callable[[str], Analysed],
    labels: Labels,
    names: Names,
) -> Mapping[Form, Posting]:
    """Give every term of an article."""
    found: dict[Form, Posting] = {}
    labelled: list[tuple[tuple[str, ...], list[int]]] = []
    for word, once, places in article.words_with_places():
        for step, token in enumerate(tokens(word)):
            posting = (once, places) if not step else _posting(shifted((once, places), step))
            analysed = names_of(token)
            form = Form(analysed.family, analysed.bare, analysed.core, analysed.stem)
            found[form] = together(found[form], posting) if form in found else posting
            if parts := labels.parts_of(analysed):
                labelled.append((parts, places_of(posting)))
    found.update((concept_form(i), posting) for i, posting in concepts(article, labelled, labels, names))
    return found


def _posting(places: list[int]) -> Posting:
    return len(places) == 1, packed(places)


def concept_form(concept: str) -> Form:
    """Give the term that a concept is filed under."""
    return Form(*[f"={concept}"] * 4)


def concepts(
    article: Row, labelled: Iterable[tuple[tuple[str, ...], list[int]]], labels: Labels, names: Names
) -> Iterator[tuple[str, Posting]]:
    """Yield the concepts of an article with the places of their labels; what it is said to name stands behind the text too. Notes name nothing."""
    behind = BODY + article.text_words + GAP - 1
    found: dict[str, set[int]] = {i: {behind} for i in article.concepts if i in names}
    for concept, place in labels.places(labelled):
        if place < behind:
            found.setdefault(concept, set()).add(place)
    for concept in sorted(found):
        yield concept, _posting(sorted(found[concept]))
