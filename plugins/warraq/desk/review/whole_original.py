"""The original of an open item, as long a stretch of it as a page shows, with the place in question."""

from __future__ import annotations

from warraq.desk.archive_files import ArchiveFiles

from .excerpts import beginning_of, end_of

MOST = 20_000
"""Letters on each side of the place."""


def whole_original(files: ArchiveFiles, item_id: str) -> list[str]:
    """Give the original before the place of an item, at it and behind it; nothing where there is no original."""
    path, _, place = item_id.rpartition("#")
    file = files.article_file(path)
    article = files.read_article(file, file.read_bytes()) if file else None
    original, record = files.original_and_record(article.original if article else None)
    if original is None or record is None:
        return []
    start, end = 0, 0
    number = place.removeprefix("d").partition("-")[0]
    if place.startswith("d") and number.isdecimal():
        start, end = next(((d.start, d.end) for d in record.doubts if d.start == int(number)), (0, 0))
    elif described := record.described.get("author" if place == "authors" else place):
        start, end = next(((e.start, e.end) for e in described.evidence), (0, 0))
    text = original.text
    return [end_of(text[:start], MOST), text[start:end], beginning_of(text[end:], MOST)]
