"""
The tables after some articles came, went or changed: only rows that this touches.

What is learned of words is asked again for the words whose frequencies changed. Where it comes out otherwise, the words that are now
named differently are filed anew in the articles that have them.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from warraq.arabic.analysis import Analysed, Analysis, spelling_key

from .articles import Row, concept_form, postings, rows
from .blocks import Filed, Postings
from .labels import Labels
from .learned import Learned, alike_anew, hamza_count, learned_anew
from .lexicon import token_row
from .listing import entries
from .names import Names
from .numbering import numbers, table_size
from .postings import Form, Posting, times_of
from .retold import concerned, retold
from .shards import family_hash, shards_of
from .tables import get, put
from .terms import write_terms
from .word_numbers import Written
from .written import Touched


@dataclass(slots=True)
class Edits:
    """Postings that come and go."""

    postings: defaultdict[Form, dict[int, Filed | None]] = field(default_factory=lambda: defaultdict(dict))

    def leave(self, slot: int, forms: Iterable[Form]) -> None:
        """Take an article out of its terms."""
        for form in forms:
            self.postings[form][slot] = None

    def come(self, article: Row, found: Mapping[Form, Posting]) -> None:
        """Put an article into its terms."""
        for form, (once, places) in found.items():
            self.postings[form][article.slot] = (article.level << 1 | once, places)


class Update:
    """One change of the tables."""

    def __init__(self, database: sqlite3.Connection, names: Names) -> None:
        self.database = database
        self.names = names
        self.touched = Touched(shards=frozenset(shards_of(database)))
        self.edits = Edits()
        self.former = Learned.from_json(get(database, "learned"))
        self.before = Analysis(json.loads(get(database, "analysis")))
        self.after = self.before
        self.word = Written(database)
        self.cores: set[str] = set()
        self.retold: dict[str, tuple[Form, Form]] = {}

    def make(self, gone: Iterable[Row], new: Iterable[str]) -> Touched:
        """Follow rows of `article` that were taken out, and addresses whose rows are new."""
        leaving = list(gone)
        came = list(self._rows(new))
        moved = self._moved({row.url for row in came})
        for article in (*leaving, *moved):
            self.edits.leave(article.slot, self._forms(article))
            self.touched.slots.add(article.slot)
        self._count(leaving, came)
        labels = Labels(self.names, self.after)
        staying = {row.url for row in came} | {row.url for row in moved}
        for article in self._rows(sorted(staying)):
            self._file(article, labels, None)
            self.touched.slots.add(article.slot)
        self._refile(labels, staying)
        # What came and went before it was counted.
        self.database.execute("DELETE FROM word WHERE n = 0")
        self._write()
        return self.touched

    def _rows(self, urls: Iterable[str]) -> Iterator[Row]:
        """Yield the articles of some addresses."""
        for url in urls:
            yield from rows(self.database, "WHERE url = ?", (url,))

    def _moved(self, new: set[str]) -> list[Row]:
        """Give all articles their numbers; return the old ones whose number is another now, as they were."""
        held = dict(self.database.execute("SELECT url, slot FROM article").fetchall())
        numbered = numbers(held, table_size(len(held)))
        changed = {url: slot for url, slot in numbered.items() if held[url] != slot}
        moved = list(self._rows(sorted(changed.keys() - new)))
        self.database.executemany("UPDATE article SET slot = ?2 WHERE url = ?1", changed.items())
        return moved

    def _forms(self, article: Row) -> Iterator[Form]:
        """Yield the terms that an article has until now."""
        for word in article.words:
            for token in self._tokens(word):
                yield self._form(token)
        yield from map(concept_form, article.named)

    def _tokens(self, number: int) -> tuple[str, ...]:
        """Fold a word, of which the number is given."""
        return self.before.fold(self.word(number))

    def _form(self, token: str) -> Form:
        """Give the term of a folded word."""
        asked = "SELECT family, bare, core, stem FROM token WHERE token = ?"
        return Form(*self.database.execute(asked, (token,)).fetchone())

    def _names(self, token: str) -> Analysed:
        """Give the names of a folded word."""
        family, bare, core, stem = self._form(token)
        return Analysed(bare, core, stem, family)

    def _count(self, leaving: Iterable[Row], came: Iterable[Row]) -> None:
        """Count words anew, learn of what changed, and name words differently where that asks for it."""
        words: Counter[int] = Counter()
        for sign, articles in ((-1, leaving), (1, came)):
            for article in articles:
                for word, posting in article.words_with_places():
                    words[word] += sign * times_of(posting)
        tokens: Counter[str] = Counter()
        hamza: Counter[str] = Counter()
        spelt: set[str] = set()
        for word, more in words.items():
            folded = self._tokens(word)
            for token in folded:
                tokens[token] += more
            if more:
                spelt.update(folded)
                alone = folded[0] if len(folded) == 1 else ""
                if alone:
                    hamza[alone] += hamza_count(self.word(word), more)
                self._add(word, alone, more)
        changed = {token: more for token, more in tokens.items() if more}
        alike = self._count_tokens(changed)
        # A word that is as frequent as before may be spelt otherwise most often, أليفين and اليفين.
        self.cores.update(self._form(token).core for token in spelt - changed.keys())
        learned = learned_anew(self.database, self.former, changed, hamza)
        self._learn(learned, alike)

    def _add(self, word: int, token: str, more: int) -> None:
        """Add to the frequency of a word, which may be new, or gone."""
        self.database.execute("UPDATE word SET n = n + ?, token = ? WHERE number = ?", (more, token, word))
        self.database.execute("DELETE FROM word WHERE number = ? AND n = 0", (word,))

    def _count_tokens(self, changed: Mapping[str, int]) -> set[str]:
        """Write the frequencies of folded words; give the keys of names' spellings that may be concerned."""
        alike = set()
        for token, more in changed.items():
            found = self.database.execute("SELECT core, alike, n FROM token WHERE token = ?", (token,)).fetchone()
            if not found:
                made = token_row(token, more, self.before.analyse(token))
                self.database.execute("INSERT INTO token VALUES (?, ?, ?, ?, ?, ?, ?)", made)
                found = (made[4], made[6], 0)
            elif found[2] + more:
                self.database.execute("UPDATE token SET n = n + ? WHERE token = ?", (more, token))
            else:
                self.database.execute("DELETE FROM token WHERE token = ?", (token,))
            self.cores.add(found[0])
            if found[1] is not None:
                alike.add(found[1])
        return alike

    def _learn(self, learned: Learned, alike: set[str]) -> None:
        """Name words differently where what was learned is another."""
        between = self.before
        if learned != self.former:
            between = Analysis(learned.described())
            self._rename(between, self.before, alike)
        learned = Learned(learned.whole, learned.verbs, alike_anew(self.database, learned, alike))
        self.after = between
        if learned.alike != self.former.alike:
            self.after = Analysis(learned.described())
            self._rename(self.after, between, alike)
        if learned != self.former:
            put(self.database, "learned", learned.as_json())
            described = json.dumps(self.after.description, ensure_ascii=False, separators=(",", ":"))
            put(self.database, "analysis", described)

    def _rename(self, after: Analysis, before: Analysis, alike: set[str]) -> None:
        """Remember the words that are named differently."""
        for token, (old, new) in retold(self.database, before, after).items():
            self.retold[token] = (self.retold.get(token, (old, new))[0], new)
            self.cores.update((old.core, new.core))
            alike.update(filter(None, (spelling_key(old.stem), spelling_key(new.stem))))

    def _file(self, article: Row, labels: Labels, wanted: set[Form] | None) -> None:
        """File an article under its terms, or under those that are wanted and its concepts."""
        found = postings(article, self._tokens, self._names, labels, self.names)
        named = [form.family[1:] for form in found if form.family[:1] == "="]
        if wanted is None:
            self.edits.come(article, found)
        else:
            wanted = wanted | {concept_form(i) for i in (*article.named, *named)}
            self.edits.leave(article.slot, wanted - found.keys())
            self.edits.come(article, {form: found[form] for form in found.keys() & wanted})
        text = json.dumps(named, ensure_ascii=False)
        self.database.execute("UPDATE article SET named = ? WHERE url = ?", (text, article.url))

    def _refile(self, labels: Labels, done: set[str]) -> None:
        """File those articles anew that stay as they are and have words that are named differently, or that a label asks for differently."""
        if self.after is self.before:
            return
        forms = {token: set(both) for token, both in self.retold.items()}
        former = Labels(self.names, self.before)
        firsts = {
            first
            for first in former.by_first.keys() | labels.by_first.keys()
            if former.by_first.get(first) != labels.by_first.get(first)
        }
        if firsts:
            for token, *form in self.database.execute("SELECT token, family, bare, core, stem FROM token"):
                if not firsts.isdisjoint((form[2], f"{form[3]}~", f"{form[0]}@", f"{form[1]}!", f"{form[2]}!")):
                    forms.setdefault(token, set()).add(Form(*form))
        wanted = set().union(*forms.values())
        slots: set[int] = set()
        for form in wanted:
            asked = "SELECT data FROM term WHERE hash = ? AND family = ? AND bare = ? AND core = ? AND stem = ?"
            for (found,) in self.database.execute(asked, (family_hash(form.family), *form)):
                slots.update(Postings(bytearray(found)).articles())
        for slot in sorted(slots):
            for article in list(rows(self.database, "WHERE slot = ?", (slot,))):
                if article.url not in done:
                    self._file(article, labels, wanted)

    def _write(self) -> None:
        """Write the changed terms, the sizes of their families, the files that these are in, and the lists of words."""
        write_terms(self.database, self.edits.postings, self.touched, self.cores)
        if self.after is not self.before:
            listed = [word for (word,) in self.database.execute("SELECT front FROM listed")]
            self.cores.update(concerned(listed, self.before, self.after))
        new = {entry[0]: entry for entry in entries(self.database, self.after, sorted(self.cores))}
        for core in self.cores:
            old = self.database.execute("SELECT * FROM listed WHERE front = ?", (core,)).fetchone()
            entry = new.get(core)
            if old == entry:
                continue
            self.touched.listed.update((found[0], found[1], found[2]) for found in (old, entry) if found)
            self.database.execute("DELETE FROM listed WHERE front = ?", (core,))
            if entry:
                self.database.execute("INSERT INTO listed VALUES (?, ?, ?, ?, ?)", entry)
