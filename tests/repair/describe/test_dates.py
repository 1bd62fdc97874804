"""Dates are read as newspapers write them; other numbers are not dates."""

from __future__ import annotations

import pytest

from warraq.repair.describe.dates import find_dates, fold_dates


def days(text: str, lang: str = "ar") -> list[list[str]]:
    return [[str(d) for d in w.days()] for w in find_dates(fold_dates(text), lang)]


@pytest.mark.parametrize(
    ("text", "lang", "day"),
    [
        ("8 نوفمبر 2023", "ar", "2023-11-08"),
        ("٨ نوفمبر ٢٠٢٣", "ar", "2023-11-08"),
        ("8 تشرين الثاني 2023", "ar", "2023-11-08"),
        ("8 نونبر 2023", "ar", "2023-11-08"),
        ("8 نوفمبر/تشرين الثاني 2023", "ar", "2023-11-08"),
        ("8 تشرين الثاني/نوفمبر 2023", "ar", "2023-11-08"),
        ("8 تشرين الثاني (نوفمبر) 2023", "ar", "2023-11-08"),
        ("5 جويلية 1962", "ar", "1962-07-05"),
        ("1 آب 2019", "ar", "2019-08-01"),
        ("الثامن، 8 من نوفمبر عام 2023", "ar", "2023-11-08"),
        ("8 نوفمبر، 2023", "ar", "2023-11-08"),
        ("الأربعاء 8 نوفمبر 2023", "ar", "2023-11-08"),
        ("الأربعاء، 8 نوفمبر 2023م", "ar", "2023-11-08"),
        ("نوفمبر 8, 2023", "ar", "2023-11-08"),
        ("2023-11-08", "ar", "2023-11-08"),
        ("2023/11/8", "ar", "2023-11-08"),
        ("28/11/2023", "ar", "2023-11-28"),
        ("11/28/2023", "ar", "2023-11-28"),
        ("8.8.2023", "ar", "2023-08-08"),
        ("25/4/1445 هـ", "ar", "2023-11-09"),
        ("25 ربيع الآخر 1445", "ar", "2023-11-09"),
        ("25 ربيع الثاني 1445هـ", "ar", "2023-11-09"),
        ("۱۷ آبان ۱۴۰۲", "fa", "2023-11-08"),
        ("۱۴۰۲/۰۸/۱۷", "fa", "2023-11-08"),
        ("چهارشنبه ۱۷ آبان ۱۴۰۲", "fa", "2023-11-08"),
        ("8 نومبر 2023", "ur", "2023-11-08"),
        ("8 בנובמבר 2023", "he", "2023-11-08"),
        ("8 November 2023", "en", "2023-11-08"),
        ("November 8, 2023", "en", "2023-11-08"),
    ],
)
def test_a_date_is_read(text: str, lang: str, day: str) -> None:
    assert days(text, lang) == [[day]]


@pytest.mark.parametrize(
    "text",
    [
        "بنسبة 10.2% ثم 28.2 مليار",
        "النسخة 1.2.3",
        "10.11.12.13",
        "فاز 3-2 في المباراة",
        "3/4 السكان",
        "في سبتمبر 2023",
        "8 نوفمبر/تشرين الأول 2023",
        "32 نوفمبر 2023",
        "8/13/14",
        "رقم 2023/11",
        "5000 نوفمبر",
        "1445/4/25 م",
        "هاتف 0123-45-6789",
        "صفر 2024",
        "مارس 15 لاعبا الرياضة",
    ],
)
def test_other_numbers_are_not_dates(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize("text", ["الخميس 8 نوفمبر 2023", "31 يونيو 2023", "30/2/2023"])
def test_a_date_that_cannot_be_means_no_day(text: str) -> None:
    assert days(text) in ([], [[]])


def test_where_day_and_month_may_be_turned_both_are_kept_until_a_weekday_decides() -> None:
    assert days("3/4/2023") == [["2023-04-03", "2023-03-04"]]
    assert days("الاثنين 3/4/2023") == [["2023-04-03"]]
    assert days("السبت 3/4/2023") == [["2023-03-04"]]


def test_a_year_of_the_hijra_is_not_a_year_of_our_era() -> None:
    assert days("25/4/1445 هـ الموافق 9/11/2023 م") == [["2023-11-09"], ["2023-11-09", "2023-09-11"]]
    assert days("8 نوفمبر 1445") == []
