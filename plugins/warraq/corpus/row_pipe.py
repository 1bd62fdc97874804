"""
What the process that repairs rows and the one that started it say to each other: a line of JSON for each question and each answer.

It is data: nothing in it can do anything when it is read.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import IO, Any

from warraq.language import Message
from warraq.language.stored_message import read_stored, stored

from .given import Given, of_plain, plain
from .repaired_row import Row

Results = list[Row | Message]


def ask(out: IO[bytes], rows: Sequence[Given], skipped: frozenset[int]) -> None:
    """Ask for rows; the numbers in `skipped` are not touched."""
    _say(out, {"rows": [_of_given(row) for row in rows], "skipped": sorted(skipped)})


def asked(given: IO[bytes]) -> tuple[list[Given], frozenset[int]]:
    """Read a question; an EOFError where nothing more comes."""
    question = _heard(given)
    return [_given(row) for row in question["rows"]], frozenset(question["skipped"])


def answer(out: IO[bytes], results: Results) -> None:
    """Answer with what became of each row."""
    _say(out, [stored(each) if isinstance(each, Message) else [each.values, each.rules] for each in results])


def answered(given: IO[bytes]) -> Results:
    """Read an answer; an EOFError where the other process ended before it was whole."""
    return [read_stored(each) if isinstance(each, dict) else Row(*each) for each in _heard(given)]


def _of_given(row: Given) -> list[Any]:
    at, data, *rest = plain(row)
    return [at, b64encode(data).decode(), *rest]


def _given(values: Sequence[Any]) -> Given:
    at, data, is_text, facts, problem = values
    return of_plain((at, b64decode(data), is_text, facts, problem))


def _say(out: IO[bytes], value: Any) -> None:
    out.write(json.dumps(value, separators=(",", ":")).encode() + b"\n")
    out.flush()


def _heard(given: IO[bytes]) -> Any:
    line = given.readline()
    if not line.endswith(b"\n"):
        raise EOFError
    return json.loads(line)
