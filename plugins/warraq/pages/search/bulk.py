"""
The tables made of all contributions at once: by the first build, and where nearly everything changes.

Every distinct word is folded and analysed once. Then each article is filed under its terms, in the order of the articles' numbers, so that every
posting is put behind the others of its term; in as many parts as memory asks for.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, repeat

from warraq.arabic.analysis import Analysed

from .articles import Row, concept_form, concepts, rows, shifted
from .filing import Filing
from .labels import Labels
from .lexicon import Lexicon, lexicon
from .listing import entries
from .names import Names
from .numbering import numbers, table_size
from .postings import Form, Posting, packed, times_of
from .shards import BITS, family_hash
from .tables import empty, make_indexes
from .terms import measure_families, term_row

PART = 60_000_000
"""So many bytes of postings are in memory at a time, roughly."""
POSTING, TERM = 4, 300
"""Bytes that an occurrence and a term take there."""

Parts = Sequence[tuple[int, tuple[str, ...]]]
"""The tokens of a word that labels have, each with its step behind the word's first, as labels compare it."""


def count_words(counts: Counter[int], words: Iterable[int], times: Iterable[int]) -> None:
    """Add an article's words to the frequencies of words, by number."""
    counts.update(chain.from_iterable(map(repeat, words, times)))


def rebuild(database: sqlite3.Connection, names: Names, known: Mapping[str, int], counts: Counter[int]) -> None:
    """
    Make every table out of contributions, and forget `counts`.

    `known` are the numbers of all words; `counts` their frequencies, where they were counted already.
    """
    empty(database)
    urls = [url for (url,) in database.execute("SELECT url FROM article")]
    numbered = sorted(numbers(urls, table_size(len(urls))).items(), key=lambda each: each[1])
    database.executemany("UPDATE article SET slot = ?2 WHERE url = ?1", numbered)
    for article in () if counts else _all(database):
        count_words(counts, article.words, map(times_of, article.postings()))
    found = lexicon(database, known, counts)
    counts.clear()
    labels = Labels(names, found.analysis)
    label_words = _label_words(found, labels)
    forms = [*found.forms, *map("\t".join, map(concept_form, names))]
    of_concept = {i: n for n, i in enumerate(names, len(found.forms))}
    hashes = array("I", (family_hash(form.partition("\t")[0]) for form in forms))
    parts = (POSTING * found.occurrences + TERM * len(hashes)) // PART + 1
    noted: list[tuple[str, str]] = []
    for part in range(parts):
        wanted = bytes(hash_ * parts >> BITS == part for hash_ in hashes)
        filing = Filing(found.term_of, wanted)
        for article in _all(database):
            named = list(concepts(article, _labelled(article, label_words), labels, names))
            more = [(of_concept[i], posting) for i, posting in named]
            filing.file(
                article.head, article.words, article.once, article.places, [*_folded(article, found.several), *more]
            )
            if named and not part:
                noted.append((json.dumps([i for i, _ in named], ensure_ascii=False), article.url))
        database.executemany(
            "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (term_row(hashes[n], Form(*forms[n].split("\t")), each) for n, each in filing.taken()),
        )
    database.executemany("UPDATE article SET named = ? WHERE url = ?", noted)
    measure_families(database)
    make_indexes(database)
    database.executemany("INSERT INTO listed VALUES (?, ?, ?, ?, ?)", entries(database, found.analysis, None))


def _all(database: sqlite3.Connection) -> Iterator[Row]:
    """Yield all articles in the order of their numbers."""
    order = [number for (number,) in database.execute("SELECT number FROM article ORDER BY slot")]
    for number in order:
        yield from rows(database, "WHERE number = ?", (number,))


def _folded(article: Row, several: Mapping[int, Sequence[int]]) -> list[tuple[int, Posting]]:
    """Give the terms of those of its words that fold to several tokens, with their places."""
    if several.keys().isdisjoint(article.words):
        return []
    found = []
    for word, posting in article.words_with_places():
        for step, term in enumerate(several.get(word, ())):
            later = shifted(posting, step)
            found.append((term, (len(later) == 1, packed(later))))
    return found


def _label_words(found: Lexicon, labels: Labels) -> Mapping[int, Parts]:
    """Give the words that labels have, each with its tokens among them."""
    has = {}
    for n, form in enumerate(found.forms):
        family, bare, core, stem = form.split("\t")
        if parts := labels.parts_of(Analysed(bare, core, stem, family)):
            has[n] = parts
    single: dict[int, Parts] = {word: [(0, has[n])] for word, n in enumerate(found.term_of) if n in has}
    several = {
        word: [(step, has[n]) for step, n in enumerate(each) if n in has] for word, each in found.several.items()
    }
    return {**single, **{word: steps for word, steps in several.items() if steps}}


def _labelled(article: Row, label_words: Mapping[int, Parts]) -> Iterable[tuple[tuple[str, ...], Posting]]:
    """Yield the words of an article that labels have, with their places."""
    for at, word in enumerate(article.words):
        if word in label_words:
            posting = (at < article.once, article.places[at])
            for step, parts in label_words[word]:
                later = shifted(posting, step) if step else None
                yield parts, (len(later) == 1, packed(later)) if later else posting
