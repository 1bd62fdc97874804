"""Every message of the desk has its Arabic."""

from __future__ import annotations

import string
from pathlib import Path

from babel.messages.extract import extract_from_dir

from catalogues import lacking
from warraq.language import catalogue

DESK = Path(__file__).parents[2] / "plugins" / "warraq" / "desk"


def sentences() -> list[str]:
    found = extract_from_dir(DESK, keywords={"message": None}, method_map=[("**.py", "python")])
    return [said if isinstance(said, str) else said[0] for _, _, said, _, _ in found]


def values(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_every_sentence_has_its_arabic_with_the_same_values() -> None:
    known = catalogue("ar")
    said = lacking("ar", "desk", sentences())
    assert not said, said
    assert [s for s in sentences() if values(s) != values(known.gettext(s))] == []
