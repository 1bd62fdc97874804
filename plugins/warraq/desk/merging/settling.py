"""Merging one file of content/, of whatever kind, by its three versions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from warraq.archive.record import Record
from warraq.desk.front_matter_places import NotEditableError, split_body
from warraq.desk.review.kinds import KINDS
from warraq.desk.review.open_items import OpenItems
from warraq.desk.writing import data_of, sha256_of, text_of
from warraq.language import Message

from .article_merge import MergedArticle, OpenBefore, OpenDoubt, merge_articles
from .front_matter_merge import common_ground
from .record_merge import merge_records

KEY_OF = {
    "doubtful-title": "title",
    "doubtful-author": "author",
    "inferred-date": "date",
    "open-date": "date",
    "undated": "date",
}
"""The key of the front matter that a kind of open items asks about."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A file merged, as far as it could be."""

    data: bytes
    whole: bool
    """Nothing in it is left to people."""
    told: tuple[Message, ...] = ()


Versions = tuple[bytes, bytes, bytes]
"""Of one file: that which both began with, ours and theirs."""


def settle(content: Path, path: str, versions: Versions, records: Versions | None = None) -> Settled | None:
    """
    Merge a file by its path below the project; None for one that only people can merge.

    `records`: of an article whose record is in conflict too.
    """
    if path.startswith(f"{content.name}/records/"):
        try:
            return Settled(merge_records(*versions)[0], whole=True)
        except ValueError:
            return None
    if not (path.startswith(f"{content.name}/articles/") and path.endswith(".md")):
        return None
    try:
        (before, _), (mine, line_end), (other, _) = map(text_of, versions)
        before = before or _begun_with(content, path, mine, other)
        merged: MergedArticle = merge_articles(
            before, mine, other, _open_before(content, path, before.encode()), _machines_body(mine, other, records)
        )
    except (NotEditableError, OSError, ValueError):
        return None
    return Settled(data_of(merged.text, line_end), merged.clashes == 0, merged.told)


def _begun_with(content: Path, path: str, ours: str, theirs: str) -> str:
    """Give what both began with who imported the same file: the machine's text; a ValueError where neither has it any more."""
    record = Record.from_bytes((content / "records" / f"{Path(path).stem}.json").read_bytes())
    a, b = (split_body(text)[1] for text in (ours, theirs))
    if a == b or sha256_of(a) == record.body_sha256:
        return common_ground(ours, theirs, a)
    if sha256_of(b) == record.body_sha256:
        return common_ground(ours, theirs, b)
    raise ValueError(path)


def _machines_body(ours: str, theirs: str, records: Versions | None) -> str | None:
    """Give the body that belongs to the record which stays, where nobody edited either; None where somebody did."""
    if records is None:
        return None
    bodies = [split_body(text)[1] for text in (ours, theirs)]
    made = [Record.from_bytes(data).body_sha256 for data in records[1:]]
    if [sha256_of(body) for body in bodies] != made:
        return None
    return bodies[merge_records(*records)[1]]


def _open_before(content: Path, path: str, base: bytes) -> OpenBefore:
    """Give what the review asked about the article that both began with."""
    items = OpenItems.of(content).in_data(content.parent / path, base) or ()
    return OpenBefore(
        tuple(OpenDoubt(item.quote, item.before, item.after) for item in items if KINDS[item.about].is_line),
        frozenset(KEY_OF[item.about] for item in items if item.about in KEY_OF),
    )
