"""The archive as a table: a row for each article, a column for each key that can be corrected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .articles import CorrectableArticle
from .fields import FIELDS, IN_ARABIC, cell_of
from .spreadsheet import MARK, mark_of

EXPORTED, EXPORTED_IN_ARABIC = "exported", "علامة التصدير"
"""The column of marks, by which `update` knows what was exported."""
BEGINNING = "warraq1."
"""Before the marks: no program takes them for a number."""


def headings(language: str) -> tuple[str, ...]:
    """Give the headings of the columns: in Arabic where the archive speaks it, else in English."""
    names = ("file", "slug", *FIELDS)
    if language == "ar":
        return (*(IN_ARABIC[name] for name in names), EXPORTED_IN_ARABIC)
    return (*names, EXPORTED)


def table_rows(articles: Iterable[CorrectableArticle], language: str) -> Iterator[tuple[str, ...]]:
    """Yield the headings, then the row of each article."""
    yield headings(language)
    for this in articles:
        cells = [cell_of(this.article, field) for field in FIELDS]
        marks = "".join(mark_of(field, cell) for field, cell in zip(FIELDS, cells, strict=True))
        yield (this.path.removeprefix("content/articles/"), this.article.slug, *cells, BEGINNING + marks)


def marks_in(cell: str) -> dict[str, str] | None:
    """Give the mark of each field; None where they can't be read."""
    marks = cell.strip().removeprefix(BEGINNING)
    if not cell.strip().startswith(BEGINNING) or len(marks) != MARK * len(FIELDS):
        return None
    return {field: marks[n * MARK : (n + 1) * MARK] for n, field in enumerate(FIELDS)}
