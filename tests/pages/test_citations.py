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
from warraq.edition.edition import Edition
from warraq.pages import citations
from warraq.pages.article_facts import date_is_inferred
from warraq.pages.citations.line import citation
from warraq.pages.citations.reference import Reference, reference, version_of_text
from warraq.pages.jsonld import news_article
from warraq.pages.permanent import permanent_page
from warraq.pages.rights import WholeLibrary

HOSTILE = 'قال {أ} \\ "ب" 10% & #1_x ~ ^ $5\nER  - تزوير'


def cited(edition: Edition, given: WholeLibrary) -> Reference:
    return reference(edition.article, given, inferred=date_is_inferred(edition), version=version_of_text(edition))


def bibtex(edition: Edition, given: WholeLibrary) -> str:
    return citations.bibtex(cited(edition, given))


def ris(edition: Edition, given: WholeLibrary) -> str:
    return citations.ris(cited(edition, given))


def csl(edition: Edition, given: WholeLibrary) -> str:
    return citations.csl(cited(edition, given))


def test_the_line_names_title_source_date_archive_and_address() -> None:
    given = library(article("خبر", "عنوان", source=Source("وكالة"), authors=("سلمى",)))
    assert citation(given.editions[0], given) == (
        "«عنوان». سلمى، وكالة، 8 نوفمبر 2023. ورّاق. https://archive.example/warraq/a/mz97j2s2/. sha256:7eda827bd4f13e89"
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
    assert text.count("\n") == 11
    assert r"10\% \& \#1\_x \textasciitilde{} \textasciicircum{} \$5" in text
    assert re.match(r"@article\{mz97j2s2,\n", text)


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
    assert citation(given.editions[0], given).partition(". sha256:")[0] == line


def test_an_english_site_has_english_commas() -> None:
    given = library(article("x", "Title", source=Source("SANA")), site=Site("Warraq", "en"), site_url="")
    assert citation(given.editions[0], given).startswith("«Title». SANA, 8 November 2023. Warraq. sha256:")


def test_a_key_is_the_permanent_id_so_that_a_corrected_date_breaks_no_document() -> None:
    undated = article("خبر", date=None)
    given = library(article("خبر"), site_url="")
    other = library(undated, site_url="")
    keys = [re.match(r"@article\{(.*),\n", bibtex(each.editions[0], each)) for each in (given, other)]
    assert [key and key[1] for key in keys] == ["mz97j2s2", "mz97j2s2"]


@pytest.mark.parametrize("name", ["سلمى", "عبد الله بن أبي بكر", "آل سعود", "Barnes and Noble", "فريق {التحرير}"])
def test_a_name_is_literal_and_its_source_is_its_newspaper_and_no_author(name: str) -> None:
    given = library(article("خبر", authors=(name, "هدى"), source=Source("وكالة")))
    edition = given.editions[0]
    assert [line[6:] for line in ris(edition, given).split("\r\n") if line[:2] in ("AU", "T2")] == [
        name,
        "هدى",
        "وكالة",
    ]
    written = name.replace("{", r"\textbraceleft{}").replace("التحرير}", r"التحرير\textbraceright{}")
    assert f"  author = {{{{{written}}} and {{هدى}}}},\n  journal = {{وكالة}},\n" in bibtex(edition, given)
    [item] = json.loads(csl(edition, given))
    assert (item["author"], item["container-title"]) == ([{"literal": name}, {"literal": "هدى"}], "وكالة")


def test_what_has_a_source_only_has_no_author() -> None:
    given = library(article("خبر", source=Source("وكالة", via=("رويترز",))))
    edition = given.editions[0]
    assert "author" not in bibtex(edition, given) and "AU  -" not in ris(edition, given)
    assert "author" not in json.loads(csl(edition, given))[0]


def test_what_no_field_has_stands_in_the_note_and_identifiers_in_their_own() -> None:
    source = Source("وكالة", "https://source.test/a_b?x=1&y=%20", archived_url="https://kept.test/1")
    given = library(article("خبر", source=source, doi="10.1234/a{b}", ark="ark:12345/x8"))
    edition = given.editions[0]
    note = json.loads(csl(edition, given))[0]["note"]
    assert note.startswith(
        "عند المصدر: https://source.test/a_b?x=1&y=%20 . نسخة محفوظة منه: https://kept.test/1 . ARK: https://n2t.net/ark:12345/x8 ."
    )
    assert f"N1  - {note}\r\n" in ris(edition, given) and "DO  - 10.1234/a{b}\r\n" in ris(edition, given)
    assert "doi = {10.1234/a%7Bb%7D}" in bibtex(edition, given) and r"a\_b?x=1\&y=\%20" in bibtex(edition, given)
    assert json.loads(csl(edition, given))[0]["DOI"] == "10.1234/a{b}"
    line = citation(edition, given)
    assert ". https://doi.org/10.1234/a%7Bb%7D. https://n2t.net/ark:12345/x8. sha256:" in line
    assert [each["propertyID"] for each in news_article(edition, given)["identifier"]] == ["DOI", "ARK"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("lang", "said", "line"),
    [
        ("ar", "التاريخ مستنتج. بواسطة: تاس. عند المصدر: https://a.test/1 . أُخذ من المصدر: 2 يناير 2024. ", "، 8 نوفمبر 2023. "),
        ("en", "The date was inferred. Via: تاس. At the source: https://a.test/1 . Taken from the source: 2 January 2024. ", ", 8 November 2023. "),
        ("fa", "تاریخ استنباط شده است. به نقل از: تاس. در منبع: https://a.test/1 . برداشته از منبع: 2 ژانویه 2024. ", "، 8 نوامبر 2023. "),
        ("he", "التاريخ مستنتج. بواسطة: تاس. عند المصدر: https://a.test/1 . أُخذ من المصدر: 2 يناير 2024. ", "، 8 نوفمبر 2023. "),
    ],
)  # fmt: skip
def test_an_article_is_cited_in_its_own_language_with_what_is_known_of_its_way(lang: str, said: str, line: str) -> None:
    source = Source("وكالة", "https://a.test/1", ("تاس",), retrieved=PartialDate(2024, 1, 2))
    given = library(article("خبر", lang=lang, source=source))
    edition = given.editions[0]
    item = reference(edition.article, given, inferred=True, version="sha256:0")
    assert item["note"] == f"{said}sha256:0"
    assert f"  note = {{{said}sha256:0}}\n" in citations.bibtex(item)
    assert f"N1  - {said}sha256:0\r\n" in citations.ris(item)
    assert line in citation(edition, given)


@pytest.mark.parametrize(
    ("lang", "link"),
    [("en", ">To the article<"), ("fa", ">به مطلب<"), ("ar", ">إلى المادة<"), ("he", " lang=ar>إلى المادة<")],
)
def test_the_page_of_a_permanent_address_speaks_the_articles_language(lang: str, link: str) -> None:
    given = library(article("خبر", lang=lang))
    page = permanent_page(given.editions[0].article, given).data.decode()
    assert f"<a href=.{link}/a>" in page and f"<html lang={lang}>" in page


def test_in_english_whatever_is_cited_has_english_words_around_it() -> None:
    given = library(article("خبر", lang="ar"), site=Site("Warraq", "en"))
    assert reference(given.editions[0].article, given, inferred=True)["note"] == "The date was inferred."
