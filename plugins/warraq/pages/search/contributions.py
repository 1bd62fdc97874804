"""
What one article gives to the index: its words with their places, what results are chosen by, and what they show.

It is made where the edition is, and nothing else of the article is needed afterwards: the text that a result quotes is in it, packed, as the
file that the index publishes under the article's number. So a browser that knows the number asks for the text at once.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from warraq.arabic.analysis import Analysis
from warraq.arabic.analysis.description import tables
from warraq.pages.gzipped import gzipped

from .holdings import Holding
from .lettering import lettered
from .postings import number, numbers_packed, packed

ROOT = "search/index/"
"""Where the index stands, below the site's root."""
BODY = 48
"""The place of the first word of a text; the title's words have the places before it, the last of a longer title share one."""
GAP = 16
"""Empty places before the notes, so that no phrase goes across."""
REMEMBERED = 20_000
"""Words with odd letters of which is remembered how many tokens they fold to."""
ODD = re.compile("[^ 0-9A-Za-z%\u0621-\u063a\u0641-\u064a]")
"""A letter of a word that may fold to several tokens or to none: every other word folds letter by letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """All that the index keeps of an article."""

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
    once: tuple[int, ...]
    """How many of its words stand once, and their place takes one byte, two bytes, and so on: they come first, in the order of their places."""
    words: str
    """Its different words as they are written, between spaces."""
    sizes: bytes
    """Of each word that stands several times the bytes of its places, as numbers (`postings.number`)."""
    places: bytes
    """Where each word stands: bytes of `postings.packed`, one after the other."""
    language: str = "ar"
    version_of: str = ""
    """Of another version of an article: the address of the one that is shown."""
    shown: bytes = b""
    """The file of its text (`packed_text`)."""

    @property
    def key(self) -> str:
        """What it says, as a hash: two with the same key are the same."""
        return key_of(self.as_bytes())

    def as_bytes(self) -> bytes:
        """Write it: a line of JSON, then its words, sizes, places and text."""
        words = self.words.encode()
        small = [self.url, self.day, self.source, self.tags, self.concepts, self.length, self.text_words, self.once]
        small += [len(words), len(self.sizes), len(self.places), self.language, self.version_of]
        return b"".join((as_json(small), b"\n", words, self.sizes, self.places, self.shown))

    @classmethod
    def from_bytes(cls, data: bytes) -> Contribution:
        """Read what `as_bytes` wrote."""
        at = data.index(b"\n") + 1
        url, day, source, tags, concepts, length, text_words, once, *behind, language, version_of = json.loads(
            data[:at]
        )
        words, sizes, places, shown = accumulate(behind, initial=at)
        return cls(
            url=url,
            day=day,
            source=source,
            tags=tuple(tags),
            concepts=tuple(concepts),
            length=length,
            text_words=text_words,
            once=tuple(once),
            words=data[words:sizes].decode(),
            sizes=data[sizes:places],
            places=data[places:shown],
            language=language,
            version_of=version_of,
            shown=data[shown:],
        )


def key_of(written: bytes) -> str:
    """Hash what `Contribution.as_bytes` wrote."""
    return hashlib.blake2b(written, digest_size=12).hexdigest()


def contribution(holding: Holding) -> Contribution:
    """Make the contribution of one article; it depends on nothing else."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    titled = _place(places, holding.title, 0, BODY - 1)
    text = _place(places, holding.text, BODY)
    notes = _place(places, holding.notes, BODY + text + GAP)
    alone = [word for word, found in places.items() if len(found) == 1]
    single = [number(places.pop(word)[0]) for word in alone]
    several = list(map(packed, places.values()))
    counted = Counter(map(len, single))
    return Contribution(
        url=holding.url,
        day=holding.day,
        source=holding.source,
        tags=holding.tags,
        concepts=holding.concepts,
        length=titled + text + notes,
        text_words=text,
        once=tuple(counted[size] for size in range(1, max(counted, default=0) + 1)),
        words=" ".join([*alone, *places]),
        sizes=numbers_packed(list(map(len, several))),
        places=b"".join([*single, *several]),
        language=holding.language,
        version_of=holding.version_of,
        shown=packed_text(holding),
    )


def _place(places: defaultdict[str, list[int]], text: str, start: int, last: int | None = None) -> int:
    """Note where each word stands, not behind `last`; give the number of words. One that folds to several has so many places."""
    found = folding().words(text)
    odd = {word: size for word in _odd_words(f" {' '.join(set(found))} ") if (size := _tokens_in(word)) != 1}
    if last is None and not odd:
        for at, word in enumerate(found, start):
            places[word].append(at)
        return len(found)
    at = start
    for word in found:
        if size := odd.get(word, 1):
            places[word].append(at if last is None else min(at, last))
            at += size
    return at - start


@lru_cache(REMEMBERED)
def _tokens_in(word: str) -> int:
    """Give how many tokens a word folds to."""
    plain = folding()
    plain.folded.clear()
    return len(plain.fold(word))


def _odd_words(words: str) -> set[str]:
    """Give the words that have an odd letter, of words between spaces."""
    return {words[words.rfind(" ", 0, at) + 1 : words.find(" ", at)] for at in (m.start() for m in ODD.finditer(words))}


@cache
def folding() -> Analysis:
    """Give the analysis that finds words and folds them: no archive changes that."""
    return Analysis(tables())


def packed_text(holding: Holding) -> bytes:
    """
    Make the file that a result is shown by: address, title, text, date, source, notes, the date in words, whether it is inferred.

    Of another version of an article its day in words comes last.
    """
    entry: list[str | int] = [holding.url, holding.title, holding.text, holding.date, holding.source, holding.notes]
    entry += [holding.date_text, int(holding.inferred), *([holding.version_day] if holding.version_of else [])]
    return gzipped([lettered(entry)])


def as_json(value: object) -> bytes:
    """Write JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
