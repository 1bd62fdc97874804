"""
Every record is replayed against its original before anything is built.

The whole promise of the archive stands on it: the original and the record give the machine's text, and that text and the record
give the original back. It costs a millisecond an article.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from warraq.archive.archive import Archive
from warraq.archive.problem import Problem
from warraq.edition.replay import replays
from warraq.language import message


def failed_replays(archive: Archive, content: str) -> Iterator[Problem]:
    """Give a problem for each record that does not lead from its original to its text and back."""
    for name, record in archive.records.items():
        original = archive.originals.get(name)
        # A missing or changed original has its problem already, and nothing can be replayed on it.
        if original and sha256(original.data).hexdigest() == record.original.sha256 and not replays(record, original):
            path = f"{content}/records/{original.stem}.json"
            what = message("The record does not lead from its original to its text and back.")
            todo = message("Put it back as it was: git checkout -- {path}", path=path)
            yield Problem(path, 0, 0, "changes", what, todo)
