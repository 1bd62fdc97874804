"""A day that the source itself wrote by the moon or the sun is said as it is written, and unmarked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publish.making import article, edition
from warraq.archive.archive import Site
from warraq.archive.partial_date import PartialDate
from warraq.archive.record import Described, Evidence, Origin, Record
from warraq.edition.edition import Edition
from warraq.pages.calendars import Day
from warraq.pages.dates import KEEPS, display_date
from warraq.pages.own_days import own_days

ALL = ("gregory", "umalqura", "persian")
DAY = PartialDate(2023, 11, 8)


def dated(
    *quotes: str, lang: str = "ar", date: PartialDate | None = DAY, says: str = "date", value: str = "2023-11-08"
) -> Edition:
    """Make an edition whose date rests on these words of its original."""
    evidence = tuple(Evidence(start=0, end=len(quote), quote=quote, says=says) for quote in quotes)
    described = {"date": Described(value=value, origin=Origin.TEXT, evidence=evidence)}
    return replace(edition(article(date=date, lang=lang)), record=Record.model_construct(described=described))


WRITTEN = [
    (dated("الأربعاء 25 ربيع الآخر 1445 هـ"), {"umalqura": Day(1445, 4, 25)}),
    (dated("٢٤ ربيع الثاني ١٤٤٥"), {"umalqura": Day(1445, 4, 24)}),
    (dated("24/4/1445هـ"), {"umalqura": Day(1445, 4, 24)}),
    (dated("۱۷ آبان ۱۴۰۲", lang="fa"), {"persian": Day(1402, 8, 17)}),
    (dated("24 ربيع الآخر 1445 هـ الموافق 8 نوفمبر 2023"), {"umalqura": Day(1445, 4, 24)}),
    (dated("8 نوفمبر 2023"), {}),
    (dated("24 رجب 1445 هـ"), {}),  # another day
    (dated("۱۸ آبان ۱۴۰۲", lang="fa"), {}),  # a solar day is sure
    (dated("25 ربيع الآخر"), {}),  # of any year
    (dated("24 ربيع الآخر 1445", says="mention"), {}),
    (dated("24 ربيع الآخر 1445", date=PartialDate(2023, 11, 9)), {}),  # an editor's date
    (dated("24 ربيع الآخر 1445", date=PartialDate(2023, 11), value="2023-11"), {}),
    (dated("24 ربيع الآخر 1445", date=None), {}),
    (edition(article()), {}),
]


@pytest.mark.parametrize(("given", "days"), WRITTEN)
def test_the_day_that_a_text_states_is_its_own(given: Edition, days: dict[str, Day]) -> None:
    assert dict(own_days(given)) == days


def test_what_the_source_wrote_is_not_marked_and_what_was_converted_is() -> None:
    own = own_days(dated("الأربعاء 25 ربيع الآخر 1445 هـ"))
    persian = "آبان 1402 ه\N{ZERO WIDTH JOINER}.ش"
    shown = display_date(DAY, Site("", calendars=ALL), own=own)
    assert shown.text.replace(KEEPS, " ") == f"8 نوفمبر 2023 (25 ربيع الآخر 1445 هـ، ≈ 17 {persian})"
    assert display_date(DAY, Site("", calendars=("umalqura",)), own=own).text == f"25 ربيع الآخر 1445{KEEPS}هـ"
    assert display_date(DAY, Site(""), own=own).text == "8 نوفمبر 2023"


def test_a_day_that_no_printed_calendar_has_is_not_known_to_be_the_same() -> None:
    given = dated("الأحد 20 رمضان 1341", date=PartialDate(1923, 5, 6), value="1923-05-06")
    assert own_days(given) == ()
