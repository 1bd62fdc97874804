"""A date written in words is refused, and the one that was probably meant is proposed."""

from __future__ import annotations

import pytest

from warraq.arabic.months import DATA
from warraq.archive.front_matter_date import parse_date
from warraq.archive.problem import WrongValueError

NAMES = [
    (name, int(number)) for lang in ("ar", "en") for number, names in DATA["gregorian"][lang].items() for name in names
]


@pytest.mark.parametrize(("name", "number"), NAMES)
def test_every_month_that_repair_reads_is_understood_here(name: str, number: int) -> None:
    with pytest.raises(WrongValueError) as refused:
        parse_date(f"8 {name} 2023")
    assert refused.value.todo.text() == f"Write 2023-{number:02}-08"


def test_a_month_of_another_calendar_is_not_guessed_at() -> None:
    with pytest.raises(WrongValueError) as refused:
        parse_date("8 رمضان 1445")
    assert refused.value.todo.text().startswith("Write year-month-day")
