"""Tables of annotations: the CSV of Hypothesis' client, of Recogito, or one that somebody made, known by its headings."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from . import bodies
from .foreign import Foreign
from .plain_values import day_of, is_too_long, web_address, with_tags

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "address": ("url", "uri", "source", "page url", "target", "document"),
    "quote": ("quote/description", "quote", "exact", "quotation", "quote_transcription", "highlight", "text selection"),
    "prefix": ("prefix",),
    "suffix": ("suffix",),
    "note": ("comment", "comments", "note", "body", "annotation", "text"),
    "author": ("author", "user", "creator", "created by", "username"),
    "day": ("created at", "created", "date", "created_at"),
    "tags": ("tags", "tag"),
    "id": ("id", "uuid", "annotation id"),
}
"""What a column holds, by its headings in lower case."""
LONGEST_CELL = 1_000_000


def of_table(text: str) -> Iterator[Foreign]:
    """Yield an annotation a row; a table without a column of quotations or of notes has none."""
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    others = csv.field_size_limit(LONGEST_CELL)  # of the whole process
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        heads = [cell.strip().casefold() for cell in next(rows, [])]
        columns = {
            name: next((heads.index(word) for word in words if word in heads), -1) for name, words in HEADINGS.items()
        }
        if columns["quote"] < 0 or columns["note"] < 0:
            return
        line = rows.line_num + 1
        for row in rows:
            if any(cell.strip() for cell in row):
                values = {name: row[at].strip() if 0 <= at < len(row) else "" for name, at in columns.items()}
                yield _of_row(line, values)
            line = rows.line_num + 1
    except csv.Error:  # such as a cell of a million letters: where the next row begins, nobody knows
        yield Foreign(rows.line_num, (), is_none=True)
    finally:
        csv.field_size_limit(others)


def _of_row(line: int, values: Mapping[str, str]) -> Foreign:
    return Foreign(
        line=line,
        addresses=(values["address"],) if values["address"] else (),
        quote=values["quote"],
        prefix=values["prefix"],
        suffix=values["suffix"],
        note=with_tags(bodies.of_markdown(values["note"]), values["tags"].split(",")),
        author=values["author"],
        day=day_of(values["day"]),
        id=values["id"],
        address=web_address(values["id"]),
        too_long=is_too_long(values["note"]),
    )
