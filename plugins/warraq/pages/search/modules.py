"""The browser's part of the search, as it is published: `search/search.js` and what it imports."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import warraq.arabic.analysis
from warraq.arabic.months import DATA, Calendar, months
from warraq.pages.page import File

BROWSER = Path(__file__).with_name("browser")
ANALYSIS = Path(warraq.arabic.analysis.__file__).with_name("analysis.js")


def browser_modules() -> Iterator[File]:
    """Yield every module, beside the index."""
    for path in [*sorted(BROWSER.glob("*.js")), ANALYSIS]:
        yield File(f"search/{path.name}", path.read_bytes())
    yield File("search/months.js", months_module())


def months_module() -> bytes:
    """Write what the months and the days of the week are called, in all languages, for queries that name a day."""
    named = [
        [calendar, int(number), name]
        for calendar in Calendar
        for language in DATA[calendar].values()
        for number, names in language.items()
        for name in names
    ]
    named += [[month.calendar, month.number, name] for name, month in months("fr").items()]
    days = [name for language in DATA["weekdays"].values() for names in language.values() for name in names]
    made = {"months": _unlike(named), "weekdays": _unlike(days)}
    lines = [f"export const {name} = {json.dumps(value, ensure_ascii=False)};\n" for name, value in made.items()]
    return "".join(["// The names of months and weekdays: arabic/months.json.\n", *lines]).encode()


def _unlike(values: list[Any]) -> list[Any]:
    """Leave out what came before."""
    return [value for n, value in enumerate(values) if value not in values[:n]]
