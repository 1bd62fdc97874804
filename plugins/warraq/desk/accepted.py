"""What a tool of ours writes, our own `check` accepts: each article's new text is read before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from warraq.archive.concept import Vocabulary
from warraq.archive.files import Files
from warraq.archive.problem import Level, Problem
from warraq.archive.reading_article import read_article
from warraq.edition import edition

from .archive_files import ArchiveFiles


class _Addresses(Mapping[str, str]):
    """The files of an archive that an article may link to; they are listed when the first link is looked for, which most articles lack."""

    def __init__(self, content: Path) -> None:
        self._content = content

    @cached_property
    def _names(self) -> frozenset[str]:
        found = Files(self._content)
        return frozenset(
            f.relative_to(self._content).as_posix() for folder in ("articles", "images") for _, f in found.below(folder)
        )

    def __getitem__(self, name: str) -> str:
        # Which files there are is enough: nothing is linked here.
        if name in self._names:
            return name
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __bool__(self) -> bool:
        return True


def problem_of(path: str, data: bytes) -> Problem | None:
    """Give the first error that `check` would report of an article's file if it held `data`; `path` is relative to the project."""
    return next((problem for problem in read_article(path, data).problems if problem.level is Level.ERROR), None)


def problem_in_text(files: ArchiveFiles, file: Path, before: bytes, after: bytes) -> Problem | None:
    """Give the first error that an article's text, changed by hand, would have and did not have before, such as a link to no file."""
    known = {str(problem.what) for problem in _problems_in_text(files, file, before)}
    return next((p for p in _problems_in_text(files, file, after) if str(p.what) not in known), None)


def _problems_in_text(files: ArchiveFiles, file: Path, data: bytes) -> list[Problem]:
    article = files.read_article(file, data)
    if article is None:
        return []
    addresses = _Addresses(files.content)
    original, record = files.original_and_record(article.original)
    made = edition(article, original, record, Vocabulary(), addresses)
    return [problem for problem in made.problems if problem.level is Level.ERROR]
