"""A file's name gives date and title where the page's metadata don't; the table is above both."""

from __future__ import annotations

import pytest

from warraq.archive.record import Described, Origin
from warraq.desk.importing.external_metadata import metadata_from_name


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2023-11-08 x.txt", "2023-11-08"),
        ("x_20231108.txt", "2023-11-08"),
        ("2023.11.08.txt", "2023-11-08"),
        ("2023_11_08 2023-11-08.txt", "2023-11-08"),
        ("2023-11-08 2023-11-09.txt", None),
        ("2023-11_08.txt", None),
        ("2023-13-08.txt", None),
        ("2023-02-30.txt", None),
        ("120231108.txt", None),
        ("202311081.txt", None),
        ("1899-11-08.txt", None),
        ("2020-01-02/x.txt", None),
    ],
)
def test_a_day_is_read_from_a_name_that_has_one(name: str, day: str | None) -> None:
    assert metadata_from_name(name, {}).get("date") == day


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("أخبار اليوم من الميناء.html", "أخبار اليوم من الميناء"),
        ("2023-11-08_أخبار_اليوم-من_الميناء.html", "أخبار اليوم من الميناء"),
        ("أخبار اليوم الميناء.html", None),
        ("news of the day here.html", None),
        ("صفحات/أخبار اليوم من الميناء.txt", "أخبار اليوم من الميناء"),
    ],
)
def test_a_name_of_four_words_is_a_title_unless_it_is_in_ascii(name: str, title: str | None) -> None:
    assert metadata_from_name(name, {}).get("title") == title


def test_metadata_of_the_page_are_above_the_name_and_inferred_values_below() -> None:
    name = "2023-11-08 أخبار اليوم من الميناء.html"
    stated = {
        "date": Described(value="2020", origin=Origin.METADATA),
        "title": Described(value="ع", origin=Origin.METADATA),
    }
    inferred = {key: value.model_copy(update={"origin": Origin.INFERRED}) for key, value in stated.items()}
    assert metadata_from_name(name, stated) == {}
    assert set(metadata_from_name(name, inferred)) == {"date", "title"}
