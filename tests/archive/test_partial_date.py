"""A date says no more than is known, and is written with its zeros."""

from __future__ import annotations

from datetime import date

import pytest

from warraq.archive.partial_date import PartialDate


@pytest.mark.parametrize(
    ("text", "parsed", "first_day"),
    [
        ("2023-11-08", PartialDate(2023, 11, 8), date(2023, 11, 8)),
        ("2023-01", PartialDate(2023, 1), date(2023, 1, 1)),
        ("0987", PartialDate(987), date(987, 1, 1)),
        ("2024-02-29", PartialDate(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_it_is_parsed_and_formatted_back(text: str, parsed: PartialDate, first_day: date) -> None:
    assert PartialDate.parse(text) == parsed
    assert str(parsed) == text
    assert parsed.first_day() == first_day


@pytest.mark.parametrize(
    "text", ["", "23", "2023-1", "2023-13", "2023-00", "2023-01-00", "2023-02-30", "2023-11-8", "2023-11-08x"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - `datetime` chooses the words
        PartialDate.parse(text)
