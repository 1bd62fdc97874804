"""
Everything in content/, read in one run.

Reading does not stop at the first mistake, because the person who mends an archive wants to see all of them. Each file is checked
here by itself; how the files agree is checked in `agreement`.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Protocol, TypeVar

from pydantic import ValidationError

from warraq.language import message

from .agreement import disagreements
from .archive import Archive, Site
from .article import Article
from .formats import KEY
from .original import TEXT_ENDINGS, Original, stem_of
from .problem import Level, Problem, WrongValueError
from .reading_article import read_article
from .reading_vocabulary import read_site, read_vocabulary
from .record import Record
from .validation import field_of

OriginalReader = Callable[[str, bytes], Original | Problem]
"""From a name and its bytes; repair/readers is a higher layer, so it is passed in."""
Made = TypeVar("Made")


class Memoise(Protocol):
    """Gives the result that was made of the same input before, or makes it (`press.cache.Cache`)."""

    def __call__(self, what: str, of: bytes, make: Callable[[], Made], /) -> Made:
        """Give the result of `make`; `of` holds everything that it depends on, except the code."""


def always_make(_what: str, _of: bytes, make: Callable[[], Made]) -> Made:
    """Make it, always."""
    return make()


def find_links_out(content: Path) -> Iterator[Path]:
    """
    Find the links below `content` that lead to a place outside it; hidden files, such as the locks of editors' programs, are not read anyway.

    The build publishes what lies in content/, an original byte for byte. A link that came with a contribution (`originals/a.txt` →
    `/proc/self/environ`) would publish private data of the machine that builds, so it is an error, and is never read.
    """
    root = Path(os.path.realpath(content))
    for folder, folders, files in os.walk(content):
        for name in (*folders, *files):
            path = os.path.join(folder, name)  # noqa: PTH118 - of ten thousand files, as strings
            hidden = name.startswith((".", "~"))
            if not hidden and os.path.islink(path) and not Path(os.path.realpath(path)).is_relative_to(root):  # noqa: PTH114 - likewise
                yield Path(path)


class Files:
    """Finds and reads the files of `content`, and knows by their hashes what was read."""

    def __init__(self, content: Path, memoise: Memoise) -> None:
        self.digests: dict[str, bytes] = {}
        self.leading_out = frozenset(find_links_out(content))
        """Links that are not followed."""
        self._content = content
        self._memoise = memoise

    def below(self, folder: str, *endings: str) -> Iterator[tuple[str, Path]]:
        """Yield the files below a folder with their paths for messages, without hidden ones and those of editors' programs."""
        for file in sorted((self._content / folder).rglob("*"), key=Path.as_posix):
            inside = file.relative_to(self._content)
            if not file.is_file() or any(part.startswith((".", "~")) or part.endswith("~") for part in inside.parts):
                continue
            if self.leading_out and not self.leading_out.isdisjoint((file, *file.parents)):
                continue
            if not endings or file.suffix in endings:
                yield self.path_of(file), file

    def path_of(self, file: Path) -> str:
        """Give a file's path for messages."""
        return unicodedata.normalize("NFC", f"{self._content.name}/{file.relative_to(self._content).as_posix()}")

    def read(self, path: str, file: Path, make: Callable[[str, bytes], Made]) -> Made:
        """Give the result of `make` for a file's path and bytes, from the cache where it is there."""
        data = file.read_bytes()
        self.digests[path] = digest = sha256(path.encode() + b"\0" + data).digest()
        return self._memoise(make.__name__, digest, lambda: make(path, data))


UNREAD_ENDINGS = (TEXT_ENDINGS | {"md", "markdown", "docx"}) - {""}
"""Endings of files that people put into content/articles/ by mistake; `.md` in capitals is one."""


@dataclass(frozen=True, slots=True)
class ArchiveReading:
    """The archive as content/ states it, and all problems that were found in it."""

    archive: Archive
    problems: tuple[Problem, ...]
    """Sorted by file and line."""
    digests: Mapping[str, bytes] = field(default_factory=dict)
    """Of the path and the bytes of every article, original and record that was read, by path."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop the build."""
        return tuple(p for p in self.problems if p.level is Level.ERROR)


