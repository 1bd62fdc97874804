"""Finding an article by its slug, and the versions of one: of ten thousand files only those are parsed that speak of the slug."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from warraq.archive.article import Article
from warraq.archive.problem import Problem
from warraq.archive.slug import slug_of
from warraq.desk.archive_files import ArchiveFiles
from warraq.language import message


def article_with_slug(files: ArchiveFiles, slug: str) -> Article | None:
    """Find the article with a slug; of several the first."""
    return next((article for article in _speaking_of(files, slug) if article.slug == slug), None)


def has_versions(files: ArchiveFiles, slug: str) -> bool:
    """Tell whether an article names this one as the one that is shown."""
    return any(article.version_of == slug for article in _speaking_of(files, slug))


def why_not_joined(path: str, slug: str, shown: str, *, has_versions: bool) -> Problem | None:
    """Say why the article `slug`, whose file is `path`, can't be a version of the article `shown`; None where it can."""
    if shown == slug:
        what = message("An article can't be a version of itself.")
        return Problem(path, 0, 0, "", what, message("Name another article."))
    if has_versions:
        what = message("It has versions itself.")
        todo = message("Join the other way round: versions --join {one} --to {other}", one=shown, other=slug)
        return Problem(path, 0, 0, "", what, todo)
    return None


def _speaking_of(files: ArchiveFiles, slug: str) -> Iterator[Article]:
    """Yield the articles in whose file, or its name, a slug stands."""
    words = slug.encode("utf-8", "surrogatepass")
    for file in files.articles():
        with suppress(OSError):  # `check` tells it
            data = file.read_bytes()
            # A quoted value may be written with escapes.
            speaks = words in data or b"\\u" in data or b"\\x" in data or slug_of(file.stem) == slug
            if speaks and (article := files.read_article(file, data)):
                yield article
