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
from operator import itemgetter

from warraq.arabic.analysis import Analysis

SMALL = 1_000
"""Up to so many articles every word is listed; of more, the words of at least two articles, since most others are slips themselves."""
DEPTHS = {"front": (1_000, 15_000), "back": (1_000, 15_000), "sound": (1_000, 4_000, 60_000)}
"""The lists, each with the numbers of words from which on one letter more is needed to tell a file; the host's gzip makes a third of a file."""
TOGETHER = 5_000
"""So many words are freed of their marks at once."""
SIDES = ("front", "back", "sound")
Entry = tuple[str, str, str, int, str]
"""A word, backwards, by its sound; in how many articles (a word's forms counted each); what the list says of it."""


def entries(database: sqlite3.Connection, analysis: Analysis, cores: Iterable[str] | None) -> Iterator[Entry]:
    """Yield the entries of some words, or of all (None)."""
    asked = f"SELECT term.core, term.family, term.count, own.family {COUNTED}"
    if cores is None:
        spelt = _spelt(database.execute(SPELT), analysis)
        terms = database.execute(f"{asked} ORDER BY term.core, term.family")
        for core, found in groupby(terms, key=itemgetter(0)):
            if entry := _entry(core, list(found), spelt, analysis):
                yield entry
        return
    for core in cores:
        spelt = _spelt(database.execute(f"{SPELT} WHERE token.core = ?", (core,)), analysis)
        terms = database.execute(f"{asked} AND term.core = ?", (core,))
        if entry := _entry(core, terms.fetchall(), spelt, analysis):
            yield entry


COUNTED = "FROM term LEFT JOIN token AS own ON own.token = term.core WHERE term.family NOT LIKE '=%'"
"""The terms of a word, and its own family, where it stands without particles anywhere."""
SPELT = "SELECT token.core, token.token, word.written, word.n FROM token JOIN word ON word.token = token.token"


def _spelt(rows: sqlite3.Cursor, analysis: Analysis) -> Mapping[str, str]:
    """Give the most frequent spelling of words, without particles and marks, where it differs from the folded one: قناة for قناه."""
    best: dict[str, tuple[int, str]] = {}
    while some := rows.fetchmany(TOGETHER):
        without_marks = analysis.ignored.sub("", "\n".join(row[2] for row in some)).split("\n")
        for (core, token, _, n), plain in zip(some, without_marks, strict=True):
            if len(plain) == len(token) and token.endswith(core):
                found = (n, plain[len(token) - len(core) :])
                best[core] = max(best.get(core, found), found)
    return {core: spelling for core, (_, spelling) in best.items() if spelling != core}


def _entry(
    core: str, terms: list[tuple[str, str, int, str | None]], spelt: Mapping[str, str], analysis: Analysis
) -> Entry | None:
    """Make one: the frequency (the logarithm, base 2), `+` where the word always follows an article, and its spelling."""
    if len(core) < 3 or not core.isalpha() or not terms:
        return None
    count = sum(n for _, _, n, _ in terms)
    family = terms[0][3] or analysis.analyse(core).family
    always = "+" if all(other != family for _, other, _, _ in terms) else ""
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
