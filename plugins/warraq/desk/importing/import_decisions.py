"""
What an import does with every file, once all of them were inspected.

All files are decided on in one go, and the decisions are written down before anything in content/ is touched. So neither the
order of the inspections nor an interruption changes the result. Of several copies of one text the one with the most metadata
comes in; names and addresses are given in the order of the files' names.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter

from warraq.archive.address_key import address_key
from warraq.archive.original import stem_of
from warraq.archive.our_mistake import our_mistake
from warraq.archive.slug import free_slug, is_slug, slug_key

from .archive_index import ArchiveIndex
from .fingerprint import SIMILAR, Fingerprint, find_similar, similarity
from .inspection import Inspection, StoredMessage, is_inside
from .names import free_name, is_safe, safe_name


class ImportStatus(StrEnum):
    """What an import does with a file."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    """Another file of this import is the same text."""
    HELD = "held"
    """The archive has it already."""
    REJECTED = "rejected"
    """An editor threw it out of the archive before."""
    SET_ASIDE = "set-aside"


class Match(StrEnum):
    """What two files have in common that makes them the same text."""

    BYTES = "bytes"
    URL = "url"
    TEXT = "text"


JOURNAL_KEYS = {"status": "fate", "same_as": "of", "match": "same", "similar_to": "like", "similarity": "likeness"}
"""Fields that a journal has under another name; an interrupted import may have been begun by an older version."""


@dataclass(frozen=True, slots=True)
class ImportDecision:
    """The decision on one file."""

    name: str
    status: ImportStatus
    original: str = ""
    """Its name in content/originals/."""
    slug: str = ""
    same_as: str = ""
    """Of a duplicate: the file that was imported, or the archive's text; of a text that was thrown out: the hash of its file."""
    match: Match | None = None
    similar_to: str = ""
    """A text that is nearly the same; both are kept."""
    similarity: float = 0.0
    """Share of words in common with it."""
    rejection: StoredMessage | None = None
    """Of a file that is set aside though it could be read: why."""


ROWS = TypeAdapter(list[dict[str, Any]])
DECISIONS = TypeAdapter(tuple[ImportDecision, ...])


def decide(files: Iterable[Inspection], index: ArchiveIndex) -> tuple[ImportDecision, ...]:
    """Decide on all files; names, slugs and texts that come in are added to the index."""
    held = dict(index.fingerprints)
    in_order = sorted(files, key=by_name)
    thrown_out = {file.name: key for file in in_order if not file.rejection and (key := _thrown_out(file, index))}
    copies, failed = _copies([file for file in in_order if not file.rejection and file.name not in thrown_out], index)
    own = {
        file.name: file.fingerprint
        for file in in_order
        if not file.rejection and all(file.name not in others for others in (copies, failed, thrown_out))
    }
    decisions: list[ImportDecision] = []
    last_names: dict[str, int] = {}
    last_slugs: dict[str, int] = {}
    for file in in_order:
        if file.rejection or file.name in failed:
            decisions.append(set_aside(file.name, failed.get(file.name)))
        elif file.name in thrown_out:
            same_as = f"sha256:{thrown_out[file.name]}"
            decisions.append(ImportDecision(file.name, ImportStatus.REJECTED, same_as=same_as))
        elif file.name in copies:
            same_as, match = copies[file.name]
            status = ImportStatus.DUPLICATE if same_as in own else ImportStatus.HELD
            decisions.append(ImportDecision(file.name, status, same_as=same_as, match=match))
        else:
            original = free_name(safe_name(file.name.rpartition("/")[2]), index.stems, last_names)
            slug = free_slug(file.slug, index.slugs, last_slugs)
            index.stems.add(slug_key(stem_of(original)))
            index.slugs.add(slug_key(slug))
            decisions.append(ImportDecision(file.name, ImportStatus.IMPORTED, original, slug))
    return tuple(_with_similar(decisions, {**held, **own}))


def _thrown_out(file: Inspection, index: ArchiveIndex) -> str:
    """Give the hash of the file that was thrown out of the archive, this one or another one of the same text; empty where none was."""
    if file.sha256 in index.rejections.files:
        return file.sha256
    return index.rejections.texts.get(file.fingerprint.text_sha256, "")


