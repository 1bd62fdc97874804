"""
Words whose names change because the archive taught something else: few, seldom.

An analysis looks up what a word begins with, behind a few letters at most. So only words can be concerned that have, so near their beginning,
an entry that came or went.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from warraq.arabic.analysis import Analysis, Description, spelling_key

from .postings import Form

BEHIND = 6
"""So many letters at most stand before what is looked up: particles and article, or particles and prefixes of a verb."""


def entries_changed(before: Description, after: Description) -> set[str]:
    """Give the entries of the lists that two descriptions don't share."""
    changed = set(before["whole"]) ^ set(after["whole"]) | set(before["seen"]) ^ set(after["seen"])
    tables = (
        (before["families"], after["families"]),
        (before["forms"], after["forms"]),
        (before["pasts"], after["pasts"]),
        (before["imperfects"], after["imperfects"]),
    )
    for one, other in tables:
        changed.update(key for key, _ in one.items() ^ other.items())
    return changed


def concerned(words: Iterable[str], before: Analysis, after: Analysis) -> Iterator[str]:
    """Yield the words that two analyses may name differently."""
    changed = entries_changed(before.description, after.description)
    if changed:
        found = re.compile(f".{{0,{BEHIND}}}?(?:{'|'.join(map(re.escape, sorted(changed)))})")
        yield from filter(found.match, words)


def retold(database: sqlite3.Connection, before: Analysis, after: Analysis) -> Mapping[str, tuple[Form, Form]]:
    """Give the words of `token` that are named differently, with both names, and write the new ones."""
    words = (word for (word,) in database.execute("SELECT token FROM token"))
    made = {}
    for word in list(concerned(words, before, after)):
        row = database.execute("SELECT family, bare, core, stem FROM token WHERE token = ?", (word,)).fetchone()
        new = after.analyse(word)
        form = Form(new.family, new.bare, new.core, new.stem)
        if form != row:
            made[word] = (Form(*row), form)
            database.execute(
                "UPDATE token SET family = ?, bare = ?, core = ?, stem = ?, alike = ? WHERE token = ?",
                (*form, spelling_key(form.stem), word),
            )
    return made
