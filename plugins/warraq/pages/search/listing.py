"""
The words of an archive, for readers who mistype and for readers who have not finished typing.

A slip of one letter leaves the first letters right or the last ones. So all words are listed by their beginnings and by their ends,
in files of those that begin with the same letters: two of them have every word that is one letter away. A third list has them by the sound of their
consonants, for names that have many spellings, or are typed in Latin letters.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from warraq.arabic.analysis import Analysis

SMALL = 1_000
"""Up to so many articles every word is listed; of more, the words of at least two articles, since most others are slips themselves."""
DEPTHS = {"front": (1_000, 15_000), "back": (1_000, 15_000), "sound": (1_000, 4_000, 60_000)}
"""The lists, each with the numbers of words from which on one letter more is needed to tell a file; the host's gzip makes a third of a file."""
SIDES = ("front", "back", "sound")
Entry = tuple[str, str, str, int, str]
"""A word, backwards, by its sound; in how many articles (a word's forms counted each); what the list says of it."""


def entries(database: sqlite3.Connection, analysis: Analysis, cores: Iterable[str] | None) -> Iterator[Entry]:
    """Yield the entries of some words, or of all (None)."""
    if cores is None:
        terms = database.execute(
            "SELECT core, family, count FROM term WHERE family NOT LIKE '=%' ORDER BY core, family"
        )
        spelt = _spelt(database.execute(f"{SPELT} ORDER BY token.core"), analysis)
        for core, found in groupby(terms, key=lambda term: str(term[0])):
            if entry := _entry(core, [(family, count) for _, family, count in found], spelt, analysis):
                yield entry
        return
    for core in cores:
        found = database.execute("SELECT family, count FROM term WHERE core = ? AND family NOT LIKE '=%'", (core,))
        spelt = _spelt(database.execute(f"{SPELT} WHERE token.core = ?", (core,)), analysis)
        if entry := _entry(core, found.fetchall(), spelt, analysis):
            yield entry


SPELT = "SELECT token.core, token.token, word.written, word.n FROM token JOIN word ON word.token = token.token"


def _spelt(rows: Iterable[tuple[str, str, str, int]], analysis: Analysis) -> Mapping[str, str]:
    """Give the most frequent spelling of words, without particles and marks, where it differs from the folded one: قناة for قناه."""
    best: dict[str, tuple[int, str]] = {}
    for core, token, written, n in rows:
        plain = analysis.ignored.sub("", written)
        if len(plain) == len(token) and token.endswith(core):
            found = (n, plain[len(token) - len(core) :])
            best[core] = max(best.get(core, found), found)
    return {core: spelling for core, (_, spelling) in best.items() if spelling != core}


def _entry(core: str, terms: list[tuple[str, int]], spelt: Mapping[str, str], analysis: Analysis) -> Entry | None:
    """Make one: the frequency (the logarithm, base 2), `+` where the word always follows an article, and its spelling."""
    if len(core) < 3 or not core.isalpha() or not terms:
        return None
    count = sum(n for _, n in terms)
    family = analysis.analyse(core).family
    always = "+" if all(other != family for other, _ in terms) else ""
    text = f"{core}{min(count.bit_length(), 9)}{always}{spelt.get(core, '')}"
    return (core, core[::-1], f"{analysis.consonants(core)} {core}", count, text)


def least(articles: int) -> int:
    """Give the number of articles from which on a word is listed."""
    return 1 if articles < SMALL else 2


def depth(side: str, words: int) -> int:
    """Give how many letters tell a list's files."""
    return sum(words >= bound for bound in DEPTHS[side])


def file_name(prefix: str) -> str:
    """Name the file of the words with a prefix: its letters as numbers, because not every file system keeps every letter."""
    return "".join(f"{ord(letter):04x}" for letter in prefix) or "all"


def articles(database: sqlite3.Connection) -> int:
    """Count the articles."""
    return int(database.execute("SELECT COUNT(*) FROM article").fetchone()[0])


def list_depths(database: sqlite3.Connection) -> dict[str, int]:
    """Give how many letters tell the files of each list."""
    asked = "SELECT COUNT(*) FROM listed WHERE count >= ?"
    words = database.execute(asked, (least(articles(database)),)).fetchone()[0]
    return {side: depth(side, words) for side in SIDES}
