"""What taking a step back would publish although it is held back by now: a step about versions says nothing of that, so neither does its undoing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from warraq.archive.article import Article
from warraq.archive.reading_article import read_article
from warraq.archive.shown_path import shown_path
from warraq.desk.archive_files import ArchiveFiles
from warraq.desk.journal import Changed, former
from warraq.language import Message, listed, message

from .closing import Closing
from .finding import in_groups


def why_not_undone(content: Path, changed: Sequence[Changed]) -> Message | None:
    """Say which article would be published further than now if these changes, the first first, were taken back; None where none would."""
    if not any(_is_of_versions(each) for each in changed):
        return None
    files, made = ArchiveFiles(content), dict[str, bytes]()
    for each in reversed(changed):
        file = content / each.file
        if not (each.file.startswith("articles/") and file.is_file()):
            continue
        now = made.get(each.file) or file.read_bytes()
        made[each.file] = former(file, now, each) or now
    paths = {f"{content.name}/{name}": data for name, data in made.items()}
    before = {article.path: article for article in in_groups(files)}
    before |= _articles(paths, lambda path: (content.parent / path).read_bytes())
    after = {**before, **_articles(paths, lambda path: paths[path])}
    lost = Closing(files).lost(tuple(before.values()), tuple(after.values()))
    for path, what in lost.items():
        return message(
            "{path} would be published further than now: {keys}. Write these keys into its file before, or decide by hand; nothing was taken back.",
            path=shown_path(path),
            keys=listed(what.names),
        )
    return None


def _is_of_versions(changed: Changed) -> bool:
    was, became = (_names(changed.file, data) for data in (changed.before, changed.after))
    return was != became


def _names(path: str, data: bytes) -> tuple[str | None, ...]:
    if b"version_of" not in data:
        return None, None
    article = read_article(path, data).article
    return (article.version_of, article.perhaps_version_of) if article else (None, None)


def _articles(paths: Mapping[str, bytes], read: Callable[[str], bytes]) -> dict[str, Article]:
    found = ((path, read_article(path, read(path)).article) for path in paths)
    return {path: article for path, article in found if article}
