"""
Days in other calendars are those of witnesses that share no code with us.

`icu-umalqura.tsv` and `icu-persian.tsv` are what `Intl.DateTimeFormat` of node 20 says (ICU 78): a year, its first day, the days of its months.
Java 17 has the same Hijri days. Both calculate the years before 1420, of which newspapers are the better witness.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from warraq.arabic.folding import fold
from warraq.arabic.months import Calendar, Month, months
from warraq.archive.archive import Site
from warraq.archive.concept_schema import SITE_LANGUAGES
from warraq.archive.partial_date import PartialDate
from warraq.pages.calendar_names import month_in
from warraq.pages.calendars import KNOWN, Day, converted
from warraq.pages.dates import KEEPS, display_date, display_period

HERE = Path(__file__).parent


def witnessed(calendar: str) -> Iterator[tuple[date, Day]]:
    """Yield every day of a table."""
    for line in (HERE / f"icu-{calendar}.tsv").read_text().splitlines():
        year, first, lengths = line.split("\t")
        day = date.fromisoformat(first)
        for month, length in enumerate(map(int, lengths.split()), 1):
            for number in range(1, length + 1):
                yield day, Day(int(year), month, number)
                day += timedelta(1)


def on(day: date, calendar: str) -> Day | None:
    found = converted(PartialDate(day.year, day.month, day.day), calendar)
    return found[0] if found else None


def test_every_persian_day_that_is_said_is_icus() -> None:
    days = [(day, said) for day, said in witnessed("persian") if day <= KNOWN["persian"][1]]
    assert days[0][0] == KNOWN["persian"][0]
    assert days[-1][0] == KNOWN["persian"][1]
    assert [day for day, said in days if on(day, "persian") != said] == []


def test_hijri_days_of_our_time_are_icus_and_others_are_two_days_off_at_most() -> None:
    of_icu = dict(witnessed("umalqura"))
    ours = {day: on(day, "umalqura") for day in of_icu}
    assert [day for day in of_icu if 2000 <= day.year < 2029 and ours[day] != of_icu[day]] == []
    place = {said: day for day, said in of_icu.items()}
    away = [abs((place[said] - day).days) for day, said in ours.items() if said in place]
    assert max(away) == 2
    assert len(away) > 55_000


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(1973, 10, 6), (1393, 9, 10)),  # the war of the tenth of Ramadan
        (date(1979, 11, 20), (1400, 1, 1)),  # Mecca's mosque was seized on the first day of the century
        (date(1987, 7, 31), (1407, 12, 6)),  # pilgrims died in Mecca
        (date(1990, 8, 2), (1411, 1, 11)),  # Iraq's army entered Kuwait
        (date(2001, 9, 11), (1422, 6, 23)),
        (date(2023, 11, 8), (1445, 4, 24)),
    ],
)
def test_days_that_newspapers_dated_by_both_calendars_are_theirs(day: date, said: tuple[int, int, int]) -> None:
    assert on(day, "umalqura") == Day(*said)


@pytest.mark.parametrize("calendar", KNOWN)
def test_beyond_what_is_known_surely_nothing_is_said(calendar: str) -> None:
    first, last = KNOWN[calendar]
    assert on(first, calendar) is not None
    assert on(last, calendar) is not None
    assert on(first - timedelta(1), calendar) is None
    assert on(last + timedelta(1), calendar) is None
    assert converted(PartialDate(first.year), calendar) is None  # some of its days are not known
    assert on(date(9999, 12, 31), calendar) is None
    assert on(date(1, 1, 1), calendar) is None


@pytest.mark.parametrize(
    ("written", "years"),
    [((1943,), (1361, 1363)), ((1976,), (1395, 1397)), ((2008,), (1428, 1430)), ((2023,), (1444, 1445))],
)
def test_a_year_reaches_over_two_hijri_ones_or_three(written: tuple[int], years: tuple[int, int]) -> None:
    found = converted(PartialDate(*written), "umalqura")
    assert found and (found[0].year, found[1].year) == years


SAID = {
    ("ar", "gregory", (2023, 11, 8)): "الأربعاء 8 نوفمبر 2023",
    ("ar", "gregory umalqura", (2023, 11, 8)): "الأربعاء 8 نوفمبر 2023 (≈ 24 ربيع الآخر 1445 هـ)",
    ("ar", "umalqura gregory", (2023, 11, 8)): "الأربعاء ≈ 24 ربيع الآخر 1445 هـ (8 نوفمبر 2023)",
    ("ar", "umalqura", (2023, 11, 8)): "الأربعاء ≈ 24 ربيع الآخر 1445 هـ",
    (
        "ar",
        "gregory umalqura persian",
        (2023, 11),
    ): "نوفمبر 2023 (≈ ربيع الآخر – جمادى الأولى 1445 هـ، ≈ آبان – آذر 1402 ه\N{ZERO WIDTH JOINER}.ش)",
    ("ar", "gregory umalqura", (2023, 7)): "يوليو 2023 (≈ ذو الحجة 1444 – محرم 1445 هـ)",
    ("ar", "gregory umalqura", (2031, 2)): "فبراير 2031 (≈ شوال – ذو القعدة 1452 هـ)",
    ("ar", "umalqura gregory", (1943,)): "≈ 1361–1363 هـ (1943)",
    ("ar", "umalqura", (1924,)): "1924",
    ("ar", "umalqura persian", (1925, 1, 2)): "الجمعة ≈ 7 جمادى الآخرة 1343 هـ",
    ("fa", "persian gregory", (2023, 11, 8)): "چهارشنبه ≈ 17 آبان 1402 (8 نوامبر 2023)",
    (
        "fa",
        "persian umalqura",
        (2023, 11, 8),
    ): "چهارشنبه ≈ 17 آبان 1402 (≈ 24 ربیع\N{ZERO WIDTH NON-JOINER}الثانی 1445 ه\N{ZERO WIDTH JOINER}.ق.)",
    (
        "en",
        "gregory umalqura persian",
        (2023, 11, 8),
    ): "Wednesday 8 November 2023 (≈ 24 Rabiʻ II 1445 AH, ≈ 17 Aban 1402 AP)",
}


@pytest.mark.parametrize("given", SAID, ids=str)
def test_the_first_calendar_leads_and_what_was_converted_is_marked(given: tuple[str, str, tuple[int, ...]]) -> None:
    language, calendars, date_parts = given
    shown = display_date(PartialDate(*date_parts), Site("", language, calendars=tuple(calendars.split())), weekday=True)
    assert shown.text.replace(KEEPS, " ") == SAID[given]
    assert shown.machine == str(PartialDate(*date_parts))


def test_signs_stand_on_the_line_of_their_numbers() -> None:
    shown = display_date(PartialDate(2023, 11, 8), Site("", calendars=("gregory", "umalqura"))).text
    assert shown == f"8 نوفمبر 2023 (≈{KEEPS}24 ربيع الآخر 1445{KEEPS}هـ)"


def test_a_month_within_one_of_another_calendar_is_said_once() -> None:
    within = [
        text
        for year in range(1930, 2070)
        if "–" not in (text := display_date(PartialDate(year, 2), Site("", calendars=("umalqura",))).text)
    ]
    assert within and all(text.count("هـ") == 1 for text in within)


def test_lists_are_of_gregorian_years_and_months_whichever_calendar_leads() -> None:
    site = Site("", calendars=("umalqura", "gregory"))
    assert display_period(PartialDate(2023), site) == f"2023 (≈{KEEPS}1444–1445{KEEPS}هـ)"
    assert (
        display_period(PartialDate(2023, 11), site) == f"نوفمبر 2023 (≈{KEEPS}ربيع الآخر – جمادى الأولى 1445{KEEPS}هـ)"
    )


@pytest.mark.parametrize(
    ("calendar", "language", "known"), [("umalqura", "ar", Calendar.HIJRI), ("persian", "fa", Calendar.PERSIAN)]
)
def test_names_that_pages_write_are_names_that_repair_reads(calendar: str, language: str, known: Calendar) -> None:
    names = [month_in(calendar, number, language) for number in range(1, 13)]
    assert [months(language).get(fold(name)) for name in names] == [Month(known, number) for number in range(1, 13)]


def test_every_language_of_pages_has_twelve_names_in_each_calendar() -> None:
    for language in SITE_LANGUAGES:
        for calendar in KNOWN:
            assert len({month_in(calendar, number, language) for number in range(1, 13)}) == 12
