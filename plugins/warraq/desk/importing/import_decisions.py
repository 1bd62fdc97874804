"""
What an import does with every file, once all of them were inspected.

All files are decided on in one go, and the decisions are written down before anything in content/ is touched. So neither the
order of the inspections nor an interruption changes the result. Of several copies of one text the one with the most metadata
comes in; names and addresses are given in the order of the files' names.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter

from warraq.archive.original import stem_of
from warraq.archive.permanent_id import free_id
from warraq.archive.slug import free_slug, is_slug, slug_key, version_slug
from warraq.desk.fingerprint import Fingerprint, find_similar
from warraq.desk.own_files import is_inside

from .archive_index import ArchiveIndex
from .inspection import Inspection, StoredMessage
from .names import ending_of, free_name, is_safe, safe_name
from .same_texts import Found, Match, by_name, find_copies, version_keys


class ImportStatus(StrEnum):
    """What an import does with a file."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    """Another file of this import is the same text."""
    HELD = "held"
    """The archive has it already."""
    VERSION = "version"
    """It comes in as another version of an article: the same address, and another text."""
    REJECTED = "rejected"
    """An editor threw it out of the archive before."""
    SET_ASIDE = "set-aside"


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
    """Of a duplicate: the file that was imported, or the archive's text; of a version: the text of which it is one; of a text that
    was thrown out: the hash of its file."""
    match: Match | None = None
    similar_to: str = ""
    """A text that is nearly the same; both are kept."""
    similarity: float = 0.0
    """Share of words in common with it."""
    rejection: StoredMessage | None = None
    """Of a file that is set aside though it could be read: why."""
    version_of: str = ""
    """Of a version: the slug of the article that is shown."""
    added: str = ""
    """Of a version, of what may be one, and of what came in with versions of it: the day on which it came in."""
    at_one_address: str = ""
    """Of a file that comes in as an article of its own: a text at the same address, of which it may be another version."""

    perhaps_version_of: str = ""
    """Of such a file: the slug of that article."""
    id: str = ""
    """The permanent id of its article."""

    @property
    def comes_in(self) -> bool:
        """Tell whether an original, a record and an article are made of it."""
        return self.status in (ImportStatus.IMPORTED, ImportStatus.VERSION)

    @property
    def version_keys(self) -> dict[str, str]:
        """Give the keys of its front matter that say of which article it is a version, or may be one."""
        shown = self.version_of or self.perhaps_version_of
        named = version_keys(shown, self.added, is_certain=bool(self.version_of))
        return named or ({"added": self.added} if self.added else {})


LATER_FIELDS = frozenset({"rejection", "version_of", "added", "at_one_address", "perhaps_version_of", "id"})
"""Fields that a journal has only where they say something: older versions know none of them."""
ROWS = TypeAdapter(list[dict[str, Any]])
DECISIONS = TypeAdapter(tuple[ImportDecision, ...])


def decide(files: Iterable[Inspection], index: ArchiveIndex, today: date) -> tuple[ImportDecision, ...]:
    """Decide on all files; names, slugs and texts that come in are added to the index, versions with the day `today`."""
    held = dict(index.fingerprints)
    in_order = sorted(files, key=by_name)
    thrown_out = {file.name: key for file in in_order if not file.rejection and (key := _thrown_out(file, index))}
    found = find_copies([file for file in in_order if not file.rejection and file.name not in thrown_out], index)
    copies, failed = found.copies, found.failed
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
            original = free_name(safe_name(_given_name(file)), index.stems, last_names)
            index.stems.add(slug_key(stem_of(original)))
            index.ids.add(id_ := free_id(stem_of(original), index.ids))
            if file.name in found.versions:
                same_as, of = found.versions[file.name], ImportStatus.VERSION
                decisions.append(
                    ImportDecision(file.name, of, original, same_as=same_as, added=today.isoformat(), id=id_)
                )
                continue
            slug = free_slug(file.slug, index.slugs, last_slugs)
            index.slugs.add(slug_key(slug))
            index.shown[file.name] = slug
            unsure = found.unsure.get(file.name, "")
            decisions.append(
                ImportDecision(file.name, ImportStatus.IMPORTED, original, slug, at_one_address=unsure, id=id_)
            )
    given = _with_slugs(decisions, found, index, today)
    shown = index.shown | {decision.name: decision.version_of for decision in given if decision.version_of}
    return tuple(_with_similar(given, {**held, **own}, shown))


def _with_slugs(
    decisions: Iterable[ImportDecision], found: Found, index: ArchiveIndex, today: date
) -> list[ImportDecision]:
    """
    Give each version the slug of the article that is shown, and one of its own after that.

    What comes in with it has its day too: none of them stood there before the other, as far as the archive knows.
    """
    in_order = list(decisions)
    with_versions = {found.first(d.name) for d in in_order if d.status is ImportStatus.VERSION}
    given: list[ImportDecision] = []
    last: dict[str, int] = {}
    for decision in in_order:
        first = found.first(decision.name)
        if decision.status is ImportStatus.IMPORTED and first:
            given.append(replace(decision, perhaps_version_of=index.shown.get(first, ""), added=today.isoformat()))
        elif decision.status is ImportStatus.VERSION:
            shown = index.shown[first]
            slug = version_slug(shown, index.slugs, last)
            index.slugs.add(slug_key(slug))
            given.append(replace(decision, version_of=shown, slug=slug))
        elif decision.name in with_versions:
            given.append(replace(decision, added=today.isoformat()))
        else:
            given.append(decision)
    return given


def _given_name(file: Inspection) -> str:
    """Give the name that a file brings; of a text that moves in the slug: a generator's file may be called `index.md`."""
    name = file.name.rpartition("/")[2]
    return f"{file.slug}.{ending_of(name)}" if file.moved else name


def _thrown_out(file: Inspection, index: ArchiveIndex) -> str:
    """Give the hash of the file that was thrown out of the archive, this one or another one of the same text; empty where none was."""
    if file.sha256 in index.rejections.files:
        return file.sha256
    return index.rejections.texts.get(file.fingerprint.text_sha256, "")


def set_aside(name: str, why: StoredMessage | None = None) -> ImportDecision:
    """Decide that a file does not come in; without `why`, its inspection says it."""
    return ImportDecision(name, ImportStatus.SET_ASIDE, rejection=why)


def _with_similar(
    decisions: list[ImportDecision], fingerprints: dict[str, Fingerprint], shown: Mapping[str, str]
) -> list[ImportDecision]:
    """Name for each imported file the text before it that is nearly the same, and no version of the same article (`shown`, by name)."""
    names = list(fingerprints)
    pairs = find_similar(list(fingerprints.values()))
    similar = {
        names[later]: (names[earlier], share)
        for earlier, later, share in pairs
        if shown.get(names[later]) is None or shown.get(names[later]) != shown.get(names[earlier])
    }
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
            if value or field not in LATER_FIELDS
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
        if decision.comes_in and not (
            is_safe(decision.original) and is_slug(decision.slug) and is_inside(decision.name)
        ):
            raise ValueError(decision.name)
        if decision.rejection:
            decision.rejection.try_it()
    return decisions
