"""
Sizes of files in words that people know: «4 ميغابايت», never «4067958 بايتًا».

The words are those of the CLDR. A kilobyte has a thousand bytes there, and on every disk that is sold.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from . import SOURCE, Message

THOUSAND = 1000
SMALL = 10_000
UNITS = "kilobyte", "megabyte", "gigabyte"


@cache
def size_in_words(number: int, language: str) -> str:
    """Say how large a file of so many bytes is: `0.3 kilobytes`, `12 kilobytes`, `4.1 megabytes`; below ten with one digit behind the point."""
    from babel.units import format_unit

    size, units = number / THOUSAND, list(UNITS)
    while len(units) > 1 and size >= THOUSAND - 0.5:
        size /= THOUSAND
        units.pop(0)
    rounded = round(size) if size > 9.95 else max(round(size, 1), 0.1)
    unit = f"digital-{units[0]}"
    said = format_unit(rounded, unit, "long", locale=language, format="#,##0.#")
    # Babel lacks the long word where the CLDR takes it from the short one, as of the Arabic kilobyte.
    return said if unit not in said else format_unit(rounded, unit, "short", locale=language, format="#,##0.#")


def rounded_size(number: int) -> int:
    """Round a size to a number that stays where a word is added (14,000, 25,000, 4,000,000); 0 where it is less than `SMALL`."""
    if number < SMALL:
        return 0
    whole = int(f"1{'0' * (len(str(number)) - 1)}")
    step = whole // 10 if number < 2 * whole else whole // 2 if number < 5 * whole else whole
    return (number + step // 2) // step * step


@dataclass(frozen=True, slots=True)
class Size(Message):
    """The size of a file as a value of a message; not for what is kept in a cache, which knows plain messages."""

    def text(self, language: str = SOURCE, numbers: Callable[[str], str] | None = None) -> str:
        """Say it in `language`."""
        words = size_in_words(int(str(self.values["bytes"])), language)
        return numbers(words) if numbers else words


def size(number: int) -> Size:
    """Say so many bytes in a message."""
    return Size("{bytes}", {"bytes": number})
