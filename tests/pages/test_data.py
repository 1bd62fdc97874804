"""The files of /data/ hold what pages show, and no spreadsheet runs what stands in them."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from pages.libraries import library as of_editions
from pages.libraries import made
from publish.making import article, edition, library
from warraq.archive.article import Annotation, Article, Source
from warraq.archive.concept import Concept, Scheme, Vocabulary
from warraq.archive.partial_date import PartialDate
from warraq.edition.edition import Edition
from warraq.language.sizes import rounded_size
from warraq.pages import data as data_module
from warraq.pages import pages
from warraq.pages.data import ARTICLE_FIELDS, CONCEPT_FIELDS, article_row, by_url, csv_cell, data
from warraq.pages.data_page import DataPage
from warraq.pages.facts import facts_of
from warraq.pages.gzipped import gzipped
from warraq.pages.page import File, LargeFile


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
    lines = [json.loads(line) for line in gzip.decompress(found["data/articles.jsonl.gz"]).decode().splitlines()]
    assert [row["title"] for row in table] == [line["title"] for line in lines] == ["أول", 'ثانٍ، "باقتباس"\nوسطرين']
    assert list(table[0]) == list(ARTICLE_FIELDS)
    # The whole text stands in the lines for programs only: a cell of a spreadsheet holds no article.
    assert list(lines[0]) == [*ARTICLE_FIELDS, "text", "struck"]
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
        "version_of": "",
        "version_day": "",
    }


def test_the_text_of_the_lines_for_programs_is_the_text_below_the_title() -> None:
    done = made()
    found = {file.address: file.data for file in data(of_editions(done)) if isinstance(file, File)}
    [line] = gzip.decompress(found["data/articles.jsonl.gz"]).decode().splitlines()
    assert done.text == f"عنوان الخبر\n{json.loads(line)['text']}"


def test_words_that_their_author_struck_out_are_told_to_programs() -> None:
    done = made(body="حضر <s>12 &amp; *13*</s> 15 قارئا.\n\n<s>انتهى العمل</s>")
    found = {file.address: file.data for file in data(of_editions(done)) if isinstance(file, File)}
    said = json.loads(gzip.decompress(found["data/articles.jsonl.gz"]))
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


def test_the_page_gives_the_rows_of_every_file() -> None:
    given = library(article("أ"), article("ب"), vocabulary={"A": "شيء"})
    made = {each.address: each for each in pages(given)}
    page = made["data/"]
    assert isinstance(page, DataPage)
    named = {file.address: file.rows for table in page.tables for file in table.files}
    assert named == {"data/articles.csv": 2, "data/articles.jsonl.gz": 2, "data/concepts.csv": 1}
    others = {file.address for file in page.others}
    assert others == {
        "data/by-url.json",
        "data/citations.json.gz",
        "data/annotations.jsonld",
        "data/rules.jsonld",
    }
    sizes = {address: len(each.data) for address, each in made.items() if isinstance(each, File)}
    assert page.sizes == {address: rounded_size(sizes[address]) for address in (*named, *others)}
    assert [[name for name, _ in table.more] for table in page.tables] == [["text", "struck"], []]


def test_a_large_archive_has_a_file_of_texts_for_each_year(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_module, "MOST_IN_ONE", 3)
    dates = PartialDate(2024, 5), PartialDate(2024), PartialDate(987, 1, 1), None
    given = [article(slug, date=date) for slug, date in zip("أبتث", dates, strict=True)]

    def packed(*given: Article | Edition) -> dict[str, LargeFile]:
        made = (file for file in data(library(*given)) if isinstance(file, LargeFile))
        return {file.address: file for file in made if file.address != "data/by-url.json"}

    assert packed(*given[:3]).keys() == {"data/articles.csv", "data/articles.jsonl.gz"}
    files = packed(*given)
    assert {
        name: [json.loads(line)["address"] for line in gzip.decompress(file.data).splitlines()]
        for name, file in files.items()
        if name != "data/articles.csv"
    } == {
        "data/articles-2024.jsonl.gz": ["articles/أ/", "articles/ب/"],
        "data/articles-0987.jsonl.gz": ["articles/ت/"],
        "data/articles-undated.jsonl.gz": ["articles/ث/"],
    }
    # Another text changes the file that has it; another title the table of all too.
    of_text, of_all = {"data/articles-0987.jsonl.gz"}, {"data/articles-0987.jsonl.gz", "data/articles.csv"}
    for other, expected in (
        (replace(edition(given[2]), text="خبر\nنص"), of_text),
        (replace(given[2], title="آخر"), of_all),
    ):
        now = packed(*given[:2], other, given[3])
        differ = {name for name, file in files.items() if now[name].made_of != file.made_of}
        assert differ == expected
        assert {name for name, file in files.items() if now[name].data != file.data} <= differ


def test_what_is_packed_is_the_same_everywhere_and_no_piece_waits_for_another() -> None:
    asked: list[int] = []

    def pieces() -> Iterator[bytes]:
        for number in range(3):
            asked.append(number)
            yield f"سطر {number}\n".encode()

    made = gzipped(pieces())
    assert asked == [0, 1, 2] and gzip.decompress(made).decode() == "سطر 0\nسطر 1\nسطر 2\n"
    assert made == gzipped(["سطر 0\nسطر 1\nسطر 2\n".encode()])
    assert made[:10] == b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
    assert gzip.decompress(gzipped(())) == b""
