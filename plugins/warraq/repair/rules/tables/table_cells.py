"""
Cells of a table: each is a line of the repaired text, as it is of the published one, whatever stands in it.

Which line is a cell of which row, `structure/tables.py` finds by the places of the cells in O. Cells of a table that can't be written as
one stay in a line for each row, with a sign between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Edit, Suspicion
from ...html_tags.elements import BREAKS_LINE, alternatives
from ...html_tags.tables import Table, data_tables
from ...late import late
from .. import rule

OPENING = late(r"<t[dh]\b[^<>]*>\Z", re.IGNORECASE)
REACH = 2_000
"""Code points of the tag that opens a cell."""
BREAKS = late(rf"</?(?:{alternatives(BREAKS_LINE)})(?=[\s>/])[^<>]*>|[\r\n\u2028]+", re.IGNORECASE)
APART = " | "
"""Between the cells of a row that stays a line."""
LONG = "وقال المدير إن الأسعار ستبقى كما كانت في الموسم الماضي. " * 9


@rule(
    reason="the cells of a table became lines of their own",
    certainty=Certainty.CERTAIN,
    mends={
        "<table><tr><td>النصر<td>45</tr><tr><td><p>الهلال</p><td>43</table>": (
            "<table><tr>\nالنصر\n45</tr><tr>\n الهلال \n43</table>"
        ),
    },
    leaves=[
        "<table><tr><td>نص المقال كله</td></tr></table>",
        "<table><tr><td><table><tr><td>نص</td></tr></table></td><td>قائمة</td></tr></table>",
    ],
    signs="<",
    layout=True,
)
def table_cells(text: str) -> Iterator[Edit]:
    for table in data_tables(text):
        yield from _lines(text, table) if table.is_writable else _set_apart(text, table)


def _lines(text: str, table: Table) -> Iterator[Edit]:
    for cell in table.cells:
        if opening := OPENING.search(text, max(table.start, cell.start - REACH), cell.start):
            yield Edit(*opening.span(), "\n")
            for found in BREAKS.finditer(text, cell.start, cell.end):
                yield Edit(*found.span(), " ")


def _set_apart(text: str, table: Table) -> Iterator[Edit]:
    row = -1
    for cell in table.cells:
        begins, row = cell.row != row, cell.row
        if not begins and (opening := OPENING.search(text, max(table.start, cell.start - REACH), cell.start)):
            yield Edit(*opening.span(), APART)


@rule(
    reason="a table could not be written as one: its cells stand in lines",
    certainty=Certainty.DOUBTFUL,
    mends={
        f"<table><tr><td>النصر<td>45<tr><td>الهلال<td>43<tr><td>الوحدة<td>41<tr><td>الميناء<td>{LONG}</table>": "النصر",
    },
    leaves=["<table><tr><td>النصر<td>45</tr><tr><td>الهلال<td>43</table>"],
    signs="<",
)
def table_in_lines(text: str) -> Iterator[Suspicion]:
    for table in data_tables(text):
        if not table.is_writable:
            first = next(c for c in table.cells if c.said)
            yield Suspicion(first.start, first.end)
