"""The columns of a repaired corpus."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

COLUMNS = (
    ("place", pa.string()),  # FILE:LINE, FILE:ROW or FILE:BYTE, as the input's format has it
    ("text", pa.string()),
    ("markdown", pa.string()),
    ("title", pa.string()),
    ("date", pa.string()),  # 2023-11-08, 2023-11 or 2023
    ("source", pa.string()),
    ("url", pa.string()),
    ("language", pa.string()),
    ("authors", pa.list_(pa.string())),
    (
        "doubts",
        pa.list_(
            pa.struct([("rule", pa.string()), ("start", pa.int64()), ("end", pa.int64()), ("words", pa.string())])
        ),
    ),
    ("record", pa.string()),  # JSON: what undoing needs, and the evidence of each value
)
NEAR = (("duplicate_of", pa.string()), ("similarity", pa.float32()))
"""The place of the first row that this one is nearly equal to, and how near it is."""
SKETCH = (("id", pa.int64()), ("bands", pa.binary()), ("sketch", pa.binary()))
"""What near rows are found by; it stands in pieces alone."""
OF_CORPUS = pa.schema([*COLUMNS, *NEAR])
OF_PIECE = pa.schema([*COLUMNS, *SKETCH])
OF_GIVEN = pa.schema(
    [
        ("at", pa.int64()),
        ("data", pa.large_binary()),
        ("is_text", pa.bool_()),
        ("facts", pa.string()),
        ("problem", pa.string()),
    ]
)
BITS_OF_PLACE = 44
"""Of a row's number: its place in the file; above them stands the number of the file."""
LAST_PLACE = (1 << BITS_OF_PLACE) - 1


def row_id(file: int, at: int) -> int:
    """Give the number of a row, which orders all rows as they were read."""
    return file << BITS_OF_PLACE | at


def place_of(number: int, names: Sequence[str]) -> str:
    """Give the place that a row's number stands for."""
    return f"{names[number >> BITS_OF_PLACE]}:{number & LAST_PLACE}"
