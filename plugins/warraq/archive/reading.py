"""
Everything in content/, read in one run.

Reading does not stop at the first mistake, because the person who mends an archive wants to see all of them. Each file is checked
here by itself; how the files agree is checked in `agreement`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from warraq.language import message

from .agreement import disagreements
from .archive import Archive
from .article import Article
from .concept import Vocabulary
from .files import Files, Known, Memoise, always_make
from .formats import KEY
from .light_article import without_text
from .on_demand import Head, KnownFile, OnDemand, read_before
from .original import TEXT_ENDINGS, WRAPPING_ENDINGS, Original, stem_of
from .our_mistake import told
from .problem import Level, Problem, WrongValueError
from .reading_article import ReadArticle, read_article
from .reading_site import read_site_and_pages
from .reading_vocabulary import read_vocabulary
from .rejections import FILE, Rejections, rejections_in
from .starter import with_lists
from .typed_name import typed_name
from .validation import field_of
from .version_inheritance import inheriting

if TYPE_CHECKING:
    from .record import Record

OriginalReader = Callable[[str, bytes], Original | Problem]
"""From a name and its bytes; repair/readers is a higher layer, so it is passed in."""
UNREAD_ENDINGS = (TEXT_ENDINGS | WRAPPING_ENDINGS | {"md", "markdown", "docx"}) - {""}
"""Endings of files that people put into content/articles/ by mistake; `.md` in capitals is one."""


@dataclass(frozen=True, slots=True)
class ArchiveReading:
    """The archive as content/ states it, and all problems that were found in it."""

    archive: Archive
    problems: tuple[Problem, ...]
    """Sorted by file and line."""
    digests: Mapping[str, bytes] = field(default_factory=dict)
    """Of the path and the bytes of every article, original and record that was read, by path."""
    light: Mapping[str, str] = field(default_factory=dict)
    """
    Where the files are below `content` that were not read because they have not changed, by path; their articles are light
    (`light_article.py`).
    """
    textless: Mapping[str, str] = field(default_factory=dict)
    """Where those files are whose articles are whole but for their texts, by path."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop the build."""
        return tuple(p for p in self.problems if p.level is Level.ERROR)


def read_archive(
    content: Path,
    read_original: OriginalReader,
    memoise: Memoise = always_make,
    known: KnownReadings | None = None,
) -> ArchiveReading:
    """
    Read `content`; paths in problems begin with its own name.

    `known`: of files that have not changed it tells what is needed of all of them. Articles are light then, originals and records are
    read when they are asked for.
    """
    problems: list[Problem] = []
    files = Files(content, memoise)
    site, pages = read_site_and_pages(content, files, problems)
    vocabulary = with_lists(_vocabulary(files, problems), site.starter_lists)
    articles = list(_articles(files, problems, known))
    originals = _originals(content, files, read_original, problems, known)
    records = _records(files, problems, known)
    rejections = _rejections(content, files, problems)
    problems += files.problems
    archive = Archive(site, inheriting(articles), originals, records, vocabulary, pages, rejections)
    unread = {p.path for p in problems if p.level is Level.ERROR}
    problems += told(content.name, lambda: disagreements(archive, content.name, unread))
    used = {article.original for article in articles} | set(records)
    problems = [left_out(problem, content, used) for problem in problems]
    problems.sort(key=lambda p: (p.path, p.line, p.column, p.field))
    return ArchiveReading(archive, tuple(problems), files.digests, files.known, files.kept)


@dataclass(frozen=True, slots=True)
class KnownReadings:
    """What is known of files that have not changed."""

    articles: Known[ReadArticle, ReadArticle]
    originals: Known[Original | Problem, Head | Problem]
    records: Known[Record | tuple[Problem, ...], Head | tuple[Problem, ...]]


def left_out(problem: Problem, content: Path, used: Collection[str | None] = ()) -> Problem:
    """
    Make a warning of an error in an original that nothing was made of, and give any other problem as it is.

    The site is built without such a file: one bad text among thousands that somebody dropped in stops none of them. `used` are the
    names of the originals that an article or a record was made of. A link stays an error: it is no text that was dropped in.
    """
    folder = f"{content.name}/originals/"
    name = problem.path.removeprefix(folder)
    if name == problem.path or name in used or (content / "originals" / name).is_symlink():
        return problem
    return replace(problem, level=Level.WARNING)


def _rejections(content: Path, files: Files, problems: list[Problem]) -> Rejections:
    found, wrong = rejections_in(content) if files.has(FILE) else (Rejections(), ())
    problems += wrong
    return found


def _vocabulary(files: Files, problems: list[Problem]) -> Vocabulary:
    data: list[tuple[str, bytes]] = []
    for path, file in files.below("vocabulary", ".yaml"):
        read = files.read_anew(path, file, as_it_is)
        if isinstance(read, Problem):
            problems.append(read)
        else:
            data.append((path, read))
    vocabulary, found = read_vocabulary(data)
    problems += found
    return vocabulary


def as_it_is(_path: str, data: bytes) -> bytes:
    """Read a file as its bytes: the concepts of one file name those of another."""
    return data


def _articles(files: Files, problems: list[Problem], known: KnownReadings | None) -> Iterator[Article]:
    for path, file in files.below("articles"):
        if file.suffix == ".md":
            read = files.read_known(path, file, read_article, known.articles if known else None)
            problems += (read,) if isinstance(read, Problem) else read.problems
            if isinstance(read, ReadArticle) and read.article:
                yield without_text(read.article) if path in files.kept else read.article
        elif file.suffix[1:].lower() in UNREAD_ENDINGS:
            what = message("The file is not read: articles end in .md.")
            todo = message("Rename it; or, if it is a damaged text, move it to content/originals/.")
            problems.append(Problem(path, 0, 0, "", what, todo, Level.WARNING))


def _originals(
    content: Path,
    files: Files,
    read_original: OriginalReader,
    problems: list[Problem],
    known: KnownReadings | None,
) -> Mapping[str, Original]:
    def original(path: str, data: bytes) -> Original | Problem:
        return read_original(path.removeprefix(f"{content.name}/originals/"), data)

    read: dict[str, Original] = {}
    heads: dict[str, KnownFile] = {}
    for path, file in files.below("originals"):
        found = files.read_known(path, file, original, known.originals if known else None)
        if isinstance(found, Problem):
            problems.append(found)
        elif isinstance(found, Head):
            heads[found.name] = KnownFile(path, file, files.digests[path], found.sha256)
        else:
            read[found.name] = found
    return OnDemand(read, heads, lambda path, data: read_before(original(path, data), path)) if known else read


def _records(files: Files, problems: list[Problem], known: KnownReadings | None) -> Mapping[str, Record]:
    read: dict[str, Record] = {}
    heads: dict[str, KnownFile] = {}
    for path, file in files.below("records", ".json"):
        found = files.read_known(path, file, read_record, known.records if known else None)
        if isinstance(found, Head):
            heads[found.name] = KnownFile(path, file, files.digests[path], found.sha256)
        elif isinstance(found, (Problem, tuple)):
            problems += (found,) if isinstance(found, Problem) else found
        else:
            read[found.original.name] = found
    return OnDemand(read, heads, lambda path, data: read_before(read_record(path, data), path)) if known else read


def read_record(path: str, data: bytes) -> Record | tuple[Problem, ...]:
    """Read a record's file, or say what is wrong with it."""
    from .record import Record  # an archive of what was written here has none

    put_back = message("Put it back as it was: git checkout -- {path}", path=typed_name(path))
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
