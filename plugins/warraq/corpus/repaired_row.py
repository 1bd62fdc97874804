"""
One row: from what was given to the values of its columns.

Nothing here needs more than repairing and describing do: the process that does it is one that a row may end.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from warraq.archive.original import Original
from warraq.archive.problem import with_remedy
from warraq.archive.record import Described
from warraq.language import Message, message
from warraq.repair import RULES_VERSION, Repaired, Rules, UnreadableError
from warraq.repair.library import NAMELESS, original_of_text, repair_original
from warraq.repair.readers import read_original
from warraq.repair.readers.kind import kind_of

from .given import Given

HALF = message("The text holds half a character, which Parquet can't keep.")
LONGEST_DOUBT = 200
"""Code points of doubted words that are shown."""


@dataclass(frozen=True, slots=True)
class Row:
    """The values of a repaired row, and what it adds to the summary."""

    values: Mapping[str, Any]
    rules: Mapping[str, int] = field(default_factory=dict)
    """How often each rule changed something that readers want to know of."""


def repaired_row(given: Given, rules: Rules) -> Row | Message:
    """Repair and describe a row; a message says why it can't be."""
    if given.problem is not None:
        return given.problem
    try:
        original = _original(given)
        done = repair_original(original, rules, given_bytes=not given.is_text)
    except UnreadableError as error:
        return with_remedy(error)
    described = done.description
    markdown = done.markdown
    values = {
        "text": done.text,
        "markdown": markdown,
        **{column: _stated(given, column, described.get(key)) for column, key in COLUMNS.items()},
        "authors": _several(described.get("author")),
        "doubts": _doubts(done),
        "record": json.dumps(_record(given, done, described), separators=(",", ":")),
    }
    try:
        (done.text + markdown).encode()
    except UnicodeEncodeError:
        return HALF
    return Row(values, Counter(rule for change in done.repairs for rule in change.rules))


COLUMNS = {"title": "title", "date": "date", "source": "source", "url": "url", "language": "lang"}
"""Columns of one value, each with its key in a description."""


def _original(given: Given) -> Original:
    if given.is_text:
        text = given.data.decode("utf-8", "surrogatepass")
        original = original_of_text(text, kind_of(text))
    else:
        original = read_original(NAMELESS, given.data)
    address = given.facts.get("address") or given.facts.get("url", "")
    return replace(original, address=address) if address and not original.address else original


def _stated(given: Given, column: str, found: Described | None) -> str | None:
    """Give what the row states, else what the text does."""
    if stated := given.facts.get(column):
        return stated
    value = found.value if found else None
    return _sound(value) if isinstance(value, str) else None


def _several(found: Described | None) -> list[str]:
    value = found.value if found else None
    return [_sound(each) for each in ([value] if isinstance(value, str) else value or ())]


def _sound(value: str) -> str:
    return value.encode("utf-8", "replace").decode() if not value.isascii() else value


def _doubts(done: Repaired) -> list[dict[str, Any]]:
    text = done.original.text
    return [
        {"rule": d.rule, "start": d.start, "end": d.end, "words": _sound(text[d.start : d.end][:LONGEST_DOUBT])}
        for d in done.doubts
    ]


def _record(given: Given, done: Repaired, described: Mapping[str, Described]) -> dict[str, Any]:
    """Give what undoing needs, each value's evidence, and what the row stated itself."""
    original = done.original
    record: dict[str, Any] = {
        "rules": RULES_VERSION,
        "kind": str(original.kind),
        "changes": [change.to_json() for change in done.changes],
        "described": {key: value.model_dump(mode="json", exclude_defaults=True) for key, value in described.items()},
        "sha256": hashlib.sha256(original.bytes_read).hexdigest(),
    }
    if given.facts:
        address = {"url": given.facts["address"]} if "address" in given.facts else {}
        record["stated"] = address | {key: value for key, value in given.facts.items() if key != "address"}
    if done.given_bytes:
        record |= {"encoding": original.encoding, "bom": original.bom}
        record |= {"kept_bytes": [[each.at, each.bytes] for each in original.kept_bytes]} if original.kept_bytes else {}
    return record
