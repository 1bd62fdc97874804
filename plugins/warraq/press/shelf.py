"""
What is kept of the articles of the site that stands, from one build to the next: of each its key, its facts, its files, its texts.

It is kept in `.warraq/site.sqlite` and holds data: JSON with a checksum, checked against the type of the result when it is read. All
that a build adds is written when its site is exchanged; one that was killed leaves the shelf of the former site. Where the shelf is cut,
locked, of another make or another's, the work is only slower (`cache_trust.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from warraq.pages.article_facts import ArticleTexts
from warraq.pages.texts import Texts, text_row

from .article_result import ArticleResult, Shelved, WrittenFile
from .cache_trust import cache_problems
from .for_this_build import ForThisBuild
from .shelf_database import OF_ARTICLES, ShelfDatabase, summed, unsummed

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """An article as it stands in the site."""

    key: str
    """The hash of what its own files depend on (`article_keys.py`), as hexadecimal digits."""
    details: str
    """The hash of what the vocabulary says of the concepts that it has."""
    around: str
    """The hash of what stands on its page about other articles."""
    result: ArticleResult


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A page or file of the site that is made of the facts of many articles."""

    key: str
    """The hash of what it was made of (`page_keys.py`), or of its bytes."""
    written: WrittenFile


FORMS: dict[Any, TypeAdapter[Any]] = {kind: TypeAdapter(kind) for kind in (KeptArticle, KeptFile, ArticleTexts)}


class Shelf:
    """The kept articles of one site; the texts stay on the disk until they are asked for. Without a file, they are in memory."""

    def __init__(self, file: Path | None) -> None:
        self.is_used = file is not None and not cache_problems(file)[0]
        """It is kept on the disk. Why it is not, or might leave this machine, the caches beside it tell."""
        self._rows = ShelfDatabase(file if self.is_used else None)
        self.folder = file.parent if file and self.is_used else None
        """Where it is kept; None where it is not."""
        self._words = ForThisBuild(self.folder)

    def kept(self) -> dict[str, KeptArticle]:
        """Read what is kept, by the path of the article; what can't be read is left out."""
        return dict(self._all(KeptArticle, "SELECT path, kept FROM articles"))

    def files(self) -> dict[str, KeptFile]:
        """Read what is kept of pages and files of many articles, by address; what can't be read is left out."""
        return dict(self._all(KeptFile, "SELECT path, kept FROM files"))

    def _all(self, kind: type[Kind], query: str) -> Iterator[tuple[str, Kind]]:
        for path, data in self._rows.each(query):
            if isinstance(path, str) and (found := _read(kind, path, data)) is not None:
                yield path, found

    def put_file(self, file: KeptFile) -> None:
        """Keep a page or file of many articles."""
        address = file.written.address
        self._rows.change("INSERT OR REPLACE INTO files VALUES (?, ?)", [(address, _written(address, file))])

    def drop_files(self, addresses: Iterable[str]) -> None:
        """Take pages or files of many articles away."""
        self._rows.change("DELETE FROM files WHERE path = ?", ((address,) for address in addresses))

    def texts(self, path: str) -> ArticleTexts | None:
        """Read the texts of an article; None where there are none that hold."""
        rows = self._rows.rows("SELECT texts FROM texts WHERE path = ?", (path,))
        return _read(ArticleTexts, path, rows[0][0]) if rows else None

    def words(self, path: str) -> bytes | None:
        """Give the contribution of an article to the index of the search, where this build made it: the index keeps it then."""
        return self._words.get(path)

    def row(self, path: str) -> str | None:
        """Read what the data file of articles says of the text of an article; None where there is nothing that holds."""
        found = self._summed(path, "SELECT line FROM texts WHERE path = ?")
        return None if found is None else found.decode("utf-8", "surrogatepass")

    def mark(self, name: str) -> str:
        """Read what was marked under a name; empty where nothing was."""
        found = self._summed(name, "SELECT kept FROM marks WHERE path = ?")
        return "" if found is None else found.decode()

    def put_mark(self, name: str, mark: str) -> None:
        """Mark something under a name."""
        self._rows.change("INSERT OR REPLACE INTO marks VALUES (?, ?)", [(name, summed(name, mark.encode()))])

    def _summed(self, path: str, query: str) -> bytes | None:
        rows = self._rows.rows(query, (path,))
        return unsummed(path, rows[0][0]) if rows else None

    def put(self, path: str, large: Shelved) -> None:
        """Put the large part of an article there; what is known of its files comes later (`complete`)."""
        line = text_row(large.texts).encode("utf-8", "surrogatepass")
        row = path, _written(path, large.texts), summed(path, line)
        self._rows.change("DELETE FROM articles WHERE path = ?", [(path,)])
        self._rows.change("INSERT OR REPLACE INTO texts VALUES (?, ?, ?)", [row])
        self._words.put(path, large.words)

    def complete(self, path: str, kept: KeptArticle) -> None:
        """Put there what is known of an article whose files are whole."""
        self._rows.change("INSERT OR REPLACE INTO articles VALUES (?, ?)", [(path, _written(path, kept))])

    def drop_all_but(self, paths: Container[str]) -> None:
        """Take all other articles away, those too of which nothing can be read."""
        for table in OF_ARTICLES:
            there = self._rows.rows(f"SELECT path FROM {table}")  # noqa: S608 - a name of ours
            gone = [row for row in there if row[0] not in paths]
            self._rows.change(f"DELETE FROM {table} WHERE path = ?", gone)  # noqa: S608 - likewise

    def keep(self) -> None:
        """Write all of it to the disk; the site that it speaks of stands now."""
        self._words.forget()
        self._rows.keep()

    def forget(self) -> None:
        """Leave the disk as it was."""
        self._words.forget()
        self._rows.close()


def kept_shelf(output: Path) -> Path:
    """Return the file of the shelf of a site."""
    return output.parent / ".warraq" / f"{output.name}.sqlite"


class ShelvedTexts(Texts):
    """The texts of published articles by slug, read from a shelf one by one."""

    def __init__(self, shelf: Shelf, paths: Mapping[str, str], make: Callable[[str], ArticleTexts]) -> None:
        """`paths`: of the articles, by slug. `make`: makes the texts of the article at a path, where the shelf has none that hold."""
        self._shelf, self._paths, self._make = shelf, paths, make

    def __getitem__(self, slug: str) -> ArticleTexts:
        """Read the texts of one article."""
        path = self._paths[slug]
        return self._shelf.texts(path) or self._make(path)

    def row(self, slug: str) -> str:
        """Read the row of one."""
        path = self._paths[slug]
        found = self._shelf.row(path)
        return text_row(self._make(path)) if found is None else found

    def __iter__(self) -> Iterator[str]:
        """Give the slugs."""
        return iter(self._paths)

    def __len__(self) -> int:
        """Count the articles."""
        return len(self._paths)


def _written(path: str, value: object) -> bytes:
    """Write a value as JSON; one that JSON can't hold, such as half a character, as nothing."""
    try:
        return summed(path, FORMS[type(value)].dump_json(value, exclude_defaults=True))
    except (PydanticSerializationError, UnicodeError, RecursionError):
        return b""


def _read(kind: type[Kind], path: str, data: object) -> Kind | None:
    sound = unsummed(path, data)
    if sound is None:
        return None
    try:
        return FORMS[kind].validate_json(sound, strict=True)  # type: ignore[no-any-return]  # it is of that kind
    except (ValidationError, ValueError, RecursionError):
        return None
