"""Citations are right in every format, whatever stands in a title."""

from __future__ import annotations

import json
import re

from publish.making import article, library
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
