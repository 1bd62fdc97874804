"""Citations are right in every format, whatever stands in a title."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from publish.making import article, library
from warraq.archive.archive import Site
from warraq.archive.article import Source
from warraq.archive.partial_date import PartialDate
from warraq.pages.citations import bibtex, citation, csl, ris

HOSTILE = 'قال {أ} \\ "ب" 10% & #1_x ~ ^ $5\nER  - تزوير'


def test_the_line_names_title_source_date_archive_and_address() -> None:
    given = library(article("خبر", "عنوان", source=Source("وكالة"), authors=("سلمى",)))
    assert citation(given.editions[0], given) == (
        "«عنوان». سلمى، وكالة، 8 نوفمبر 2023. ورّاق. https://archive.example/warraq/articles/%D8%AE%D8%A8%D8%B1/"
    )


def test_bibtex_keeps_its_braces_balanced_and_its_fields_apart() -> None:
    given = library(article("خبر", HOSTILE, source=Source("و{كالة")))
    text = bibtex(given.editions[0], given)
    bare = re.sub(r"\\[{}]", "", text)
    depth = 0
    for c in bare:
        depth += {"{": 1, "}": -1}.get(c, 0)
        assert depth >= 0
    assert depth == 0
    assert text.count("\n") == 8
    assert r"10\% \& \#1\_x \textasciitilde{} \textasciicircum{} \$5" in text
    assert re.match(r"@online\{2023-[0-9a-zA-Z-]+,\n", text)


def test_ris_has_one_field_a_line_and_one_end() -> None:
    given = library(article("خبر", HOSTILE, date=PartialDate(2023, 11), source=Source("وكالة")))
    lines = ris(given.editions[0], given).split("\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert [line for line in lines if line.startswith("ER")] == ["ER  - "]
    assert "DA  - 2023/11//" in lines


def test_csl_is_json_that_says_no_more_than_is_known() -> None:
    given = library(article("خبر", HOSTILE, date=PartialDate(1998)))
    (item,) = json.loads(csl(given.editions[0], given))
    assert item["title"] == HOSTILE
    assert item["issued"] == {"date-parts": [[1998]]}
    assert "author" not in item or item["author"] == []


def test_an_undated_article_can_be_cited() -> None:
    given = library(article("خبر", date=None))
    assert "issued" not in json.loads(csl(given.editions[0], given))[0]
    assert "date " not in bibtex(given.editions[0], given)
    assert "DA  -" not in ris(given.editions[0], given)


@pytest.mark.parametrize(
    ("date", "in_ris", "in_bibtex", "in_csl"),
    [
        (PartialDate(987, 3, 4), "0987/03/04/", "0987-03-04", [987, 3, 4]),
        (PartialDate(2023, 1, 2), "2023/01/02/", "2023-01-02", [2023, 1, 2]),
        (PartialDate(2023, 11, 28), "2023/11/28/", "2023-11-28", [2023, 11, 28]),
        (PartialDate(2023, 3), "2023/03//", "2023-03", [2023, 3]),
        (PartialDate(2023), "2023///", "2023", [2023]),
    ],
)
def test_every_format_writes_a_date_with_its_own_zeros(
    date: PartialDate, in_ris: str, in_bibtex: str, in_csl: list[int]
) -> None:
    given = library(article("خبر", date=date))
    edition = given.editions[0]
    assert f"DA  - {in_ris}\r\n" in ris(edition, given) and f"PY  - {in_ris[:4]}\r\n" in ris(edition, given)
    assert f"  date = {{{in_bibtex}}}" in bibtex(edition, given)
    assert json.loads(csl(edition, given))[0]["issued"] == {"date-parts": [in_csl]}


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"source": Source("وكالة"), "authors": ("سلمى", "هدى")}, "«عنوان». سلمى، هدى، وكالة، 8 نوفمبر 2023. ورّاق"),
        ({"source": Source("وكالة")}, "«عنوان». وكالة، 8 نوفمبر 2023. ورّاق"),
        ({"source": Source("سلمى"), "authors": ("سلمى",)}, "«عنوان». سلمى، 8 نوفمبر 2023. ورّاق"),
        ({}, "«عنوان». 8 نوفمبر 2023. ورّاق"),
        ({"date": None}, "«عنوان». ورّاق"),
    ],
)
def test_the_line_names_each_once_and_only_what_is_known(values: dict[str, Any], line: str) -> None:
    given = library(article("خبر", "عنوان", **values), site_url="")
    assert citation(given.editions[0], given) == line


def test_an_english_site_has_english_commas() -> None:
    given = library(article("x", "Title", source=Source("SANA")), site=Site("Warraq", "en"), site_url="")
    assert citation(given.editions[0], given) == "«Title». SANA, 8 November 2023. Warraq"


def test_a_key_has_the_year_and_ascii_only_and_names_undated_articles() -> None:
    given = library(article("خبر"), article("News of-the day!", date=None))
    keys = [re.match(r"@online\{(.*),\n", bibtex(edition, given)) for edition in given.editions]
    assert [key and key[1] for key in keys] == ["2023-41b44fb5", "undated-News-of-the-day"]


def test_authors_are_credited_in_every_format_else_the_source() -> None:
    for values, names in (
        ({"authors": ("سلمى", "هدى"), "source": Source("وكالة")}, ["سلمى", "هدى"]),
        ({"source": Source("وكالة")}, ["وكالة"]),
    ):
        given = library(article("خبر", **values))
        edition = given.editions[0]
        assert [line[6:] for line in ris(edition, given).split("\r\n") if line.startswith("AU")] == names
        assert f"author = {{{' and '.join(f'{{{name}}}' for name in names)}}}" in bibtex(edition, given)
        assert [each["literal"] for each in json.loads(csl(edition, given))[0]["author"]] == names
