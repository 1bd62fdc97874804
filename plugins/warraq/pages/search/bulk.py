"""
The tables made of all contributions at once: by the first build, and where nearly everything changes.

Two passes over the contributions: the first counts words, out of which the archive learns; the second writes postings, in as many parts as memory
asks for. Every distinct word is folded and analysed once.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from warraq.arabic.analysis import Analysed, Analysis, spelling_key
from warraq.arabic.analysis.description import tables

from .articles import concept_form, concepts, rows, shifted
from .labels import Labels
from .learned import Learned, alike_anew, hamza_count, learned_at_once
from .listing import entries
from .names import Names
from .numbering import numbers, table_size
from .postings import Form, Postings, packed, places_of, times_of
from .retold import retold
from .shards import BITS, family_hash
from .tables import DERIVED, put
from .terms import measure_families, term_row

BATCH = 20_000
"""So many words are written at a time."""
PART = 40_000_000
"""So many bytes of postings are in memory at a time, roughly."""
POSTING, TERM = 8, 400
"""Bytes that an occurrence and a term take there."""

Ids = Mapping[str, int | tuple[int, ...]]
"""The numbers of a word's terms: nearly always one."""
Parts = Sequence[tuple[int, tuple[str, ...]]]
"""The tokens of a word that labels have, each with its step behind the word's first, as labels compare it."""


def count_words(written: Counter[str], words: Iterable[tuple[str, bool, bytes]]) -> None:
    """Add an article's words to the frequencies of words as they are written."""
    for word, once, places in words:
        written[word] += 1 if once else places[0] if places[0] < 128 else times_of((once, places))


def rebuild(database: sqlite3.Connection, names: Names, written: Counter[str]) -> None:
    """Make every table out of `article`; `written` are the frequencies of all words where they were counted already, and is emptied."""
    for table in DERIVED:
        database.execute(f"DELETE FROM {table}")  # noqa: S608 - a constant of ours
    urls = [url for (url,) in database.execute("SELECT url FROM article")]
    database.executemany("UPDATE article SET slot = ?2 WHERE url = ?1", numbers(urls, table_size(len(urls))).items())
    analysis, occurrences, several = _words(database, written)
    put(database, "analysis", json.dumps(analysis.description, ensure_ascii=False, separators=(",", ":")))
    ids, forms = _numbered(database, several)
    labels = Labels(names, analysis)
    label_words = _label_words(ids, forms, labels)
    about = {i: Postings() for i in names}
    hashes = array("I", (family_hash(form.partition("\t")[0]) for form in forms))
    parts = (POSTING * occurrences + TERM * len(forms)) // PART + 1
    noted: list[tuple[str, str]] = []
    for part in range(parts):
        wanted = bytes(hash_ * parts >> BITS == part for hash_ in hashes)
        found: dict[int, Postings] = {}
        for article in rows(database):
            words = article.words_with_places()
            _file(found, article.slot, words, ids, wanted)
            if not part:
                named = dict(concepts(article, _labelled(words, label_words), labels, names))
                for i, posting in named.items():
                    about[i].append(article.slot, *posting)
                noted.append((json.dumps(list(named), ensure_ascii=False), article.url))
        database.executemany(
            "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                term_row(hashes[n], Form(*forms[n].split("\t")), found.pop(n))
                for n in sorted(found, key=lambda n: (hashes[n], forms[n]))
            ),
        )
    concept_rows = (term_row(family_hash(f"={i}"), concept_form(i), found) for i, found in about.items() if found.data)
    database.executemany("INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", concept_rows)
    database.executemany("UPDATE article SET named = ? WHERE url = ?", noted)
    measure_families(database)
    database.executemany("INSERT INTO listed VALUES (?, ?, ?, ?, ?)", entries(database, analysis, None))


