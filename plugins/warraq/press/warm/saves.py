"""
Articles that were saved, read anew into an archive whose other files are as they were.

What else a build reads is not looked at, so that all that a save may change must be known here: the article. Where more has changed than
that, a `NotWarmError` asks for a build.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from warraq.archive.article import Article
from warraq.archive.files import Files, is_of_program
from warraq.archive.problem import Level, Problem
from warraq.archive.reading_article import read_article
from warraq.archive.reading_vocabulary import read_vocabulary
from warraq.archive.shown_path import shown_path
from warraq.archive.starter import with_lists

from .site import WarmSite, light_article


class NotWarmError(Exception):
    """More has changed than the process knows of, or something that only a build can do."""


def is_article(inside: str) -> bool:
    """Tell whether a path below content/ is that of an article, as a build finds it."""
    folder, _, name = inside.partition("/")
    return folder == "articles" and name.endswith(".md") and not any(map(is_of_program, name.split("/")))


def with_saves(site: WarmSite, saved: Collection[str]) -> tuple[WarmSite, dict[str, Article]]:
    """
    Read the articles at these paths anew (`content/articles/NAME.md`); a NotWarmError where that is not all that has to be read.

    Return the site with them, and the articles that were read, with their texts.
    """
    whole: dict[str, Article] = {}
    articles = {article.path: article for article in site.archive.articles}
    made_of, unread = dict(site.made_of), dict(site.unread)
    for path in saved:
        if not is_article(path.removeprefix(f"{site.content.name}/")):
            _demand_no_folder(site, path)
            continue
        articles.pop(path, None)
        unread.pop(path, None)
        article, problems = _read(site.content, path)
        if problems:
            unread[path] = problems
        if article:
            whole[path], articles[path] = article, light_article(article)
        if path in unread and not article:  # it still has its original
            continue
        # The original of a deleted article gets a new one, and that of a new article is read.
        original = article.original if article else None
        if made_of.setdefault(path, None) != original:
            raise NotWarmError(path)
    in_order = tuple(articles[path] for path in sorted(articles))
    _demand_no_versions(saved, site.archive.articles, in_order)
    return replace(site, archive=replace(site.archive, articles=in_order), made_of=made_of, unread=unread), whole


def with_vocabulary(site: WarmSite) -> WarmSite:
    """
    Read the vocabulary anew; a NotWarmError where something is wrong with it.

    What it says of articles that are not made anew is not known then: of such a site single articles may be shown, and no lists.
    """
    found = [(path, file.read_bytes()) for path, file in Files(site.content).below("vocabulary", ".yaml")]
    vocabulary, problems = read_vocabulary(found)
    if any(problem.level is Level.ERROR for problem in problems):
        raise NotWarmError(problems[0].path)
    return replace(
        site, archive=replace(site.archive, vocabulary=with_lists(vocabulary, site.archive.site.starter_lists))
    )


def whole_article(site: WarmSite, article: Article) -> Article:
    """Read an article that was not saved, with its text; a NotWarmError where it is another by now."""
    found, _ = _read(site.content, article.path)
    if found is None or light_article(found) != article:
        raise NotWarmError(article.path)
    return found


def _demand_no_versions(saved: Collection[str], before: Sequence[Article], now: Sequence[Article]) -> None:
    """Pass saves of articles that have no other versions and are none: what may leave of those hangs on each other."""
    named = {article.version_of or article.perhaps_version_of for article in (*before, *now)}
    for article in (*before, *now):
        if article.path in saved and (
            article.version_of or article.perhaps_version_of or not named.isdisjoint((article.slug, *article.aliases))
        ):
            raise NotWarmError(article.path)


def _demand_no_folder(site: WarmSite, path: str) -> None:
    """Pass a file that no build reads, such as one of an editor's program; folders of articles come and go with all that is in them."""
    place = site.content.parent / path
    if (
        place.is_symlink()
        or place.is_dir()
        or any(article.path.startswith(f"{path}/") for article in site.archive.articles)
    ):
        raise NotWarmError(path)


def _read(content: Path, path: str) -> tuple[Article | None, tuple[Problem, ...]]:
    file = _plain_file(content, path)
    if file is None:
        return None, ()
    read = Files.read_anew(path, file, read_article)
    return (None, (read,)) if isinstance(read, Problem) else (read.article, read.problems)


def _plain_file(content: Path, path: str) -> Path | None:
    """Give the file of an article, None where there is none; one that a build would look at twice is a NotWarmError."""
    inside = path.removeprefix(f"{content.name}/")
    if not is_article(inside) or shown_path(path) != path or "\\" in path or not unicodedata.is_normalized("NFC", path):
        raise NotWarmError(path)
    file = content / inside
    if os.path.realpath(file) != str(Path(os.path.realpath(content)) / inside):
        raise NotWarmError(path)  # a link
    try:
        if stat.S_ISREG(file.lstat().st_mode):
            return file
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        pass
    raise NotWarmError(path)
