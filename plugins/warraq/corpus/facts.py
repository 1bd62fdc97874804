"""What a row states beside its text, as far as it can be believed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime

from warraq.archive.partial_date import PartialDate
from warraq.archive.values import ADDRESS, LANGUAGE, tidy
from warraq.language import message

from .columns import Columns
from .given import Given

DAY = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?![\d-])")
NO_TEXT = message("The row has no text.")
REPEATED = object()
"""The value of a key that stands more than once in an object."""


def given_of(at: int, values: Mapping[str, object], columns: Columns) -> Given:
    """Make a row of its columns' values: text, bytes, or what a program takes for a value."""
    for column in columns.all:
        if values.get(column) is REPEATED:
            return Given(at, problem=message("The key “{key}” stands more than once in this line.", key=column))
    facts = {fact: stated for fact, column in columns.facts.items() if (stated := _stated(fact, values.get(column)))}
    text = values.get(columns.text)
    if isinstance(text, str):
        return (
            Given(at, text.encode("utf-8", "surrogatepass"), facts=facts)
            if text.strip()
            else Given(at, problem=NO_TEXT)
        )
    if isinstance(text, bytes):
        return Given(at, text, is_text=False, facts=facts) if text.strip() else Given(at, problem=NO_TEXT)
    return Given(at, problem=NO_TEXT)


def _stated(fact: str, value: object) -> str:
    """Give a fact as a line; empty where it is none: what only looks like one is left to the text."""
    if isinstance(value, datetime | date):
        value = value.isoformat()
    if isinstance(value, bytes):
        value = value.decode("utf-8", "ignore")
    if not isinstance(value, str):
        return ""
    line = tidy(value.encode("utf-8", "ignore").decode())
    if fact == "date":
        return _day(line)
    if fact == "url":
        return line if ADDRESS.fullmatch(line) else ""
    if fact == "language":
        return line.lower() if LANGUAGE.fullmatch(line.lower()) else ""
    return line


def _day(line: str) -> str:
    found = DAY.match(line)
    if not found:
        return ""
    try:
        return str(PartialDate.parse(found[1]))
    except ValueError:
        return ""
