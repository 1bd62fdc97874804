"""A change is the same JSON to the plain command, which starts without pydantic, as to a record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from warraq.archive.change import Change
from warraq.archive.record import Record

RECORD = Path(__file__).parents[1] / "corpus/formats/record-1.json"
CHANGES = [
    Change("tags", 3, 6, "<b>", ""),
    Change("tags", 3, 6, "<b>", "", ("entities", "line-ends")),
    Change("tags", 3, 6, "<b>", "", (), layout=True),
    Change("tags", 3, 6, "<b>", "", ("entities",), layout=True),
]


@pytest.mark.parametrize("change", CHANGES)
def test_its_json_is_that_of_a_record(change: Change) -> None:
    record = Record.from_bytes(RECORD.read_bytes()).model_copy(update={"changes": (change,)})
    [written] = json.loads(record.to_bytes())["changes"]
    assert list(change.to_json().items()) == list(written.items())
    assert Change.from_json(json.loads(json.dumps(change.to_json()))) == change


@pytest.mark.parametrize("key", ["rule", "start", "end", "before", "after"])
def test_a_missing_key_is_named(key: str) -> None:
    keys = CHANGES[0].to_json()
    del keys[key]
    with pytest.raises(KeyError, match=f"^'{key}'$"):
        Change.from_json(keys)
