"""A site that stands, with what a process remembers of it that built it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.light_article import light
from warraq.archive.problem import Problem
from warraq.archive.reading_article import ReadArticle
from warraq.pages.page import Library

from ..article_result import ArticleResult
from ..printed import PrintedArchive
from ..printing import Look
from ..rendering import Templates


@dataclass(frozen=True)
class WarmLook(Look):
    """A look whose templates are loaded once; whoever changes one begins another process."""

    @classmethod
    def of(cls, look: Look) -> WarmLook:
        """Give the same look."""
        return cls(**{each.name: getattr(look, each.name) for each in fields(look)})

    def templates(self) -> Templates:
        """Give the templates."""
        return self._templates

    @cached_property
    def _templates(self) -> Templates:
        return super().templates()


@dataclass(frozen=True)
class WarmSite:
    """An archive as its files are now, and what is shown of it."""

    content: Path
    archive: Archive
    """Its articles are light (`warraq.archive.light_article`)."""
    look: WarmLook
    today: date
    results: Mapping[str, ArticleResult]
    """Of each article that can be read, by its path."""
    shown: Mapping[str, tuple[str, ...]]
    """The paths of the files that each article has in the site, by the article's path."""
    made_of: Mapping[str, str | None]
    """The original of each article, by the article's path; of one that can't be read, the one that it had."""
    unread: Mapping[str, tuple[Problem, ...]]
    """What reading those articles found that were saved since the build, by their paths."""
    library: Library | None = None
    """What pages were made of when an article was shown last."""
    waiting: frozenset[str] = frozenset()
    """The paths of articles that were saved, and are not shown yet because something is wrong."""

    @classmethod
    def of(cls, content: Path, printed: PrintedArchive, look: Look, today: date) -> WarmSite:
        """Remember a site that was built."""
        results = {path: printed.results.whole(path) for path in printed.results}
        return cls(
            content=content,
            archive=replace(printed.archive, articles=tuple(map(light_article, printed.archive.articles))),
            look=WarmLook.of(look),
            today=today,
            results=results,
            shown={path: files_of(result) for path, result in results.items()},
            made_of={article.path: article.original for article in printed.archive.articles},
            unread={},
        )


def light_article(article: Article) -> Article:
    """Leave the text of an article out."""
    return light(ReadArticle(article)).article or article


def files_of(result: ArticleResult) -> tuple[str, ...]:
    """Give the paths of an article's files below the site's folder."""
    return tuple(written.inside for written in result.written)
