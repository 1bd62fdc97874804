"""
What becomes of every file, once all of them were looked at.

Decided in one go and written down before anything in content/ is touched. So it does not matter in which order the files were
looked at, nor how often the import was interrupted. Of several copies of one text the one of which most is known comes in; names
and addresses are given in the order of the files' names.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from warraq.archive.original import stem_of
from warraq.archive.same_address import same_address
from warraq.archive.slug import free_slug, same_slug

from .fingerprint import ALIKE, Fingerprint, likeness, near
from .looked import Looked
from .names import free_name, safe_name
from .shelf import Shelf


class Fate(StrEnum):
    """What becomes of a file."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    """Another file of this import is the same text."""
    HELD = "held"
    """The archive has it already."""
    SET_ASIDE = "set-aside"


class Same(StrEnum):
    """In what two files are the same."""

    BYTES = "bytes"
    URL = "url"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Decision:
    """One file's fate."""

    name: str
    fate: Fate
    original: str = ""
    """Its name in content/originals/."""
    slug: str = ""
    of: str = ""
    """Of a duplicate: the file that was imported, or what the archive has."""
    same: Same | None = None
    like: str = ""
    """A text that is nearly the same; both are kept."""
    likeness: float = 0.0
    """Share of words in common with it."""


def decide(files: Iterable[Looked], shelf: Shelf) -> tuple[Decision, ...]:
    """Decide on all files; the shelf learns what is taken."""
    held = dict(shelf.fingerprints)
    in_order = sorted(files, key=by_name)
    copies = _copies([file for file in in_order if not file.refused], shelf)
    own = {file.name: file.fingerprint for file in in_order if not file.refused and file.name not in copies}
    decisions: list[Decision] = []
    for file in in_order:
        if file.refused:
            decisions.append(Decision(file.name, Fate.SET_ASIDE))
        elif file.name in copies:
            of, same = copies[file.name]
            decisions.append(Decision(file.name, Fate.DUPLICATE if of in own else Fate.HELD, of=of, same=same))
        else:
            original = free_name(safe_name(file.name.rpartition("/")[2]), shelf.stems)
            slug = free_slug(file.slug, shelf.slugs)
            shelf.stems.add(same_slug(stem_of(original)))
            shelf.slugs.add(same_slug(slug))
            decisions.append(Decision(file.name, Fate.IMPORTED, original, slug))
    return tuple(_with_likes(decisions, {**held, **own}))


def _copies(files: Iterable[Looked], shelf: Shelf) -> dict[str, tuple[str, Same]]:
    """Of every file that does not come in: what is the same text, and in what."""
    copies: dict[str, tuple[str, Same]] = {}
    for file in sorted(files, key=by_worth):
        if found := _known(file, shelf):
            copies[file.name] = found
        else:
            _learn(file, shelf)
    return copies


def by_name(file: Looked) -> tuple[str, str]:
    """The order of an import: of names as people read them, then as they are stored."""
    return unicodedata.normalize("NFC", file.name), file.name


def by_worth(file: Looked) -> tuple[bool, int, bool, int, tuple[str, str]]:
    """Which of several copies comes in: one with a row in the table, with pictures, with a date, with more stated; else by name."""
    return not file.tabled, -len(file.pictures), not file.dated, -file.stated, by_name(file)


def _known(file: Looked, shelf: Shelf) -> tuple[str, Same] | None:
    """What is the same text, and in what."""
    if of := shelf.bytes.get(file.sha256):
        return of, Same.BYTES
    if of := shelf.texts.get(file.fingerprint.same):
        return of, Same.TEXT
    # Pages that state the address of their paper's front page are not the same; their texts decide.
    of = shelf.urls.get(same_address(file.url)) if "/" in same_address(file.url) else None
    if of and likeness(shelf.fingerprints[of], file.fingerprint) >= ALIKE:
        return of, Same.URL
    return None


def _learn(file: Looked, shelf: Shelf) -> None:
    shelf.bytes[file.sha256] = file.name
    shelf.fingerprints[file.name] = file.fingerprint
    if file.fingerprint.same:
        shelf.texts[file.fingerprint.same] = file.name
    if file.url:
        shelf.urls.setdefault(same_address(file.url), file.name)


def _with_likes(decisions: list[Decision], fingerprints: dict[str, Fingerprint]) -> list[Decision]:
    """Name the texts that are nearly the same as one before them."""
    names = list(fingerprints)
    likes = {names[later]: (names[earlier], like) for earlier, later, like in near(list(fingerprints.values()))}
    return [
        replace(d, like=likes[d.name][0], likeness=round(likes[d.name][1], 3))
        if d.fate is Fate.IMPORTED and d.name in likes
        else d
        for d in decisions
    ]


def written(decisions: Iterable[Decision]) -> bytes:
    """As the journal keeps them."""
    return json.dumps([asdict(d) for d in decisions], ensure_ascii=False, indent=0).encode("utf-8", "surrogateescape")


def read(data: bytes) -> tuple[Decision, ...]:
    """From the journal."""
    said = json.loads(data.decode("utf-8", "surrogateescape"))
    return tuple(
        Decision(**{**d, "fate": Fate(d["fate"]), "same": Same(d["same"]) if d["same"] else None}) for d in said
    )
