"""
Every record is replayed against its original before anything is built.

The whole promise of the archive stands on it: the original and the record give the machine's text, and that text and the record
give the original back. It costs a millisecond an article.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from warraq.archive.archive import Archive
from warraq.archive.original import Original
from warraq.archive.problem import Problem
from warraq.archive.record import Record
from warraq.language import message
from warraq.repair.changes import Change, apply, undo


def changes_of(record: Record) -> tuple[Change, ...]:
    """O → D as the record has it."""
    return tuple(Change(c.start, c.end, c.before, c.after, (c.rule, *c.also)) for c in record.changes)


def replayed(archive: Archive, content: str) -> Iterator[Problem]:
    """Say of each record that does not lead from its original to its text and back."""
    for name, record in archive.records.items():
        original = archive.originals.get(name)
        # A missing or changed original was told already, and nothing can be replayed on it.
        if (
            original
            and sha256(original.data).hexdigest() == record.original.sha256
            and not leads_back(record, original)
        ):
            path = f"{content}/records/{original.stem}.json"
            what = message("The record does not lead from its original to its text and back.")
            todo = message("Put it back as it was: git checkout -- {path}", path=path)
            yield Problem(path, 0, 0, "changes", what, todo)


def leads_back(record: Record, original: Original) -> bool:
    """Whether O with all changes is the text that was hashed, and that text without them is O."""
    changes = changes_of(record)
    try:
        text = apply(original.text, changes)
        return sha256(text.encode()).hexdigest() == record.text_sha256 and undo(text, changes) == original.text
    except ValueError:
        return False