def read_archive(content: Path, read_original: OriginalReader, memoise: Memoise = always_make) -> ArchiveReading:
    """Read `content`; paths in problems begin with its own name."""
    problems: list[Problem] = []
    files = Files(content, memoise)
    problems += _refused(files)
    site = _site(content, files, problems)
    vocabulary, found = read_vocabulary((p, f.read_bytes()) for p, f in files.below("vocabulary", ".yaml"))
    problems += found
    articles = list(_articles(files, problems))
    originals = dict(_originals(content, files, read_original, problems))
    records = dict(_records(files, problems))
    archive = Archive(site, tuple(articles), originals, records, vocabulary)
    problems += disagreements(archive, content.name, {p.path for p in problems if p.level is Level.ERROR})
    problems.sort(key=lambda p: (p.path, p.line, p.column, p.field))
    return ArchiveReading(archive, tuple(problems), files.digests)


def _refused(files: Files) -> Iterator[Problem]:
    """Yield a problem for each link that leads out of the archive."""
    for link in sorted(files.leading_out):
        what = message("The link leads out of the archive, and the file behind it would be published.")
        yield Problem(files.path_of(link), 0, 0, "", what, message("Put the file itself here."))


def _site(content: Path, files: Files, problems: list[Problem]) -> Site:
    file = content / "site.yaml"
    path = f"{content.name}/site.yaml"
    if not file.is_file():
        todo = message("Write it, with at least one line: name: …")
        problems.append(Problem(path, 0, 0, "", message("The file is missing."), todo))
        return Site(content.name)
    if file in files.leading_out:
        return Site(content.name)
    site, found = read_site(path, file.read_bytes())
    problems += found
    return site or Site(content.name)


def _articles(files: Files, problems: list[Problem]) -> Iterator[Article]:
    for path, file in files.below("articles"):
        if file.suffix == ".md":
            read = files.read(path, file, read_article)
            problems += read.problems
            if read.article:
                yield read.article
        elif file.suffix[1:].lower() in UNREAD_ENDINGS:
            what = message("The file is not read: articles end in .md.")
            todo = message("Rename it; or, if it is a damaged text, move it to content/originals/.")
            problems.append(Problem(path, 0, 0, "", what, todo, Level.WARNING))


def _originals(
    content: Path, files: Files, read_original: OriginalReader, problems: list[Problem]
) -> Iterator[tuple[str, Original]]:
    def original(path: str, data: bytes) -> Original | Problem:
        return read_original(path.removeprefix(f"{content.name}/originals/"), data)

    for path, file in files.below("originals"):
        read = files.read(path, file, original)
        if isinstance(read, Problem):
            problems.append(read)
        else:
            yield read.name, read


def _records(files: Files, problems: list[Problem]) -> Iterator[tuple[str, Record]]:
    for path, file in files.below("records", ".json"):
        read = files.read(path, file, read_record)
        if isinstance(read, Record):
            yield read.original.name, read
        else:
            problems += read


def read_record(path: str, data: bytes) -> Record | tuple[Problem, ...]:
    """Read a record's file, or say what is wrong with it."""
    put_back = message("Put it back as it was: git checkout -- {path}", path=path)
    try:
        record = Record.from_bytes(data)
    except WrongValueError as error:
        return (Problem(path, 0, 0, KEY, error.what, error.todo),)
    except ValidationError as error:
        return tuple(
            Problem(
                path,
                0,
                0,
                field_of(details["loc"]),
                message("The record was changed or cut: {reason}.", reason=details["msg"]),
                put_back,
            )
            for details in error.errors(include_url=False)
        )
    if not path.endswith(f"/records/{stem_of(record.original.name)}.json"):
        what = message(
            "The record belongs to {name}, but its file is named after another original.", name=record.original.name
        )
        return (Problem(path, 0, 0, "original.name", what, put_back),)
    return record
