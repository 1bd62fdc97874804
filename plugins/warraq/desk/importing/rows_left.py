"""
What of the table was not taken, or may be wrong: rows of articles that are here already, of copies, and of several files at one address.

A corrected table that is imported again changes no article: an import never writes into what is there. Its rows become a table that
`update` takes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from warraq.archive.address_key import address_key
from warraq.archive.article import Article
from warraq.archive.original import stem_of
from warraq.archive.problem import Level, Problem
from warraq.archive.record import Origin, Record
from warraq.archive.shown_path import shown_path
from warraq.archive.typed_name import typed_name
from warraq.archive.values import joined_words
from warraq.desk.archive_files import ArchiveFiles
from warraq.desk.correcting.fields import FIELDS, cell_of
from warraq.desk.correcting.sheet import sheet_data
from warraq.language import Message, listed, message

from .import_decisions import ImportStatus
from .outcome import Outcome
from .table import MOST_NAMED, MetadataTable, Row

HELD = (ImportStatus.HELD, ImportStatus.DUPLICATE)


@dataclass(frozen=True, slots=True)
class RowsLeft:
    """What a person has to know of the table after an import."""

    unmatched: tuple[Problem, ...] = ()
    """Rows that speak of no file."""
    doubtful: tuple[Problem, ...] = ()
    """Rows that were not taken, or were taken for several files."""
    corrections: tuple[tuple[str, ...], ...] = ()
    """A table that `update` takes, with its headings: what rows say otherwise of articles that were here before. Empty where there is none."""
    file: str = ""
    """Where that table was written, in the project."""

    def table(self) -> bytes:
        """Give that table as CSV."""
        return sheet_data(Path("rows.csv"), self.corrections, ",", right_to_left=False)

    def how_to_take(self) -> Message:
        """Say which command takes what rows say otherwise of articles that were here before."""
        return message(
            "What rows say otherwise of articles that were in the archive already was not taken; this shows it: "
            "python3 tasks.py update --table {file} --preview",
            file=typed_name(self.file),
        )


def rows_left(
    table: MetadataTable, outcomes: Sequence[Outcome], content: Path, unmatched: Sequence[Problem]
) -> RowsLeft:
    """Look at every row of a table after an import."""
    files: dict[int, list[Outcome]] = defaultdict(list)
    for o in outcomes:
        if line := table.line_of(o.decision.name, o.inspection.url):
            files[line].append(o)
    taken = {line for line, some in files.items() if any(o.decision.comes_in for o in some)}
    done = taken | {problem.line for problem in unmatched}
    left = [(line, row) for line, row in table.lines if line not in done]
    held = list(_held(left, files, content)) if left else []
    doubtful = [*_of_several(table, files), *_of_copies(table, files, outcomes), *(_problem(table, h) for h in held)]
    cells = [h.cells for h in held if any(h.cells.values())]
    corrections = (("file", *FIELDS), *((h["file"], *(h.get(field, "") for field in FIELDS)) for h in cells))
    doubtful.sort(key=lambda problem: problem.line)
    return RowsLeft(tuple(unmatched), tuple(doubtful), corrections if cells else ())


def _of_several(table: MetadataTable, files: Mapping[int, Sequence[Outcome]]) -> Iterator[Problem]:
    """Yield the rows that were taken for several files, for all have the row's address."""
    for line, some in files.items():
        came_in = [o for o in some if o.decision.comes_in]
        if len(came_in) > 1:
            what = message(
                "Several files have the address of this row, and each got its values ({number}): {files}.",
                number=len(came_in),
                files=listed((shown_path(o.decision.name) for o in came_in), MOST_NAMED),
            )
            todo = message("Look whether they are true of each.")
            yield Problem(table.path, line, 0, "", what, todo, Level.WARNING)


