"""
Everything in content/, read in one run.

Nothing stops at the first mistake: whoever mends an archive wants to see all of them. What one file says is checked here
file by file, and what files say of one another in `agreement`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from warraq.language import message

from .agreement import disagreements
from .archive import Archive
from .article import Article
from .original import Original
from .problem import Level, Problem
from .reading_article import read_article
from .reading_vocabulary import read_site, read_vocabulary
from .record import Record
from .site import Site
from .validated import field_of

OriginalReader = Callable[[str, bytes], Original | Problem]
"""From a name and its bytes; repair/readers is a higher layer, so it is passed in."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What content/ says, and everything that is wrong with it."""

    archive: Archive
    problems: tuple[Problem, ...]
    """Sorted by file and line."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Those that nothing is built with."""
        return tuple(p for p in self.problems if p.level is Level.ERROR)


def read_archive(content: Path, read_original: OriginalReader) -> Reading:
    """Read `content`; paths in problems begin with its own name."""
    problems: list[Problem] = []
    site = _site(content, problems)
    vocabulary, found = read_vocabulary((p, f.read_bytes()) for p, f in _files(content, "vocabulary", ".yaml"))
    problems += found
    articles = list(_articles(content, problems))
    originals = dict(_originals(content, read_original, problems))
    records = dict(_records(content, problems))
    archive = Archive(site, tuple(articles), originals, records, vocabulary)
    problems += disagreements(archive, content.name, {problem.path for problem in problems})
    return Reading(archive, tuple(sorted(problems, key=lambda p: (p.path, p.line, p.column, p.field))))


def _files(content: Path, folder: str, *endings: str) -> Iterator[tuple[str, Path]]:
    """The files below a folder, with their paths for messages; hidden ones and those of editors' programs left out."""
    for file in sorted((content / folder).rglob("*")):
        inside = file.relative_to(content)
        if not file.is_file() or any(part.startswith((".", "~")) or part.endswith("~") for part in inside.parts):
            continue
        if not endings or file.suffix in endings:
            yield unicodedata.normalize("NFC", f"{content.name}/{inside.as_posix()}"), file


def _site(content: Path, problems: list[Problem]) -> Site:
    file = content / "site.yaml"
    path = f"{content.name}/site.yaml"
    if not file.is_file():
        todo = message("Write it, with at least one line: name: …")
        problems.append(Problem(path, 0, 0, "", message("The file is missing."), todo))
        return Site(content.name)
    site, found = read_site(path, file.read_bytes())
    problems += found
    return site or Site(content.name)


def _articles(content: Path, problems: list[Problem]) -> Iterator[Article]:
    for path, file in _files(content, "articles"):
        if file.suffix == ".md":
            read = read_article(path, file.read_bytes())
            problems += read.problems
            if read.article:
                yield read.article
        elif file.suffix.lower() in (".md", ".markdown", ".txt", ".html", ".htm", ".docx"):
            what = message("The file is not read: articles end in .md.")
            todo = message("Rename it; or, if it is a damaged text, move it to content/originals/.")
            problems.append(Problem(path, 0, 0, "", what, todo, Level.WARNING))


def _originals(content: Path, read_original: OriginalReader, problems: list[Problem]) -> Iterator[tuple[str, Original]]:
    for path, file in _files(content, "originals"):
        name = path.removeprefix(f"{content.name}/originals/")
        read = read_original(name, file.read_bytes())
        if isinstance(read, Problem):
            problems.append(read)
        else:
            yield name, read


def _records(content: Path, problems: list[Problem]) -> Iterator[tuple[str, Record]]:
    for path, file in _files(content, "records", ".json"):
        put_back = message("Put it back as it was: git checkout -- {path}", path=path)
        try:
            record = Record.read(file.read_bytes())
        except ValidationError as error:
            for details in error.errors(include_url=False):
                what = message("The record was changed or cut: {reason}.", reason=details["msg"])
                problems.append(Problem(path, 0, 0, field_of(details["loc"]), what, put_back))
            continue
        if file.relative_to(content / "records").with_suffix("").as_posix() != record.original.name.rsplit(".", 1)[0]:
            what = message("The record speaks of {name}, not of what its own name says.", name=record.original.name)
            problems.append(Problem(path, 0, 0, "original.name", what, put_back))
            continue
        yield record.original.name, record
