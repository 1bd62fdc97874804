"""Every original once more: what would be written, what would be proposed; nothing is written here."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from warraq.archive.original import Original
from warraq.archive.reading_vocabulary import vocabulary_in
from warraq.archive.record import Record
from warraq.desk.front_matter import NotEditableError
from warraq.desk.importing.given import Draft
from warraq.desk.machine_text import machine_text
from warraq.desk.review.shelf import Shelf
from warraq.desk.writing import data_of, text_of
from warraq.repair.readers import UnreadableError, read_original

from .anew import anew
from .bodies import hashed
from .proposal import propose


class Fate(StrEnum):
    """What becomes of an article."""

    SAME = "same"
    RENEWED = "renewed"
    PROPOSED = "proposed"
    NO_RECORD = "no-record"
    """Its record is missing, and is made again; the article stays."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """One article, once more."""

    path: str
    record_path: str
    fate: Fate
    original: Original
    old: Record | None
    new: Record
    before: bytes
    after: bytes
    """Of a proposal: what is proposed."""
    kept: tuple[str, ...] = ()
    """New lines that an editor's stand against."""


def renewals(project: Path, only: Container[str] | None = None) -> Iterator[Renewal]:
    """Repair every original that has an article anew (of `only`, if given), in the order of the articles."""
    shelf = Shelf(project / "content")
    vocabulary = vocabulary_in(project / "content" / "vocabulary")
    for file in shelf.files():
        data = file.read_bytes()
        article = shelf.article(file, data)
        if article is None or article.withdrawn or not article.original or (only and article.original not in only):
            continue
        source = project / "content" / "originals" / article.original
        if not source.is_file():
            continue
        try:
            original = read_original(article.original, source.read_bytes())
        except UnreadableError:
            continue
        _, old = shelf.original_and_record(article)
        text, line_end = text_of(data)
        try:
            draft = anew(original, old, article, text, vocabulary)
            yield _renewal(article.path, text, line_end, data, original, old, draft)
        except NotEditableError:
            continue


def _renewal(
    path: str, text: str, line_end: str, data: bytes, original: Original, old: Record | None, draft: Draft
) -> Renewal:
    record_path = f"content/records/{original.stem}.json"
    if old is None:
        return Renewal(path, record_path, Fate.NO_RECORD, original, old, draft.record, data, data)
    if hashed(text) == old.article_sha256 and data == text.encode():
        after = draft.article.encode()
        same = after == data and draft.record == old
        return Renewal(path, record_path, Fate.SAME if same else Fate.RENEWED, original, old, draft.record, data, after)
    new = draft.record
    if (new.changes, new.doubts, new.described) == (old.changes, old.doubts, old.described):
        return Renewal(path, record_path, Fate.SAME, original, old, draft.record, data, data)
    made = propose(text, old, machine_text(original, old), draft, machine_text(original, draft.record))
    after = data_of(made.text, line_end)
    return Renewal(path, record_path, Fate.PROPOSED, original, old, draft.record, data, after, made.kept)