def _words(database: sqlite3.Connection, written: Counter[str]) -> tuple[Analysis, int, Mapping[str, tuple[str, ...]]]:
    """Count all words, learn of them, and analyse each; give the analysis, how many words there are, and those that are several tokens."""
    for article in () if written else rows(database):
        count_words(written, article.words_with_places())
    counts: Counter[str] = Counter()
    hamza: Counter[str] = Counter()
    folding = Analysis(tables())
    single: list[tuple[str, str, int]] = []
    several: dict[str, tuple[str, ...]] = {}
    for word in sorted(written):
        n = written[word]
        tokens = folding.fold(word)
        folding.folded.clear()
        for token in tokens:
            counts[token] += n
        if len(tokens) == 1:
            single.append((word, tokens[0], n))
            if more := hamza_count(word, n):
                hamza[tokens[0]] += more
        else:
            several[word] = tokens
        if len(single) == BATCH:
            _insert_words(database, single)
    _insert_words(database, single)
    written.clear()
    learned, analysis = learned_at_once(database, counts, hamza)
    made = ((token, n, analysis.analyse(token)) for token, n in sorted(counts.items()))
    database.executemany("INSERT INTO token VALUES (?, ?, ?, ?, ?, ?, ?)", (token_row(*each) for each in made))
    learned = Learned(learned.whole, learned.verbs, alike_anew(database, learned, None))
    put(database, "learned", learned.as_json())
    final = Analysis(learned.described())
    retold(database, analysis, final)
    return final, counts.total(), several


def _insert_words(database: sqlite3.Connection, rows_: list[tuple[str, str, int]]) -> None:
    """Write words, and forget them here."""
    database.executemany("INSERT INTO word VALUES (?, ?, ?)", rows_)
    rows_.clear()


def _numbered(database: sqlite3.Connection, several: Mapping[str, tuple[str, ...]]) -> tuple[Ids, list[str]]:
    """Give the terms, and for each word the numbers of its own; a term is its names between tabs, which takes the least memory."""
    of_form: dict[str, int] = {}
    ids: dict[str, int | tuple[int, ...]] = {}
    form = "family || char(9) || bare || char(9) || core || char(9) || stem"
    for written, made in database.execute(f"SELECT written, {form} FROM word JOIN token USING (token)"):  # noqa: S608 - constants of ours
        ids[written] = of_form.setdefault(made, len(of_form))
    for written, tokens in several.items():
        asked = f"SELECT {form} FROM token WHERE token = ?"  # noqa: S608 - constants of ours
        found = [database.execute(asked, (token,)).fetchone()[0] for token in tokens]
        ids[written] = tuple(of_form.setdefault(made, len(of_form)) for made in found)
    return ids, list(of_form)


def token_row(token: str, n: int, analysed: Analysed) -> tuple[object, ...]:
    """Give the row of a folded word."""
    alike = spelling_key(analysed.stem)
    return (token, n, analysed.family, analysed.bare, analysed.core, analysed.stem, alike)


def _file(
    found: dict[int, Postings], slot: int, words: Iterable[tuple[str, bool, bytes]], ids: Ids, wanted: bytes
) -> None:
    """File an article under those of its terms that are wanted."""
    for word, once, places in words:
        n = ids[word]
        if isinstance(n, int):
            if wanted[n]:
                if n in found:
                    found[n].append(slot, once, places)
                else:
                    found[n] = Postings()
                    found[n].append(slot, once, places)
            continue
        for step, each in enumerate(n):
            if wanted[each]:
                later = shifted((once, places), step)
                found.setdefault(each, Postings()).append(slot, len(later) == 1, packed(later))


def _label_words(ids: Ids, forms: Sequence[str], labels: Labels) -> Mapping[str, Parts]:
    """Give the words that labels have, each with its tokens among them."""
    has = {}
    for n, form in enumerate(forms):
        family, bare, core, stem = form.split("\t")
        if parts := labels.parts_of(Analysed(bare, core, stem, family)):
            has[n] = parts
    found = {}
    for word, numbered in ids.items():
        each = (numbered,) if isinstance(numbered, int) else numbered
        if steps := [(step, has[n]) for step, n in enumerate(each) if n in has]:
            found[word] = steps
    return found


def _labelled(
    words: Iterable[tuple[str, bool, bytes]], label_words: Mapping[str, Parts]
) -> list[tuple[tuple[str, ...], list[int]]]:
    """Give the words of an article that labels have, with their places."""
    return [
        (parts, shifted((once, places), step) if step else places_of((once, places)))
        for word, once, places in words
        if word in label_words
        for step, parts in label_words[word]
    ]
