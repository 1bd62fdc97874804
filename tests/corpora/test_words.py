"""Every message of the room has its Arabic."""

from __future__ import annotations

import string
from pathlib import Path

from babel.messages.extract import extract_from_dir

from catalogues import lacking
from warraq.language import catalogue

CORPUS = Path(__file__).parents[2] / "plugins" / "warraq" / "corpus"
ONLY_VALUES = ("{what} {todo}", "{place}: {problem}")


def sentences() -> list[str]:
    found = extract_from_dir(CORPUS, keywords={"message": None}, method_map=[("**.py", "python")])
    said = (words if isinstance(words, str) else words[0] for _, _, words, _, _ in found)
    return [sentence for sentence in said if sentence not in ONLY_VALUES]


def values(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_every_sentence_has_its_arabic_with_the_same_values() -> None:
    known = catalogue("ar")
    said = lacking("ar", "corpus", sentences())
    assert not said, said
    assert [s for s in sentences() if values(s) != values(known.gettext(s))] == []
