"""Numbers of the site are in its digits; names, values and the words of others are not touched."""

from __future__ import annotations

import gettext

import pytest

from warraq.archive.archive import Site
from warraq.archive.partial_date import PartialDate
from warraq.language import message
from warraq.language.sizes import size
from warraq.pages.dates import KEEPS, display_date, plain_site
from warraq.pages.numbers import InDigits, note_signs, number, numbers_in, said


@pytest.mark.parametrize(
    ("sentence", "written"),
    [
        ("أول 16 رقمًا من SHA-256", "أول ١٦ رقمًا من SHA-256"),
        ("لغة النص (BCP 47)، 3 مرات", "لغة النص (BCP 47)، ٣ مرات"),
        ("بترميز ISO-8859-6 وقُرئ Latin-1", "بترميز ISO-8859-6 وقُرئ Latin-1"),
        ("4.1 ميغابايت", "٤٫١ ميغابايت"),
        ("10,000 أو 1,25", "١٠٬٠٠٠ أو ١,٢٥"),
        ("20% و8 نوفمبر 2009.", "٢٠٪ و٨ نوفمبر ٢٠٠٩."),
        ("%(count)s مواد و{n} و100%", "%(count)s مواد و{n} و١٠٠٪"),
        ("5%(count)s", "٥%(count)s"),
        ("https://example.org/2023/", "https://example.org/2023/"),
        ("۱۷ آبان", "۱۷ آبان"),
    ],
)
def test_a_sentence_has_its_numbers_in_the_digits_of_the_site(sentence: str, written: str) -> None:
    assert numbers_in(sentence, "arab") == written
    assert numbers_in(sentence, "latn") == sentence


def test_only_numbers_are_numbers() -> None:
    assert [number(value, "arabext") for value in (2023, "2023", True, None)] == ["۲۰۲۳", "2023", True, None]
    assert number(2023, "latn") == "2023"


def test_words_that_a_message_quotes_stay() -> None:
    quoting = message("“{value}” stands {count} times, {size}.", value="خبر 5", count=12, size=size(4_100_000))
    assert said(quoting, "en", "arab") == "“خبر 5” stands ١٢ times, ٤٫١ megabytes."
    assert said(quoting, "en", "latn") == "“خبر 5” stands 12 times, 4.1 megabytes."


def test_signs_of_notes_are_numbered_and_nothing_else_of_a_text_is() -> None:
    html = '<p id="p12">نص 12<a class="reference" href="#n-3" aria-label="3" data-label="3"></a></p>'
    assert note_signs(html, "arab") == html.replace('label="3"', 'label="٣"')
    assert note_signs(html, "latn") is html


def test_a_catalogue_keeps_its_plurals() -> None:
    made = InDigits(gettext.NullTranslations(), "arab")
    assert made.gettext("first 500") == "first ٥٠٠"
    assert [made.ngettext("1 page", "%(count)s of 9", n) for n in (1, 2)] == ["١ page", "%(count)s of ٩"]


def test_days_are_in_the_digits_of_the_site_and_of_no_citation() -> None:
    site = Site("", digits="arabext", calendars=("gregory", "umalqura"))
    day = PartialDate(2023, 11, 8)
    assert display_date(day, site).text == f"۸ نوفمبر ۲۰۲۳ (≈{KEEPS}۲۴ ربيع الآخر ۱۴۴۵{KEEPS}هـ)"
    assert display_date(day, site).machine == "2023-11-08"
    assert display_date(day, plain_site(site)).text == "8 نوفمبر 2023"


def test_two_years_in_arabic_digits_run_from_the_left_where_the_words_do() -> None:
    mark = "\N{LEFT-TO-RIGHT MARK}"
    years = [
        display_date(PartialDate(2023), Site("", language, digits=digits, calendars=("umalqura",))).text
        for language, digits in (("en", "arab"), ("en", "arabext"), ("ar", "arab"))
    ]
    assert [year.replace(KEEPS, " ") for year in years] == [
        f"≈ ١٤٤٤{mark}–{mark}١٤٤٥ AH",
        "≈ ۱۴۴۴–۱۴۴۵ AH",
        "≈ ١٤٤٤–١٤٤٥ هـ",
    ]
