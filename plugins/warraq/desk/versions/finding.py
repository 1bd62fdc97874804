"""Finding an article by its slug, and the versions of one: of ten thousand files only those are parsed whose lines name it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from pathlib import Path

from warraq.archive.article import Article
from warraq.archive.problem import Problem
from warraq.archive.slug import find_slug, slug_key, slug_of
from warraq.archive.typed_name import typed_name
from warraq.desk.archive_files import ArchiveFiles
from warraq.language import message

OF_ANOTHER = re.compile(r"^(?:perhaps_)?version_of:[ \t]*[\"']?([^\"'\s#]+)", re.MULTILINE)
"""The slug of which an article is, or may be, another version, whatever else is wrong with its front matter."""


def article_with_slug(files: ArchiveFiles, slug: str) -> Article | None:
    """Find the article with a slug; of several the first."""
    key = slug_key(slug)

    def may_have(file: Path, text: str) -> bool:
        return slug_key(find_slug(text) or slug_of(file.stem)) == key or "\\" in (find_slug(text) or "")

    return next((article for article in _read(files, may_have) if article.slug == slug), None)


def in_groups(files: ArchiveFiles) -> tuple[Article, ...]:
    """Give all articles that are, or may be, versions of another one or have versions, in the order of their files."""
    versions = {article.path: article for article in _read(files, lambda _, text: "version_of" in text)}
    names = {slug_key(slug) for a in versions.values() for slug in (a.version_of, a.perhaps_version_of) if slug}

    def may_be_named(file: Path, text: str) -> bool:
        slug = find_slug(text) or slug_of(file.stem)
        return slug_key(slug) in names or "\\" in slug or "aliases" in text

    named = {article.path: article for article in _read(files, may_be_named)} if names else {}
    found = versions | named
    return tuple(found[path] for path in sorted(found))


def unread_among(files: ArchiveFiles, slugs: Collection[str], read: Collection[str]) -> Iterator[str]:
    """Yield the paths of articles that can't be read and seem to be of these slugs, or versions of them; those in `read` could be read."""
    keys = {slug_key(slug) for slug in slugs}
    for file in files.articles():
        path = file.relative_to(files.content.parent).as_posix()
        if path in read:
            continue
        with suppress(OSError):
            data = file.read_bytes()
            text = data.decode(errors="replace")
            own = {
                slug_key(find_slug(text) or ""),
                slug_key(slug_of(file.stem)),
                *map(slug_key, OF_ANOTHER.findall(text)),
            }
            if not own.isdisjoint(keys) and files.read_article(file, data) is None:
                yield path


def has_versions(files: ArchiveFiles, slug: str) -> bool:
    """Tell whether an article names this one as the one that is shown."""

    def may_name(_: Path, text: str) -> bool:
        # A quoted value may be written with escapes.
        return any("version_of" in line and (slug in line or "\\" in line) for line in text.split("\n"))

    return any(article.version_of == slug for article in _read(files, may_name))


def why_not_joined(path: str, slug: str, shown: str, *, has_versions: bool) -> Problem | None:
    """Say why the article `slug`, whose file is `path`, can't be a version of the article `shown`; None where it can."""
    if shown == slug:
        what = message("An article can't be a version of itself.")
        return Problem(path, 0, 0, "", what, message("Name another article."))
    if has_versions:
        what = message("It has versions itself.")
        todo = message(
            "Join the other way round: versions --join {one} --to {other}",
            one=typed_name(shown),
            other=typed_name(slug),
        )
        return Problem(path, 0, 0, "", what, todo)
    return None


def _read(files: ArchiveFiles, fits: Callable[[Path, str], bool]) -> Iterator[Article]:
    """Yield the articles whose file, with its text, fits."""
    for file in files.articles():
        with suppress(OSError):  # `check` tells it
            data = file.read_bytes()
            if fits(file, data.decode(errors="replace")) and (article := files.read_article(file, data)):
                yield article
