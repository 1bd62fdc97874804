"""What an archive has taught of its words, and how a change of some frequencies changes it: a function of frequencies, never of their history."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import astuple, dataclass
from typing import NamedTuple

from warraq.arabic.analysis import (
    NO_VERBS,
    Analysis,
    Description,
    Learner,
    Seen,
    Verbs,
    description,
    is_name,
    is_verb,
    likest,
    pasts_of,
    spelling_key,
    stems_seen,
    stems_touched,
    verbs_seen,
    whole_stems,
)


@dataclass(frozen=True, slots=True)
class Learned:
    """What `description` is told."""

    whole: tuple[str, ...] = ()
    verbs: Verbs = NO_VERBS
    alike: tuple[tuple[str, str], ...] = ()

    def described(self) -> Description:
        """Describe words with it."""
        return description(*self._values())

    def without_names(self) -> Description:
        """Describe words as they are analysed while spellings of names are sought."""
        # All three are given, as above: where no name has two spellings it is the same description, and made once.
        return description(self.whole, self.verbs, ())

    def _values(self) -> tuple[tuple[str, ...], Verbs, tuple[tuple[str, str], ...]]:
        return self.whole, self.verbs, self.alike

    def as_json(self) -> str:
        """Write it."""
        return json.dumps(astuple(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Learned:
        """Read what `as_json` wrote."""
        whole, (imperfects, pasts), alike = json.loads(text)
        verbs = Verbs(tuple(imperfects), tuple((a, b) for a, b in pasts))
        return cls(tuple(whole), verbs, tuple((a, b) for a, b in alike))


def hamza_count(written: str, count: int) -> int:
    """Give how often a word is written with a hamza on an alif before a lam."""
    return count if written[0] in "أإآ" and written[1:2] == "ل" else 0


class Frequencies(Mapping[str, int]):
    """The frequencies of folded words, out of the table."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database
        self.known: dict[str, int] = {}

    def __getitem__(self, word: str) -> int:
        if word not in self.known:
            row = self.database.execute("SELECT n FROM token WHERE token = ?", (word,)).fetchone()
            self.known[word] = row[0] if row else 0
        if not self.known[word]:
            raise KeyError(word)
        return self.known[word]

    def __iter__(self) -> Iterator[str]:
        return (word for (word,) in self.database.execute("SELECT token FROM token"))

    def __len__(self) -> int:
        return int(self.database.execute("SELECT COUNT(*) FROM token").fetchone()[0])


def learned_at_once(
    database: sqlite3.Connection, counts: Mapping[str, int], hamza: Mapping[str, int]
) -> tuple[Learned, Analysis]:
    """Learn whole words and verbs from all frequencies, and fill `stem`."""
    learner = Learner()
    stems = stems_seen(counts, hamza, learner)
    rows = ((stem, *stems[stem], learner.rest(stem)) for stem in sorted(stems))
    database.executemany("INSERT INTO stem VALUES (?, ?, ?, ?, ?)", rows)
    learned = Learned(whole_stems(stems, learner), verbs_seen(counts))
    return learned, Analysis(learned.without_names())


def learned_anew(
    database: sqlite3.Connection, former: Learned, changed: Mapping[str, int], hamza: Mapping[str, int]
) -> Learned:
    """Learn whole words and verbs after the frequencies of some words changed by so much; `token` has the new ones already."""
    learner = Learner()
    stems = _changed_stems(database, changed, hamza, learner)
    known: dict[str, Seen] = {}

    def seen(stem: str) -> Seen:
        if stem not in known:
            row = database.execute("SELECT bare, articled, seated FROM stem WHERE stem = ?", (stem,)).fetchone()
            known[stem] = Seen(*row) if row else Seen()
        return known[stem]

    asked = set(stems)
    for stem in stems:
        asked.update(row[0] for row in database.execute("SELECT stem FROM stem WHERE rest = ?", (stem,)))
    whole = set(former.whole) - asked | {stem for stem in asked if learner.is_whole(stem, seen)}

    words = Frequencies(database)
    touched = {stem for word in changed for stem in stems_touched(word)}
    verbs = {stem for stem in touched if is_verb(stem, words)}
    imperfects = set(former.verbs.imperfects) - touched | verbs
    pasts = {pair for pair in former.verbs.pasts if pair[1] not in touched}
    pasts.update(pair for stem in verbs for pair in pasts_of(stem, words))
    return Learned(tuple(sorted(whole)), Verbs(tuple(sorted(imperfects)), tuple(sorted(pasts))), former.alike)


def _changed_stems(
    database: sqlite3.Connection, changed: Mapping[str, int], hamza: Mapping[str, int], learner: Learner
) -> set[str]:
    """Count stems anew after the frequencies of words changed; give them."""
    stems = {stem: more for stem, more in stems_seen(changed, hamza, learner).items() if any(more)}
    for stem, more in stems.items():
        database.execute(
            "INSERT INTO stem VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (stem) DO UPDATE"
            " SET bare = bare + ?2, articled = articled + ?3, seated = seated + ?4",
            (stem, *more, learner.rest(stem)),
        )
        database.execute("DELETE FROM stem WHERE stem = ? AND bare = 0 AND articled = 0 AND seated = 0", (stem,))
    return set(stems)


class Spelt(NamedTuple):
    """A folded word whose stem may be a spelling of a name."""

    token: str
    n: int
    """How often it occurs."""
    bare: str
    stem: str


def alike_anew(database: sqlite3.Connection, former: Learned, keys: AbstractSet[str]) -> tuple[tuple[str, str], ...]:
    """Learn the spellings of the names with some keys anew; `token` has the new stems already."""
    found = [pair for pair in former.alike if spelling_key(pair[0]) not in keys]
    for key in keys:
        rows = database.execute("SELECT token, n, bare, stem FROM token WHERE alike = ?", (key,))
        found += alike(map(Spelt._make, rows))
    return tuple(sorted(found))


def alike(words: Iterable[Spelt]) -> list[tuple[str, str]]:
    """Learn the spellings of a name from the words that have one key."""
    stems: Counter[str] = Counter()
    articled: Counter[str] = Counter()
    for word in words:
        (stems if word.bare == word.token else articled)[word.stem] += word.n
    return likest({stem: n for stem, n in stems.items() if is_name(n, articled[stem])})
