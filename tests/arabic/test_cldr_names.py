"""Names of months and days out of CLDR, for languages that have no table of ours."""

from __future__ import annotations

import pytest

from warraq.arabic.months import read_cldr


@pytest.mark.parametrize(
    ("lang", "table", "name", "number"),
    [
        ("de", "months", "januar", 1),
        ("tr", "months", "eylül", 9),
        ("ru", "days", "понедельник", 0),
        ("de-AT", "months", "dezember", 12),
    ],
)
def test_a_name_has_its_number(lang: str, table: str, name: str, number: int) -> None:
    assert dict(read_cldr(lang, table)).get(name) == number


def test_abbreviations_lose_their_stop_and_numbers_are_no_names() -> None:
    names = [name for lang in ("de", "fr", "ja", "zh") for name, _ in read_cldr(lang, "months")]
    assert "sept" in names
    assert not any(name.isdecimal() or name.endswith(".") for name in names)


@pytest.mark.parametrize("lang", ["xx", "q", "!!"])
def test_a_language_that_nobody_knows_has_none(lang: str) -> None:
    assert list(read_cldr(lang, "days")) == []
