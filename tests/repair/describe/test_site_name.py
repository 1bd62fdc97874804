"""The source is what a site is called, without its slogan; a host that stands for a name says that it is one."""

from __future__ import annotations

import pytest

from warraq.repair.describe.site_name import named_site

HEADLINE = "افتتاح سوق السمك"


@pytest.mark.parametrize(
    ("stated", "titles", "hosts", "name"),
    [
        ("صحيفة الرصيف", [], (), "صحيفة الرصيف"),
        ("صحيفة الرصيف | أخبار المدينة على مدار الساعة", [], (), "صحيفة الرصيف"),
        ("صحيفة الرصيف | أخبار", [f"{HEADLINE} | صحيفة الرصيف"], (), "صحيفة الرصيف"),
        ("صحيفة الرصيف | أخبار", [], (), "صحيفة الرصيف | أخبار"),
        ("Hafenblog | inside the harbour", [], ("hafenblog",), "Hafenblog"),
        ("Fische und mehr • Hafenblatt", [], ("hafenblatt",), "Hafenblatt"),
        ("خبرگزاری دریا | اخبار بندر و دریا و ماهی | DRY", [], ("dry",), "خبرگزاری دریا"),
        (f"{HEADLINE} - صحيفة الرصيف", [], (), "صحيفة الرصيف"),
        ("Ana Lund info@hafen.example", [], (), "Ana Lund"),
        ("https://www.hafen.example", [], (), ""),
        ("☆☆☆", [], (), ""),
        (HEADLINE, [], (), ""),
        ("Газета «Причал»", [], (), "Газета «Причал»"),
        (" | ", [], (), ""),
        ("| أ", [], (), "أ"),
    ],
)
def test_a_site_is_called_by_its_name(stated: str, titles: list[str], hosts: tuple[str, ...], name: str) -> None:
    assert named_site(stated, titles, hosts, HEADLINE) == name
