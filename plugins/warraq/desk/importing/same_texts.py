"""What the files of an import have in common with each other and with the archive: the same text, or another version of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from warraq.archive.address_key import address_key
from warraq.archive.our_mistake import our_mistake
from warraq.desk.fingerprint import similarity

from .archive_index import ArchiveIndex
from .copy_names import is_named_as_copy
from .inspection import Inspection, StoredMessage


class Match(StrEnum):
    """What two files have in common that makes them the same text."""

    BYTES = "bytes"
    URL = "url"
    TEXT = "text"


VERSION = 0.3
"""Share of words in common from which another text at the same address is another version of it; below, an editor is asked."""
MOST_VERSIONS = 50
"""Texts of one address that a new one is compared with."""


@dataclass(slots=True)
class Found:
    """What the texts of an import have in common with others."""

    copies: dict[str, tuple[str, Match]] = field(default_factory=dict)
    """Files that don't come in: the same text, and what both have in common."""
    versions: dict[str, str] = field(default_factory=dict)
    """Files that are other versions of a text: its name."""
    unsure: dict[str, str] = field(default_factory=dict)
    """Files of which that can't be told: the name of the text at the same address."""
    failed: dict[str, StoredMessage] = field(default_factory=dict)
    """Files whose comparison failed by a mistake of ours: why."""

    def first(self, name: str) -> str:
        """Give the text that is shown, of which this one is another version, or may be; empty of any other."""
        first = self.versions.get(name) or self.unsure.get(name, "")
        while first in self.versions:
            first = self.versions[first]
        return first


def version_keys(shown: str, added: str, *, is_certain: bool) -> dict[str, str]:
    """Give the keys of a text that is, or may be, another version of the article with the slug `shown`; none without a slug."""
    if not shown:
        return {}
    return {"version_of" if is_certain else "perhaps_version_of": shown} | ({"added": added} if added else {})


def find_copies(files: Iterable[Inspection], index: ArchiveIndex) -> Found:
    """Find the files that are the same as others, or other versions of them."""
    found = Found()
    for file in sorted(files, key=by_worth):
        try:
            if same := _find_same(file, index):
                found.copies[file.name] = same
                continue
            if at := _find_at_address(file, index):
                name, share = at
                (found.versions if share >= VERSION else found.unsure)[file.name] = name
            _add(file, index)
        except Exception as error:  # noqa: BLE001 - the boundary round one file
            found.failed[file.name] = StoredMessage.of_problem(our_mistake(file.name, error))
    return found


def by_name(file: Inspection) -> tuple[str, str]:
    """Sort by names as people read them, then as they are stored: the order of an import."""
    return unicodedata.normalize("NFC", file.name), file.name


def by_worth(file: Inspection) -> tuple[bool, bool, int, bool, int, bool, tuple[str, str]]:
    """
    Sort copies so that the one that comes in is first.

    It is in the table, was public, has pictures, has a date, has more fields, is not named as a copy; else by name.
    """
    metadata = (not file.in_table, file.hidden, -len(file.pictures), not file.dated, -file.stated_fields)
    return *metadata, is_named_as_copy(file.name), by_name(file)


def _find_same(file: Inspection, index: ArchiveIndex) -> tuple[str, Match] | None:
    """Find the same text in the index, and what both have in common."""
    if name := index.bytes.get(file.sha256):
        return name, Match.BYTES
    if name := index.texts.get(file.fingerprint.text_sha256):
        return name, Match.TEXT
    return None


def _find_at_address(file: Inspection, index: ArchiveIndex) -> tuple[str, float] | None:
    """Find the text at the same address that is most like this one, and the share of words that both have; of several the first."""
    address = address_key(file.url)
    # Pages that state the address of their paper's front page have nothing in common.
    names = index.at_address.get(address, ()) if "/" in address else ()
    shares = [(similarity(index.fingerprints[name], file.fingerprint), name) for name in names[:MOST_VERSIONS]]
    return max(((name, share) for share, name in shares), key=lambda each: each[1], default=None)


def _add(file: Inspection, index: ArchiveIndex) -> None:
    index.bytes[file.sha256] = file.name
    index.fingerprints[file.name] = file.fingerprint
    if file.fingerprint.text_sha256:
        index.texts[file.fingerprint.text_sha256] = file.name
    if file.url:
        index.at_address.setdefault(address_key(file.url), []).append(file.name)
