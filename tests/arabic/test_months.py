"""The names of months and weekdays are told by language, in any spelling."""

from __future__ import annotations

import pytest

from warraq.arabic.folding import fold
from warraq.arabic.months import DATA, Calendar, Month, months, weekdays
from warraq.arabic.numerals import ascii_digits


@pytest.mark.parametrize(
    ("lang", "name", "month"),
    [
        ("ar", "نوفمبر", Month(Calendar.GREGORIAN, 11)),
        ("ar", "تشرين الثاني", Month(Calendar.GREGORIAN, 11)),
        ("ar", "تشرين الاول", Month(Calendar.GREGORIAN, 10)),
        ("ar", "نونبر", Month(Calendar.GREGORIAN, 11)),
        ("ar", "جويلية", Month(Calendar.GREGORIAN, 7)),
        ("ar", "ربيع الاخر", Month(Calendar.HIJRI, 4)),
        ("fa", "آبان", Month(Calendar.PERSIAN, 8)),
        ("en", "November", Month(Calendar.GREGORIAN, 11)),
    ],
)
def test_a_month_is_known_by_its_names(lang: str, name: str, month: Month) -> None:
    assert months(lang)[fold(name)] == month


def test_a_month_of_algiers_is_none_in_tehran() -> None:
    assert fold("جوان") in months("ar")
    assert fold("جوان") not in months("fa")


@pytest.mark.parametrize("lang", ["ar", "fa", "ur", "he", "en"])
def test_every_language_has_all_months_and_weekdays_and_no_name_twice(lang: str) -> None:
    assert {m.number for m in months(lang).values() if m.calendar is Calendar.GREGORIAN} == set(range(1, 13))
    assert set(weekdays(lang).values()) == set(range(7))
    names = [fold(n) for c in DATA.values() for m in c.get(lang, {}).values() for n in dict.fromkeys(map(fold, m))]
    assert len(names) == len(set(names))


def test_digits_of_all_kinds_are_one_number() -> None:
    assert ascii_digits("٢٠٢٤ ۲۰۲۴ 2024") == "2024 2024 2024"
