"""Dates are written with names that repair can read again."""

from __future__ import annotations

import pytest

from warraq.arabic.folding import fold
from warraq.arabic.months import Calendar, Month, months, weekdays
from warraq.archive.archive import Site
from warraq.archive.concept_schema import SITE_LANGUAGES
from warraq.archive.partial_date import PartialDate
from warraq.pages.dates import display_date, month_name

ARABIC = [Site("", "ar", "ar"), Site("", "ar", "ar_SY"), Site("", "ar", "ar_MA")]
SITES = [*ARABIC, *(Site("", language) for language in SITE_LANGUAGES if language != "ar")]


@pytest.mark.parametrize("site", SITES, ids=lambda site: f"{site.language}-{site.months}")
def test_every_month_and_day_that_pages_write_is_one_that_repair_reads(site: Site) -> None:
    for number in range(1, 13):
        name = month_name(number, site)
        assert months(site.language).get(fold(name)) == Month(Calendar.GREGORIAN, number), (
            f"add {name} to the months of {site.language} in plugins/warraq/arabic/months.json"
        )
    for day in range(1, 8):
        written = display_date(PartialDate(2024, 1, day), site, weekday=True).text
        assert weekdays(site.language).get(fold(written.split()[0])) == day - 1, (
            f"add the day of {written} to the weekdays of {site.language} in plugins/warraq/arabic/months.json"
        )


def test_names_of_months_are_those_of_the_country() -> None:
    assert [month_name(11, site) for site in ARABIC] == ["نوفمبر", "تشرين الثاني", "نونبر"]
    assert display_date(PartialDate(2023, 11), ARABIC[1]).text == "تشرين الثاني 2023"
