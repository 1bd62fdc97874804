"""Dates are written with names that repair can read again."""

from __future__ import annotations

import pytest

from warraq.arabic.folding import fold
from warraq.arabic.months import Calendar, Month, months, weekdays
from warraq.archive.archive import Site
from warraq.archive.partial_date import PartialDate
from warraq.pages.dates import display_date, month_name

SITES = [Site("", "ar", "ar"), Site("", "ar", "ar_SY"), Site("", "ar", "ar_MA"), Site("", "fa"), Site("", "en")]


@pytest.mark.parametrize("site", SITES, ids=lambda site: f"{site.language}-{site.months}")
def test_every_month_and_day_that_pages_write_is_one_that_repair_reads(site: Site) -> None:
    for number in range(1, 13):
        name = month_name(number, site)
        assert months(site.language)[fold(name)] == Month(Calendar.GREGORIAN, number), name
    for day in range(1, 8):
        written = display_date(PartialDate(2024, 1, day), site, weekday=True).text
        assert weekdays(site.language)[fold(written.split()[0])] == day - 1


def test_names_of_months_are_those_of_the_country() -> None:
    assert [month_name(11, site) for site in SITES[:3]] == ["نوفمبر", "تشرين الثاني", "نونبر"]
    assert display_date(PartialDate(2023, 11), SITES[1]).text == "تشرين الثاني 2023"
