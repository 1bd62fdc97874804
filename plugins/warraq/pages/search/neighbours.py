"""
The words of an archive, for readers who mistype and for readers who have not finished typing.

A slip of one letter leaves the first letters right or the last ones. So all words are listed by their beginnings and by their ends,
in files of a few kilobytes: two of them have every word that is one letter away. A third list has them by the sound of their consonants, for
names that have many spellings, or are typed in Latin letters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from warraq.arabic.analysis import Analysis

from .postings import Term

LISTED = 12_000
"""Bytes after which a list ends; the host's gzip makes a third of it."""
SMALL = 1_000
"""Up to so many articles every word is listed; of more, the words of at least two articles, since most others are slips themselves."""


def word_list(terms: Iterable[Term], articles: int, analysis: Analysis, spelt: Mapping[str, str]) -> Mapping[str, str]:
    """Give every word with its frequency (the logarithm, base 2), `+` where it always follows an article, and its spelling."""
    counts: dict[str, int] = {}
    articled: dict[str, bool] = {}
    for term in terms:
        if len(term.core) > 2 and term.core.isalpha():
            counts[term.core] = counts.get(term.core, 0) + term.articles
            same = articled.get(term.core, True) and analysis.analyse(term.core).family != term.family
            articled[term.core] = same
    least = 1 if articles < SMALL else 2
    return {
        word: f"{min(count.bit_length(), 9)}{'+' if articled[word] else ''}{spelt.get(word, '')}"
        for word, count in counts.items()
        if count >= least
    }


def list_keys(analysis: Analysis) -> Mapping[str, Callable[[str], str]]:
    """Give the lists, each with the key that a word is sorted by."""
    return {
        "front": lambda word: word,
        "back": lambda word: word[::-1],
        "sound": lambda word: f"{analysis.consonants(word)} {word}",
    }


def list_files(found: Mapping[str, str], key_of: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Yield the files of one list, each with the key of its first word."""
    first, size = "", 0
    out: list[str] = []
    for key, word in sorted((key_of(word), word) for word in found):
        if size > LISTED:
            yield first, " ".join(out)
            first, size, out = "", 0, []
        first = first or key
        out.append(word + found[word])
        size += 2 * len(word) + 3
    if out:
        yield first, " ".join(out)
