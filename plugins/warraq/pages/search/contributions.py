"""
What one article gives to the index: its words with their places, and what results are chosen by.

It is made where the edition is, and nothing else of the article is needed afterwards. The text that a result quotes is a file of its own, which
`text_file` makes in the same place; the index never sees it.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from itertools import accumulate
from typing import Any

from warraq.arabic.analysis import Analysis
from warraq.arabic.analysis.description import tables
from warraq.pages.gzipped import gzipped
from warraq.pages.page import File

from .holdings import Holding
from .postings import MANY, NUMBERS, packed

ROOT = "search/index/"
"""Where the index stands, below the site's root."""
BODY = 48
"""The place of the first word of a text; the title's words have the places before it, the last of a longer title share one."""
GAP = 16
"""Empty places before the notes, so that no phrase goes across."""
ODD = re.compile("[^ 0-9A-Za-z\u0621-\u063a\u0641-\u064a]")
"""A letter of a word that may fold to several tokens or to none: every other word folds letter by letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """All that the index keeps of an article; its fields are plain JSON."""

    url: str
    """Below the site's root: the article's name in the index."""
    day: int
    """The date as a number, 0 where undated."""
    source: str
    tags: tuple[str, ...]
    concepts: tuple[str, ...]
    """Ids of the concepts that it names."""
    length: int
    """Words, with title and notes."""
    text_words: int
    """Words of the text alone."""
    words: str
    """Its different words as they are written, in the order in which they are met, between spaces."""
    sizes: tuple[int, ...]
    """Of each word the bytes of its places, doubled, plus 1 where it stands once."""
    places: str
    """Where each word stands: bytes of `postings.packed`, one after the other; base64."""

    @property
    def key(self) -> str:
        """What it says, as a hash: two with the same key are the same."""
        told = "\0".join(str(getattr(self, field.name)) for field in fields(self))
        return hashlib.blake2b(told.encode(), digest_size=12).hexdigest()

    def as_json(self) -> bytes:
        """Write it."""
        return as_json({field.name: getattr(self, field.name) for field in fields(self)})

    @classmethod
    def from_json(cls, data: bytes) -> Contribution:
        """Read what `as_json` wrote."""
        value = json.loads(data)
        lists: dict[str, Any] = {key: tuple(part) for key, part in value.items() if isinstance(part, list)}
        return cls(**{**value, **lists})


def contribution(holding: Holding) -> Contribution:
    """Make the contribution of one article; it depends on nothing else."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    titled = _place(places, holding.title, 0, BODY - 1)
    text = _place(places, holding.text, BODY)
    notes = _place(places, holding.notes, BODY + text + GAP)
    once = [len(found) == 1 for found in places.values()]
    data = [NUMBERS[found[0]] if len(found) == 1 and found[0] < MANY else packed(found) for found in places.values()]
    return Contribution(
        url=holding.url,
        day=holding.day,
        source=holding.source,
        tags=holding.tags,
        concepts=holding.concepts,
        length=titled + text + notes,
        text_words=text,
        words=" ".join(places),
        sizes=tuple([len(part) << 1 | alone for part, alone in zip(data, once, strict=True)]),
        places=base64.b64encode(b"".join(data)).decode("ascii"),
    )


def _place(places: defaultdict[str, list[int]], text: str, start: int, last: int | None = None) -> int:
    """Note where each word stands, not behind `last`; give the number of words. One that folds to several has so many places."""
    plain = folding()
    found = plain.word.findall(text)
    odd = {word: len(plain.fold(word)) for word in _odd_words(f" {' '.join(set(found))} ")}
    plain.folded.clear()
    if last is None and all(size == 1 for size in odd.values()):
        for at, word in enumerate(found, start):
            places[word].append(at)
        return len(found)
    at = start
    for word in found:
        if size := odd.get(word, 1):
            places[word].append(at if last is None else min(at, last))
            at += size
    return at - start


def _odd_words(words: str) -> set[str]:
    """Give the words that have an odd letter, of words between spaces."""
    return {words[words.rfind(" ", 0, at) + 1 : words.find(" ", at)] for at in (m.start() for m in ODD.finditer(words))}


@cache
def folding() -> Analysis:
    """Give the analysis that finds words and folds them: no archive changes that."""
    return Analysis(tables())


def text_name(url: str) -> str:
    """Name the file of an article's text: a hash of its address, so that no other article renames it."""
    return hashlib.blake2b(url.encode(), digest_size=8).hexdigest()


def text_file(holding: Holding) -> File:
    """Make the file that a result is shown by: address, title, text, date, source, notes, the date in words, whether it is inferred."""
    entry: list[str | int] = [holding.url, holding.title, holding.text, holding.date, holding.source, holding.notes]
    entry += [holding.date_text, int(holding.inferred)]
    return File(f"{ROOT}texts/{text_name(holding.url)}.json.gz", gzipped([as_json(entry)]))


def as_json(value: object) -> bytes:
    """Write JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(words: str, sizes: Iterable[int], places: bytes) -> list[tuple[str, bool, bytes]]:
    """Give the words of a contribution, each with whether it stands once and with its packed places."""
    heads = list(sizes)
    ends = list(accumulate(head >> 1 for head in heads))
    spans = zip(words.split(" ") if words else (), heads, [0, *ends], ends, strict=False)
    return [(word, head & 1 == 1, places[start:end]) for word, head, start, end in spans]
