"""A date that may lack its day or its month (EDTF level 0, ISO 8601-2): an archive says no more than it knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """`2023-11-08`, `2023-11` or `2023`, in the Gregorian calendar."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read EDTF; a ValueError says which part is not a date."""
        match = EDTF.fullmatch(text)
        if not match:
            raise ValueError(text)
        made = cls(*(int(part) if part else None for part in match.groups()))  # type: ignore[arg-type]  # group 1 always matches
        made.first_day()
        return made

    def first_day(self) -> date:
        """Give the first day that the date may mean; lists are sorted by it."""
        return date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    def __str__(self) -> str:
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])
