"""What would be published of other versions if an article left the archive: words that it alone withholds are withheld of all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from warraq.archive.article import Article
from warraq.archive.problem import Problem
from warraq.desk.archive_files import ArchiveFiles
from warraq.language import message

from .closing import Closing
from .finding import in_groups


def published_without(files: ArchiveFiles, leaving: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each article that stays and would be published further without those at the paths `leaving`."""
    if not any(_withholds(files, path) for path in leaving):
        return
    before = in_groups(files)
    stay = [article for article in before if article.path not in leaving]
    for path, lost in Closing(files).lost(before, stay).items():
        if lost.withheld:
            article = next(each for each in stay if each.path == path)
            yield _problem(article)


def _withholds(files: ArchiveFiles, path: str) -> bool:
    file = files.article_file(path)
    article = files.read_article(file, file.read_bytes()) if file else None
    return bool(article and article.withheld)


def _problem(article: Article) -> Problem:
    what = message("Words that stand in it are withheld by a version that would be thrown out, and would be published.")
    return Problem(article.path, 0, 0, "withheld", what, message("Write withheld: into this file first."))
