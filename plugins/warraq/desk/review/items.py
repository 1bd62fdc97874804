"""The open items of one article, of all kinds."""

from __future__ import annotations

from warraq.archive.article import Article
from warraq.archive.concept import Vocabulary
from warraq.archive.original import Original
from warraq.archive.record import Record

from .kinds import KINDS
from .open_item import OpenItem, Seen


def open_items(
    article: Article, text: str, original: Original | None, record: Record | None, vocabulary: Vocabulary
) -> tuple[OpenItem, ...]:
    """Give all open items of an article; `text`: its file."""
    if article.withdrawn:
        return ()
    seen = Seen(article, text, original, record, vocabulary)
    return tuple(item for kind in KINDS.values() for item in kind.find(seen))
