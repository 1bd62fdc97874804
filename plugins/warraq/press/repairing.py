"""
`repair`: the same repairs that a build makes, without building.

An article that somebody edited is never overwritten: its hash differs from the one in the record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.slug import same_slug
from warraq.language import Message, message
from warraq.repair import plan

from . import atomic
from .prepared import Prepared


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one original."""

    said: Message


def write_new(prepared: Prepared) -> list[Done]:
    """Write what was planned for originals without an article."""
    done = []
    for new in prepared.new:
        # The record first: an article whose record is missing is an error, a record alone is made anew.
        atomic.write(new.record, new.planned.record.written())
        atomic.write(new.article, new.planned.article)
        name = new.planned.record.original.name
        done.append(Done(message("{original} was repaired: {article}", original=name, article=new.shown)))
    return done


def renew(content: Path, archive: Archive, names: Sequence[str]) -> list[Done]:
    """Repair anew; of an edited article only a missing record is made again."""
    by_original = {article.original: article for article in archive.articles if article.original}
    return [_renewed(content, archive, name, by_original[name]) for name in names if name in by_original]


def _renewed(content: Path, archive: Archive, name: str, article: Article) -> Done:
    original, record = archive.originals[name], archive.records.get(name)
    taken = {
        same_slug(slug) for other in archive.articles if other is not article for slug in (other.slug, *other.aliases)
    }
    planned = plan(original, archive.vocabulary, taken)
    record_file = content / "records" / f"{original.stem}.json"
    if record is None:
        atomic.write(record_file, planned.record.written())
        return Done(message("The record of {original} was made anew.", original=name))
    file = content.parent / article.path
    data = file.read_bytes()
    if data == planned.article and record == planned.record:
        return Done(message("{article} is as the rules would make it now.", article=article.path))
    if sha256(data).hexdigest() != record.article_sha256:
        return Done(message("{article} was edited and is left as it is.", article=article.path))
    atomic.write(file, planned.article)
    atomic.write(record_file, planned.record.written())
    return Done(message("{article} was made anew.", article=article.path))
