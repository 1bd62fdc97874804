"""
The tables made of all contributions at once: by the first build, and where nearly everything changes.

Every distinct word is folded and analysed once. Then each article is filed under its terms, in the order of the articles' numbers, so that every
posting is put behind the others of its term; in as many parts as memory asks for.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from warraq.arabic.analysis import Analysed

from .articles import Row, concept_form, concepts, rows, shifted
from .blocks import Postings
from .filing import Filing
from .labels import Labels
from .listing import entries
from .names import Names
from .numbering import numbers, table_size
from .postings import Form, Posting, packed, times_of
from .shards import BITS, family_hash
from .tables import empty, make_indexes
from .terms import measure_families, term_row
from .lexicon import Lexicon, lexicon

PART = 60_000_000
"""So many bytes of postings are in memory at a time, roughly."""
POSTING, TERM = 3, 150
"""Bytes that an occurrence and a term take there."""

Parts = Sequence[tuple[int, tuple[str, ...]]]
"""The tokens of a word that labels have, each with its step behind the word's first, as labels compare it."""


def count_words(counts: Counter[int], article: Row) -> None:
    """Add an article's words to the frequencies of words, by number."""
    counts.update(article.words[: article.once])
    for word, places in zip(article.words[article.once :], article.places[article.once :], strict=True):
        counts[word] += places[0] if places[0] < 128 else times_of((False, places))


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
        count_words(counts, article)
    found = lexicon(database, known, counts)
    counts.clear()
    labels = Labels(names, found.analysis)
    about = {i: Postings() for i in names}
    hashes = [family_hash(form.partition("\t")[0]) for form in found.forms]
    parts = (POSTING * found.occurrences + TERM * len(hashes)) // PART + 1
    label_words = _label_words(found, labels)
    noted: list[tuple[str, str]] = []
    for part in range(parts):
        wanted = bytes(hash_ * parts >> BITS == part for hash_ in hashes)
        filing = Filing(found.term_of, wanted)
        for article in _all(database):
            filing.file(article.slot, article.words, article.once, article.places, _folded(article, found.several))
            if not part:
                named = dict(concepts(article, _labelled(article, label_words), labels, names))
                for i, posting in named.items():
                    about[i].append(article.slot, posting)
                if named:
                    noted.append((json.dumps(list(named), ensure_ascii=False), article.url))
        database.executemany(
            "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                term_row(hashes[n], Form(*found.forms[n].split("\t")), filing.taken(n))
                for n in sorted(filing.filed(), key=lambda n: (hashes[n], found.forms[n]))
            ),
        )
    concept_rows = (term_row(family_hash(f"={i}"), concept_form(i), each) for i, each in about.items() if each.count)
    database.executemany("INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", concept_rows)
    database.executemany("UPDATE article SET named = ? WHERE url = ?", noted)
    measure_families(database)
    database.executemany("INSERT INTO listed VALUES (?, ?, ?, ?, ?)", entries(database, found.analysis, None))
    make_indexes(database)


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
    for word, once, places in article.words_with_places():
        for step, term in enumerate(several.get(word, ())):
            later = shifted((once, places), step)
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
    if label_words.keys().isdisjoint(article.words):
        return
    for word, once, places in article.words_with_places():
        for step, parts in label_words.get(word, ()):
            later = shifted((once, places), step) if step else None
            yield parts, (len(later) == 1, packed(later)) if later else (once, places)