def _of_copies(
    table: MetadataTable, files: Mapping[int, Sequence[Outcome]], outcomes: Sequence[Outcome]
) -> Iterator[Problem]:
    """Yield the rows of copies that say otherwise than the row of the text that came in."""
    lines = {o.decision.name: table.line_of(o.decision.name, o.inspection.url) for o in outcomes}
    for line, some in files.items():
        for o in some:
            other = lines.get(o.decision.same_as, 0) if o.decision.status is ImportStatus.DUPLICATE else line
            if other != line and _said(table.at[line]).items() - _said(table.at.get(other, {})).items():
                what = message(
                    "“{name}” is the same text as “{other}”, and did not come in; nor did what this row says otherwise.",
                    name=shown_path(o.decision.name),
                    other=shown_path(o.decision.same_as),
                )
                yield Problem(
                    table.path, line, 0, "", what, message("Write into the article what is true."), Level.WARNING
                )


def _said(row: Row) -> dict[str, str | tuple[str, ...]]:
    return {key: value for key, value in row.items() if key not in ("file", "url")}


@dataclass(frozen=True, slots=True)
class _Held:
    """A row of an article that was here before, and says otherwise."""

    line: int
    path: str
    fields: tuple[str, ...]
    cells: Mapping[str, str]
    """Of a table that `update` takes; a summary is not in it."""


def _held(left: Sequence[tuple[int, Row]], files: Mapping[int, Sequence[Outcome]], content: Path) -> Iterator[_Held]:
    articles = _Articles(content)
    for line, row in left:
        names = [o.decision.same_as for o in files.get(line, ()) if o.decision.status is ImportStatus.HELD]
        for article in articles.named(names, str(row.get("url", "")) if not names else ""):
            otherwise = {field: value for field, value in row.items() if _is_otherwise(article, field, value)}
            record = articles.record(article) if otherwise else None
            fields = {field: value for field, value in otherwise.items() if not _came_in(record, field, value)}
            if fields:
                cells = {field: _written(value) for field, value in fields.items() if field in FIELDS}
                named = {"file": _below(article.path), **cells} if cells else {}
                yield _Held(line, article.path, tuple(fields), named)


def _below(path: str) -> str:
    return path.removeprefix("content/articles/")


def _is_otherwise(article: Article, field: str, value: str | tuple[str, ...]) -> bool:
    """Tell whether a row says otherwise than the article."""
    if field == "file":
        return False
    written, present = _written(value), (article.summary or "") if field == "summary" else cell_of(article, field)
    return written != present and not (field == "url" and address_key(written) == address_key(present))


def _came_in(record: Record | None, field: str, value: str | tuple[str, ...]) -> bool:
    """Tell whether an article came in with this value: an editor has corrected it since, and the row is the former one."""
    described = record.described.get(field) if record else None
    return bool(described and described.origin is Origin.TABLE and described.value == value)


def _written(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else joined_words(value)


class _Articles:
    """The archive's articles, read when the first one is asked for."""

    def __init__(self, content: Path) -> None:
        self._content = content
        self._by: dict[str, list[Article]] = {}

    def named(self, names: Sequence[str], url: str) -> list[Article]:
        """Give the articles of these paths, of articles or originals, else those at an address."""
        if not self._by:
            self._read()
        keys = list(names) or [address_key(url)]
        return list({article.path: article for key in keys for article in self._by.get(key, ())}.values())

    def _read(self) -> None:
        self._by = {"": []}
        files = ArchiveFiles(self._content)
        for file in files.articles():
            if (article := files.read_article(file, file.read_bytes())) and not article.withdrawn:
                keys = [article.path, *([f"content/originals/{article.original}"] if article.original else [])]
                if article.source and article.source.url:
                    keys.append(address_key(article.source.url))
                for key in keys:
                    self._by.setdefault(key, []).append(article)

    def record(self, article: Article) -> Record | None:
        """Give the record of an article; None where there is none that can be read."""
        if not article.original:
            return None
        try:
            return Record.from_bytes((self._content / "records" / f"{stem_of(article.original)}.json").read_bytes())
        except (OSError, ValueError):
            return None


def _problem(table: MetadataTable, held: _Held) -> Problem:
    what = message(
        "{path} is in the archive already, and the row says otherwise: {fields}.",
        path=held.path,
        fields=listed(held.fields),
    )
    todo = message("It was not taken.")
    return Problem(table.path, held.line, 0, "", what, todo, Level.WARNING)
