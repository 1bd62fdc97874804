"""The files of /data/ hold what pages show, and no spreadsheet runs what stands in them."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from pages.libraries import library as of_editions
from pages.libraries import made
from publish.making import article, library
from warraq.archive.article import Annotation, Source
from warraq.archive.concept import Concept, Scheme, Vocabulary
from warraq.pages.data import ARTICLE_FIELDS, CONCEPT_FIELDS, DataPage, article_row, by_url, csv_cell, data
from warraq.pages.facts import facts_of
from warraq.pages.page import File


def files(*titles: str) -> dict[str, bytes]:
    given = library(
        *(article(f"خبر-{n}", title, source=Source('=cmd|"x"'), tags=("A", "ماء")) for n, title in enumerate(titles)),
        vocabulary={"A": "شيء", "B": "غيره"},
    )
    return {file.address: file.data for file in data(given) if isinstance(file, File)}


def rows(text: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))


def test_csv_and_json_lines_say_the_same_of_every_article() -> None:
    found = files("أول", 'ثانٍ، "باقتباس"\nوسطرين')
    table = rows(found["data/articles.csv"])
    lines = [json.loads(line) for line in found["data/articles.jsonl"].decode().splitlines()]
    assert [row["title"] for row in table] == [line["title"] for line in lines] == ["أول", 'ثانٍ، "باقتباس"\nوسطرين']
    assert list(table[0]) == list(ARTICLE_FIELDS)
    # The whole text stands in the lines for programs only: a cell of a spreadsheet holds no article.
    assert list(lines[0]) == [*ARTICLE_FIELDS, "text"]
    assert table[0]["tags"] == "A; ماء"


def test_csv_begins_with_the_mark_that_spreadsheets_need() -> None:
    assert files("أول")["data/articles.csv"].startswith(b"\xef\xbb\xbf")


def test_no_cell_is_a_formula() -> None:
    table = rows(files("=1+1", "+2", "-3", "@x")["data/articles.csv"])
    assert [row["title"] for row in table] == ["'=1+1", "'+2", "'-3", "'@x"]
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in table for cell in row.values())


def test_every_concept_is_listed_with_the_number_of_its_articles() -> None:
    table = rows(files("أول", "ثانٍ")["data/concepts.csv"])
    assert list(table[0]) == list(CONCEPT_FIELDS)
    assert {row["id"]: row["articles"] for row in table} == {"A": "2", "B": "0"}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("=1", "'=1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("x=1", "x=1"),
        ("", ""),
        (-4.5, "-4.5"),
        (0, "0"),
        (True, "true"),
        (False, "false"),
        (["أ", "ب"], "أ; ب"),
        (["=أ", "ب"], "'=أ; ب"),
        ([], ""),
    ],
)
def test_a_cell_is_text_or_a_number_never_a_formula(value: object, text: str) -> None:
    assert csv_cell(value) == text


def test_a_row_says_what_the_page_says() -> None:
    note = Annotation("بوتين", "شرح")
    source = Source("وكالة", "https://source.test/1", rights="full")
    done = made(note, tags=("Astana", "حر"), authors=("سلمى",), summary="خلاصة", source=source, original="x.txt")
    assert done.record is not None
    assert article_row(facts_of(done, "")) == {
        "address": "articles/x/",
        "title": "عنوان الخبر",
        "language": "ar",
        "date": "2023-11-08",
        "date_inferred": False,
        "source": "وكالة",
        "source_url": "https://source.test/1",
        "rights": "full",
        "authors": ["سلمى"],
        "tags": ["Astana", "حر"],
        "mentions": ["SCO", "Russia", "Astana"],
        "summary": "خلاصة",
        "original": "x.txt",
        "original_sha256": done.record.original.sha256,
        "repairs": 3,
    }


def test_the_text_of_the_lines_for_programs_is_the_text_below_the_title() -> None:
    done = made()
    found = {file.address: file.data for file in data(of_editions(done)) if isinstance(file, File)}
    [line] = found["data/articles.jsonl"].decode().splitlines()
    assert done.text == f"عنوان الخبر\n{json.loads(line)['text']}"


def test_words_that_their_author_struck_out_are_told_to_programs() -> None:
    done = made(body="حضر <s>12 &amp; *13*</s> 15 قارئا.\n\n<s>انتهى العمل</s>")
    found = {file.address: file.data for file in data(of_editions(done)) if isinstance(file, File)}
    said = json.loads(found["data/articles.jsonl"])
    assert said["struck"] == ["12 & 13", "انتهى العمل"]
    assert said["text"] == "حضر 12 & 13 15 قارئا.\nانتهى العمل"


def test_an_article_is_found_by_each_of_its_urls_and_of_two_articles_the_later_counts() -> None:
    given = library(
        article("أ", source=Source("وكالة", "https://www.b.test/2/#x", archived_url="https://kept.test/2")),
        article("ب", source=Source("وكالة", "http://a.test/1?utm_source=y")),
        article("ت", source=Source("وكالة", "https://b.test/2")),
        article("ث", source=Source("وكالة")),
    )
    found = list(by_url(given))
    assert found == [("a.test/1", "articles/ب/"), ("b.test/2", "articles/ت/"), ("kept.test/2", "articles/أ/")]


def test_a_concept_has_its_coordinates_in_order_and_an_address_where_it_has_articles() -> None:
    given = library(article("أ", tags=("A",)))
    known = {
        "A": Concept("A", Scheme.PLACE, {"ar": "مكان", "en": "Place"}, broader=("B",), coordinates=(51.5, -0.1)),
        "B": Concept("B", Scheme.PLACE, {"ar": "قارة"}, wikidata="Q46"),
    }
    given = replace(given, archive=replace(given.archive, vocabulary=Vocabulary(known)))
    found = {file.address: file.data for file in data(given) if isinstance(file, File)}
    first, second = rows(found["data/concepts.csv"])
    assert first == {
        "id": "A",
        "address": "concepts/a/",
        "scheme": "place",
        "label_ar": "مكان",
        "label_en": "Place",
        "broader": "B",
        "wikidata": "",
        "latitude": "51.5",
        "longitude": "-0.1",
        "articles": "1",
    }
    assert (second["address"], second["latitude"], second["articles"], second["wikidata"]) == ("", "", "0", "Q46")


def test_the_page_gives_the_size_of_every_file() -> None:
    *files, page = data(library(article()))
    assert isinstance(page, DataPage)
    sizes = {file.address: len(file.data) for file in files if isinstance(file, File)}
    named = dict(file for table in page.tables for file in table.files)
    assert named == {address: size for address, size in sizes.items() if address != page.by_url}
    assert [[name for name, _ in table.last] for table in page.tables] == [["text", "struck"], []]
