"""
All words of an archive with the terms that they are filed under: each is folded once, and each folded word analysed once.

Out of the frequencies of words the archive learns first which are whole, which are verbs, and which names have two spellings.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from warraq.arabic.analysis import Analysed, Analysis, spelling_key
from warraq.arabic.analysis.description import tables

from .filing import NO_TERM
from .learned import Learned, Spelt, alike, hamza_count, learned_at_once
from .retold import concerned
from .tables import put

BATCH = 10_000
"""So many words are folded together."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of all words."""

    analysis: Analysis
    forms: Sequence[str]
    """The terms, by number: family, bare, core and stem between tabs, which takes the least memory."""
    term_of: Sequence[int]
    """The term of each word by its number, or `NO_TERM`."""
    several: Mapping[int, tuple[int, ...]]
    """The terms of words that fold to several tokens."""
    occurrences: int


def lexicon(database: sqlite3.Connection, known: Mapping[str, int], counts: Counter[int]) -> Lexicon:
    """Make it of the numbers of all words and their frequencies, and fill the tables of words and of what was learned."""
    tokens: Counter[str] = Counter()
    hamza: Counter[str] = Counter()
    several: dict[int, list[str]] = {}

    def words() -> Iterator[tuple[int, str, str, int]]:
        for word, number, folded in _folded((word, n) for word, n in known.items() if n in counts):
            times = counts[number]
            if folded and " " not in folded:
                tokens[folded] += times
                if word[0] in "أإآ" and (more := hamza_count(word, times)):
                    hamza[folded] += more
                yield number, word, folded, times
                continue
            several[number] = folded.split()
            for token in several[number]:
                tokens[token] += times
            yield number, word, "", times

    database.executemany("INSERT INTO word VALUES (?, ?, ?, ?)", words())
    learned, analysis = learned_at_once(database, tokens, hamza)
    made = {token: analysis.analyse(token) for token in sorted(tokens)}
    learned = Learned(learned.whole, learned.verbs, _alike(tokens, made))
    put(database, "learned", learned.as_json())
    final = Analysis(learned.described())
    put(database, "analysis", json.dumps(final.description, ensure_ascii=False, separators=(",", ":")))
    made.update((token, final.analyse(token)) for token in list(concerned(made, analysis, final)))
    database.executemany(
        "INSERT INTO token VALUES (?, ?, ?, ?, ?, ?, ?)",
        (token_row(token, tokens[token], analysed) for token, analysed in made.items()),
    )
    of_form: dict[str, int] = {}
    terms = {
        token: of_form.setdefault(f"{each.family}\t{each.bare}\t{each.core}\t{each.stem}", len(of_form))
        for token, each in made.items()
    }
    made.clear()
    term_of = [NO_TERM] * (max(known.values(), default=0) + 1)
    for number, token in database.execute("SELECT number, token FROM word WHERE token <> ''"):
        term_of[number] = terms[token]
    folding_to_several = {number: tuple(map(terms.__getitem__, found)) for number, found in several.items()}
    return Lexicon(final, list(of_form), term_of, folding_to_several, tokens.total())


def _folded(words: Iterator[tuple[str, int]]) -> Iterator[tuple[str, int, str]]:
    """Yield words and their numbers with their tokens, between spaces."""
    folding = Analysis(tables())
    while some := list(islice(words, BATCH)):
        folded = folding.fold_all([word for word, _ in some])
        yield from ((word, number, text) for (word, number), text in zip(some, folded, strict=True))


def token_row(token: str, n: int, analysed: Analysed) -> tuple[object, ...]:
    """Give the row of a folded word."""
    spelling = spelling_key(analysed.stem)
    return (token, n, analysed.family, analysed.bare, analysed.core, analysed.stem, spelling)


def _alike(counts: Mapping[str, int], made: Mapping[str, Analysed]) -> tuple[tuple[str, str], ...]:
    """Learn the spellings of names."""
    groups: defaultdict[str, list[Spelt]] = defaultdict(list)
    for token, each in made.items():
        if key := spelling_key(each.stem):
            groups[key].append(Spelt(token, counts[token], each.bare, each.stem))
    return tuple(sorted(pair for group in groups.values() for pair in alike(group)))
