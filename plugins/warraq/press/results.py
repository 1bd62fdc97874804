"""
The results of all articles: what every page is made of is in memory, and each result is whole on the disk until it is asked for.

A result is some six kilobytes, of which hashes and places of its files are the most; only the article's own step asks for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError

from .article_result import ArticleResult, BriefResult
from .edition_facts import EditionFacts
from .for_this_build import ForThisBuild


@dataclass(frozen=True, slots=True)
class _Checked:
    """The part of a result that the checks of the archive need; to read it alone takes a fifth of the time."""

    checks: EditionFacts


FORM, CHECKED = TypeAdapter(ArticleResult), TypeAdapter(_Checked)


def packed(result: ArticleResult) -> bytes | ArticleResult:
    """Give a result as JSON; itself where JSON can't hold it, such as half a character."""
    try:
        return FORM.dump_json(result, exclude_defaults=True)
    except (PydanticSerializationError, UnicodeError, RecursionError):
        return result


class Results(Mapping[str, BriefResult]):
    """The brief results by the path of the article, and the whole ones one by one."""

    def __init__(self, folder: Path | None) -> None:
        """`folder`: where the file of the whole ones is; None: where the system has such files."""
        self._brief: dict[str, BriefResult] = {}
        self._whole: dict[str, ArticleResult] = {}
        """Those that are not on the disk."""
        self._disk = ForThisBuild(folder)

    def put(self, path: str, brief: BriefResult, whole: bytes | ArticleResult) -> None:
        """Keep what was found of an article, in the place of what was before."""
        self._brief[path] = brief
        self._whole.pop(path, None)
        if isinstance(whole, ArticleResult):
            self._whole[path] = whole
        elif not self._disk.put(path, whole):
            self._whole[path] = FORM.validate_json(whole, strict=True)

    def whole(self, path: str) -> ArticleResult:
        """Give the whole result of an article."""
        return self._whole[path] if path in self._whole else FORM.validate_json(self._packed(path), strict=True)

    def checks(self, path: str) -> EditionFacts:
        """Give what the checks of the archive need of an article."""
        its = self._whole[path] if path in self._whole else CHECKED.validate_json(self._packed(path), strict=True)
        return its.checks

    def _packed(self, path: str) -> bytes:
        data = self._disk.get(path)
        if data is None:
            raise KeyError(path)
        return data

    def __getitem__(self, path: str) -> BriefResult:
        """Give the brief result of an article."""
        return self._brief[path]

    def __iter__(self) -> Iterator[str]:
        """Give the paths."""
        return iter(self._brief)

    def __len__(self) -> int:
        """Count the articles."""
        return len(self._brief)
