"""What a terminal names of an import: the first of long lists; the report has all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from warraq.archive.problem import Problem
from warraq.archive.shown_path import shown_path
from warraq.language import Message, message

from .import_decisions import ImportStatus
from .outcome import Outcome
from .rows_left import RowsLeft
from .summary import MOST_ROWS

FEW = 3
"""Files of one reason that are named one by one."""


def names_set_aside(results: Sequence[Outcome]) -> Iterator[Message]:
    """Yield the files that were set aside as a terminal shows them: many of one reason together, and the first twenty lines."""
    reasons: dict[str, list[Outcome]] = defaultdict(list)
    for o in results:
        if o.decision.status is ImportStatus.SET_ASIDE:
            reasons[str(o.rejection or "")].append(o)
    lines = [line for alike in reasons.values() for line in _set_aside(alike)]
    yield from (line for line, _ in lines[:MOST_ROWS])
    if len(lines) > MOST_ROWS:
        yield message("… and {number} more.", number=sum(number for _, number in lines[MOST_ROWS:]))


def _set_aside(alike: Sequence[Outcome]) -> Iterator[tuple[Message, int]]:
    """Yield the lines of one reason, each with how many files it tells."""
    if len(alike) > FEW:
        name, why = shown_path(alike[0].decision.name), alike[0].rejection or ""
        number = len(alike)
        yield message("Set aside: {number} files, such as {name}: {why}", number=number, name=name, why=why), number
        return
    for o in alike:
        yield message("Set aside: {name}: {why}", name=shown_path(o.decision.name), why=o.rejection or ""), 1


def titles_not_taken(results: Sequence[Outcome]) -> Iterator[Message]:
    """Yield the copies whose titles were not taken, each with the article that has the text; the first twenty."""
    found = [(o, o.kept) for o in results if o.kept]
    for o, kept in found[:MOST_ROWS]:
        yield message(
            "{name} is the text of {article}, but its title is another: “{title}”. The article keeps “{taken}”.",
            name=shown_path(o.decision.name),
            article=shown_path(kept.article),
            title=shown_path(o.inspection.title),
            taken=shown_path(kept.title),
        )
    if len(found) > MOST_ROWS:
        yield message("… and {number} more.", number=len(found) - MOST_ROWS)


def unmatched_rows(unmatched: Sequence[Problem]) -> Iterator[Problem | Message]:
    """Yield the rows of the table that fit no file as a terminal shows them: their number, and the first of them."""
    yield from _first(unmatched, message("Rows of the table that speak of no file: {number}.", number=len(unmatched)))


def doubtful_rows(rows: RowsLeft) -> Iterator[Problem | Message]:
    """Yield the rows that were not taken, or perhaps wrongly, and which command takes them."""
    number = len(rows.doubtful)
    yield from _first(rows.doubtful, message("Rows of the table to look at: {number}.", number=number))
    if rows.file:
        yield rows.how_to_take()


def _first(rows: Sequence[Problem], heading: Message) -> Iterator[Problem | Message]:
    if rows:
        yield heading
        yield from rows[:MOST_ROWS]
    if len(rows) > MOST_ROWS:
        yield message("… and {number} more.", number=len(rows) - MOST_ROWS)
