"""
Months and weekdays by all the names that newspapers write.

November is نوفمبر in Cairo, تشرين الثاني in Damascus, نونبر in Rabat; the Hijri and the Persian solar months have their
own. The names are data (`months.json`), by language: جوان is June in Algiers and «young» in Tehran. They are compared
folded, so that a missing hamza makes no difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from .folding import fold


class Calendar(StrEnum):
    """A calendar, by which months and years are counted."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"
    PERSIAN = "persian"
    """Solar Hijri, as in Iran and Afghanistan."""


SHORTEST_OF_CLDR = 3
"""Letters of a name: «ma» is Tuesday in Dutch, and much else."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month of one calendar."""

    calendar: Calendar
    number: int


if TYPE_CHECKING:
    DATA: dict[str, dict[str, dict[str, list[str]]]]


def __getattr__(name: str) -> object:
    """Read the table when it is first asked for."""
    if name == "DATA":
        return _data()
    raise AttributeError(name)


@cache
def _data() -> dict[str, dict[str, dict[str, list[str]]]]:
    return _json("months.json")  # type: ignore[no-any-return]  # a file of ours


def _json(name: str) -> Any:
    """Read data of this folder; what is read seldom is loaded then, for a start counts."""
    import json
    from pathlib import Path

    return json.loads(Path(__file__).with_name(name).read_text("utf-8"))


@cache
def months(lang: str) -> Mapping[str, Month]:
    """Give the months that a text of this language may name, by folded name."""
    known = {
        fold(name): Month(calendar, int(number))
        for calendar in Calendar
        for number, names in _data()[calendar].get(lang, {}).items()
        for name in names
    }
    return known or {name: Month(Calendar.GREGORIAN, number) for name, number in _of_cldr(lang, "months")}


@cache
def weekdays(lang: str) -> Mapping[str, int]:
    """Give the days of the week by folded name; Monday is 0, as in `datetime`."""
    known = {fold(name): int(number) for number, names in _data()["weekdays"].get(lang, {}).items() for name in names}
    return known or dict(_of_cldr(lang, "days"))


def _of_cldr(lang: str, table: str) -> Iterable[tuple[str, int]]:
    """Give the names that CLDR knows, whole and shortened, of a language that our own table lacks; none of a language unknown to it."""
    kept = _kept().get(lang[:2])
    return kept[table] if kept else read_cldr(lang, table)


@cache
def _kept() -> Mapping[str, Mapping[str, list[tuple[str, int]]]]:
    """Give the names of the languages that repair asks for, which needs no package (`cldr.json`; a test holds it equal to CLDR's)."""
    return {
        lang: {table: [(name, int(number)) for name, number in names] for table, names in tables.items()}
        for lang, tables in _json("cldr.json").items()
    }


def read_cldr(lang: str, table: str) -> Iterator[tuple[str, int]]:
    """Yield the names of `months` or `days` from Babel's copy of CLDR."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(lang[:2])
    except (UnknownLocaleError, ValueError):
        return
    widths = locale.months if table == "months" else locale.days
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in widths.get(context, {}).get(width, {}).items():
                if len(bare := fold(name).rstrip(".")) >= SHORTEST_OF_CLDR and not bare.isdecimal():
                    yield bare, number
