"""The files of /data/ hold what pages show, and no spreadsheet runs what stands in them."""

from __future__ import annotations

import csv
import io
import json

from publish.making import article, library
from warraq.archive.article import Source
from warraq.pages.data import ARTICLE_FIELDS, CONCEPT_FIELDS, data
from warraq.pages.page import File


def files(*titles: str) -> dict[str, bytes]:
    made = library(
        *(article(f"خبر-{n}", title, source=Source('=cmd|"x"'), tags=("A", "ماء")) for n, title in enumerate(titles)),
        vocabulary={"A": "شيء", "B": "غيره"},
    )
    return {made.address: made.data for made in data(made) if isinstance(made, File)}


def rows(text: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))


def test_csv_and_json_lines_say_the_same_of_every_article() -> None:
    made = files("أول", 'ثانٍ، "باقتباس"\nوسطرين')
    table = rows(made["data/articles.csv"])
    lines = [json.loads(line) for line in made["data/articles.jsonl"].decode().splitlines()]
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
