"""
Every record is replayed against its original before anything is built.

The whole promise of the archive stands on it: the original and the record give the machine's text, and that text and the record
give the original back. It costs a millisecond an article.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from warraq.archive.archive import Archive
from warraq.archive.files import Memoise, always_make
from warraq.archive.on_demand import original_sha256, recorded_sha256
from warraq.archive.original import Original, stem_of
from warraq.archive.our_mistake import told
from warraq.archive.problem import Problem
from warraq.archive.typed_name import typed_name
from warraq.language import message

if TYPE_CHECKING:
    from warraq.archive.record import Record


def failed_replays(
    archive: Archive, content: str, digests: Mapping[str, bytes] | None = None, memoise: Memoise = always_make
) -> Iterator[Problem]:
    """
    Give a problem for each record that does not lead from its original to its text and back.

    `digests`: of the files that were read, by path; with them `memoise` knows the records that were replayed before.
    """
    files = digests or {}
    for name in archive.records:
        if name in archive.originals:  # a missing one has its problem already
            path = f"{content}/records/{stem_of(name)}.json"
            known = files.get(path, b"") + files.get(f"{content}/originals/{name}", b"")
            yield from told(path, lambda: _failed_replay(archive, name, path, known, memoise))  # noqa: B023 - it is called at once


def _failed_replay(archive: Archive, name: str, path: str, known: bytes, memoise: Memoise) -> Iterator[Problem]:
    # A changed original has its problem already too, and nothing can be replayed on it.
    if original_sha256(archive.originals, name) != recorded_sha256(archive.records, name):
        return
    if not memoise("replays", known, lambda: replays(archive.records[name], archive.originals[name])):
        what = message("The record does not lead from its original to its text and back.")
        yield Problem(
            path, 0, 0, "changes", what, message("Put it back as it was: git checkout -- {path}", path=typed_name(path))
        )


def replays(record: Record, original: Original) -> bool:
    """Tell whether a record leads from its original to its text and back; what tells it is loaded for the first that is asked about."""
    from warraq.edition.replay import replays as replayed

    return replayed(record, original)
