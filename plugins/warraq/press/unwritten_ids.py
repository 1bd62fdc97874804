"""A word of `check` on articles that are cited by an id which stands in no file: it is no fault of theirs, and one command mends it."""

from __future__ import annotations

from collections.abc import Iterable

from warraq.archive.article import Article
from warraq.archive.permanent_id import is_written
from warraq.archive.shown_path import shown_path
from warraq.language import Message, listed, message

MOST_NAMED = 5


def unwritten_ids(articles: Iterable[Article]) -> Message | None:
    """Name the published articles whose files do not keep their id; None where all do."""
    some = [a for a in articles if a.status == "published" and not a.withdrawn and not is_written(a)]
    if not some:
        return None
    return message(
        "Articles whose files don't keep the id by which they are cited (/a/ID/): {number} ({files}). Write it into them: {command}",
        number=len(some),
        files=listed((shown_path(article.path) for article in some), MOST_NAMED),
        command="python3 tasks.py ids",
    )
