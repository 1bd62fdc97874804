"""The articles that can be corrected, each with its file cut at the end of its front matter."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from warraq.archive.address_key import address_key
from warraq.archive.article import Article
from warraq.archive.problem import WrongValueError
from warraq.archive.slug import slug_key
from warraq.desk.archive_files import ArchiveFiles
from warraq.desk.article_head import ArticleHead, head_of
from warraq.desk.front_matter_places import NotEditableError
from warraq.language import message


@dataclass(frozen=True, slots=True)
class CorrectableArticle:
    """An article and its file's two parts."""

    article: Article
    head: ArticleHead

    @property
    def path(self) -> str:
        """Give its path, relative to the project."""
        return self.article.path


@dataclass(frozen=True, slots=True)
class Articles:
    """All articles of an archive that can be corrected."""

    all: tuple[CorrectableArticle, ...]
    withdrawn: frozenset[str] = frozenset()
    """Paths of those that are withdrawn: they are left alone."""
    unread: tuple[str, ...] = ()
    """Paths of files that can't be read; `check` says why."""

    def left_alone(self, names: Mapping[str, str]) -> WrongValueError | None:
        """Give the reason for which the article of these names can't be corrected, if there is one."""
        path = f"content/articles/{file_key(names.get('file', ''))}"
        if path in self.unread:
            return WrongValueError(
                message("{path} can't be read.", path=path),
                message("python3 tasks.py check says why. Mend it, or take the row out."),
            )
        if path in self.withdrawn:
            what = message("{path} is withdrawn, and stays as it is.", path=path)
            return WrongValueError(what, message("Take the row out."))
        return None


def read_articles(content: Path, show: Callable[[Sequence[Path]], Iterable[Path]]) -> Articles:
    """Read every article; `show` may show progress."""
    files = ArchiveFiles(content)
    found: list[CorrectableArticle] = []
    withdrawn: set[str] = set()
    unread: list[str] = []
    for file in show(files.articles()):
        path = file.relative_to(content.parent).as_posix()
        try:
            data = file.read_bytes()
            article = files.read_article(file, data)
            head = head_of(data) if article else None
        except (OSError, NotEditableError, UnicodeDecodeError):
            article = head = None
        if article is None or head is None:
            unread.append(path)
        elif article.withdrawn:
            withdrawn.add(path)
        else:
            found.append(CorrectableArticle(article, head))
    return Articles(tuple(found), frozenset(withdrawn), tuple(unread))


class ArticleIndex:
    """Finds an article by its file, its slug or the address of its page at the source."""

    def __init__(self, articles: Articles) -> None:
        self._by: dict[str, dict[str, list[CorrectableArticle]]] = {"file": {}, "slug": {}, "url": {}}
        for this in articles.all:
            for how, key in _keys(this):
                self._by[how].setdefault(key, []).append(this)

    def find(self, how: str, name: str) -> list[CorrectableArticle]:
        """Give the articles of a name; several where their pages have one address."""
        key = {"file": file_key, "slug": slug_key, "url": address_key}[how](name)
        return self._by[how].get(key, [])


def _keys(this: CorrectableArticle) -> Iterator[tuple[str, str]]:
    yield "file", file_key(this.path)
    for slug in (this.article.slug, *this.article.aliases):
        yield "slug", slug_key(slug)
    if this.article.source and this.article.source.url:
        yield "url", address_key(this.article.source.url)


def file_key(name: str) -> str:
    """Give the key of an article's file, however much of its path is written."""
    path = (
        unicodedata.normalize("NFC", name)
        .strip()
        .replace("\\", "/")
        .removeprefix("./")
        .removeprefix("content/")
        .removeprefix("articles/")
    )
    return path if path.endswith(".md") else f"{path}.md"
