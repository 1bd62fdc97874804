"""
The formats of the archive's files, and the migrations from older ones.

A file names its format with `format: N`; a file that names none has the first. Old files stay as they are: they are brought up
to the newest format each time they are read. A new format is one more migration here, and in `tests/corpus/formats/` one more
example of the same record or front matter, so that all formats go on being read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from warraq.language import message

from .problem import WrongValueError

KEY = "format"
Keys = dict[str, Any]
Migration = Callable[[Keys], Keys]
"""From the keys of a file in one format to its keys in the next; it need not set `format`."""


@dataclass(frozen=True, slots=True)
class Formats:
    """All formats that one sort of file has had."""

    migrations: tuple[Migration, ...] = ()
    """Append-only: the first leads from format 1 to 2, the next from 2 to 3."""

    @property
    def newest(self) -> int:
        """The format that is written."""
        return 1 + len(self.migrations)

    @property
    def named(self) -> Mapping[str, int]:
        """The key that a new file has to name its format; none in the first."""
        return {KEY: self.newest} if self.migrations else {}

    def upgrade(self, keys: Mapping[str, Any]) -> Keys:
        """Bring a file's keys to the newest format; a WrongValueError where it is unknown or newer than this program."""
        number = format_of(keys)
        if number > self.newest:
            raise WrongValueError(
                message(
                    "The file has format {format}; this version of Warraq reads formats up to {newest}.",
                    format=number,
                    newest=self.newest,
                ),
                message("Use a newer version of Warraq."),
            )
        now = {key: value for key, value in keys.items() if key != KEY}
        for migrate in self.migrations[number - 1 :]:
            now = migrate(now)
        return now


LONGEST = 9
"""Digits of a format's number: Python refuses to read a number of thousands."""


def format_of(keys: Mapping[str, Any]) -> int:
    """Read which format a file names: a number in JSON, its digits in YAML; a WrongValueError where it is neither."""
    named = keys.get(KEY)
    if named is None:
        return 1
    digits = str(named)
    if isinstance(named, bool) or len(digits) > LONGEST or not digits.isdecimal() or not int(digits) > 0:
        raise WrongValueError(
            message("“{value}” is not the number of a format.", value=digits[:LONGEST]),
            message("Write 1, or take the key out: a file that names no format has the first."),
        )
    return int(digits)


RECORD = Formats()
FRONT_MATTER = Formats()
