"""
The browser's part of the search, as it is published.

`search/search.js` is all that a first query of words needs, `search/page.js` what the page needs beside it; the rest is loaded when it is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import warraq.arabic.analysis
from warraq.arabic.months import DATA, Calendar, months
from warraq.archive.synonyms import Groups
from warraq.pages.page import File

from .joined import beside, exported, joined, joined_to, order, standing_for
from .speech import said_files

BROWSER = Path(__file__).with_name("browser")
PUBLISHED = Path(__file__).with_name("published")
"""The modules as sites have them: made of the others by `minified.py`."""
ANALYSIS = Path(warraq.arabic.analysis.__file__).with_name("analysis.js")
SEAM = "search.js"
"""What whoever searches imports."""
TOGETHER = ("page.js", "whole.js", "neighbours.js")
"""What is one file with all that it imports: the page of the search, what queries with numbers need, and what finds words like one."""


def sources() -> dict[str, str]:
    """Give every module as it is written, by its name."""
    read = {path.name: path.read_text("utf-8") for path in [*sorted(BROWSER.glob("*.js")), ANALYSIS]}
    return {**read, "months.js": months_module()}


def browser_modules(own: Groups = ()) -> Iterator[File]:
    """
    Yield every module, beside the index, and what the lists of words say.

    `own`: an archive's own words that mean the same.
    """
    yield from said_files(own)
    for path in sorted(PUBLISHED.glob("*.js")):
        yield File(f"search/{path.name}", path.read_bytes())


def assembled() -> dict[str, str]:
    """
    Give every module as a browser asks for it, by its name, in full length.

    The modules of a first query are one file, and others find each of them under its name all the same.
    """
    written = sources()
    first = order(written, SEAM)
    made = {}
    for name, source in written.items():
        if name == SEAM:
            made[name] = (
                f'{joined(written, first)}export const {{ {", ".join(exported(source))} }} = parts["{SEAM}"];\nexport {{ parts }};\n'
            )
        elif name in TOGETHER:
            made[name] = joined_to(SEAM, written, [other for other in order(written, name) if other not in first])
        elif name in first:
            made[name] = standing_for(name, source, SEAM)
        else:
            made[name] = beside(source, SEAM, first)
    return made


def months_module() -> str:
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
    return "".join(["// The names of months and weekdays: arabic/months.json.\n", *lines])


def _unlike(values: list[Any]) -> list[Any]:
    """Leave out what came before."""
    return [value for n, value in enumerate(values) if value not in values[:n]]