def set_aside(name: str, why: StoredMessage | None = None) -> ImportDecision:
    """Decide that a file does not come in; without `why`, its inspection says it."""
    return ImportDecision(name, ImportStatus.SET_ASIDE, rejection=why)


def _copies(
    files: Iterable[Inspection], index: ArchiveIndex
) -> tuple[dict[str, tuple[str, Match]], dict[str, StoredMessage]]:
    """
    Find the files that don't come in.

    {name: (the same text, what they have in common)}, and {name: why} of those whose comparison failed by a mistake of ours.
    """
    copies: dict[str, tuple[str, Match]] = {}
    failed: dict[str, StoredMessage] = {}
    for file in sorted(files, key=by_worth):
        try:
            if found := _find_same(file, index):
                copies[file.name] = found
            else:
                _add(file, index)
        except Exception as error:  # noqa: BLE001 - the boundary round one file
            failed[file.name] = StoredMessage.of_problem(our_mistake(file.name, error))
    return copies, failed


def by_name(file: Inspection) -> tuple[str, str]:
    """Sort by names as people read them, then as they are stored: the order of an import."""
    return unicodedata.normalize("NFC", file.name), file.name


def by_worth(file: Inspection) -> tuple[bool, int, bool, int, tuple[str, str]]:
    """Sort copies so that the one that comes in is first: in the table, with pictures, with a date, with more fields; else by name."""
    return not file.in_table, -len(file.pictures), not file.dated, -file.stated_fields, by_name(file)


def _find_same(file: Inspection, index: ArchiveIndex) -> tuple[str, Match] | None:
    """Find the same text in the index, and what both have in common."""
    if name := index.bytes.get(file.sha256):
        return name, Match.BYTES
    if name := index.texts.get(file.fingerprint.text_sha256):
        return name, Match.TEXT
    # Pages that state the address of their paper's front page are not the same; their texts decide.
    address = address_key(file.url)
    name = index.urls.get(address) if "/" in address else None
    if name and similarity(index.fingerprints[name], file.fingerprint) >= SIMILAR:
        return name, Match.URL
    return None


def _add(file: Inspection, index: ArchiveIndex) -> None:
    index.bytes[file.sha256] = file.name
    index.fingerprints[file.name] = file.fingerprint
    if file.fingerprint.text_sha256:
        index.texts[file.fingerprint.text_sha256] = file.name
    if file.url:
        index.urls.setdefault(address_key(file.url), file.name)


def _with_similar(decisions: list[ImportDecision], fingerprints: dict[str, Fingerprint]) -> list[ImportDecision]:
    """Name for each imported file the text before it that is nearly the same."""
    names = list(fingerprints)
    pairs = find_similar(list(fingerprints.values()))
    similar = {names[later]: (names[earlier], share) for earlier, later, share in pairs}
    return [
        replace(d, similar_to=similar[d.name][0], similarity=round(similar[d.name][1], 3))
        if d.status is ImportStatus.IMPORTED and d.name in similar
        else d
        for d in decisions
    ]


def to_journal(decisions: Iterable[ImportDecision]) -> bytes:
    """Write decisions as the journal keeps them."""
    data = [
        {
            JOURNAL_KEYS.get(field, field): value
            for field, value in asdict(d).items()
            if field != "rejection" or value is not None
        }
        for d in decisions
    ]
    return json.dumps(data, indent=0).encode()  # in ASCII: a name may be no UTF-8


def from_journal(data: bytes) -> tuple[ImportDecision, ...]:
    """Read decisions from the journal; a ValueError where it holds anything that `to_journal()` does not write."""
    fields = {key: field for field, key in JOURNAL_KEYS.items()}
    rows = [
        {fields.get(key, key): value for key, value in row.items()} for row in ROWS.validate_python(json.loads(data))
    ]
    decisions = DECISIONS.validate_python(rows)
    for decision in decisions:
        comes_in = decision.status is ImportStatus.IMPORTED
        if comes_in and not (is_safe(decision.original) and is_slug(decision.slug) and is_inside(decision.name)):
            raise ValueError(decision.name)
        if decision.rejection:
            decision.rejection.try_it()
    return decisions
