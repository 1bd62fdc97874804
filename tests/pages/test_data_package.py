"""The data are described for programs: which files, with which fields, how large, under which rights; and sizes in words that people know."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from publish.making import SITE, article, library
from warraq.archive.article import Source
from warraq.archive.partial_date import PartialDate
from warraq.archive.reading_vocabulary import read_site
from warraq.language.sizes import SMALL, rounded_size, size, size_in_words
from warraq.pages import pages
from warraq.pages.data_package import coverage, package_name
from warraq.pages.data_page import DataPage
from warraq.pages.page import File, FileFacts, Library, OfFiles


def made(given: Library) -> tuple[dict[str, Any], DataPage, dict[str, bytes]]:
    """Give the package, the page and the files of the data."""
    every = {each.address: each for each in pages(given) if each.address.startswith("data/")}
    files = {address: each.data for address, each in every.items() if isinstance(each, File)}
    page = every["data/"]
    assert isinstance(page, DataPage)
    return json.loads(files["data/datapackage.json"]), page, files


GIVEN = library(
    article("أ", date=PartialDate(2024, 3), source=Source("وكالة")),
    article("ب", date=PartialDate(1998), source=Source("Agency"), lang="en"),
    article("ت", date=None, source=Source("وكالة")),
    vocabulary={"A": "شيء"},
)


def test_the_package_states_size_hash_and_fields_of_every_file() -> None:
    package, _, files = made(GIVEN)
    assert {each["path"] for each in package["resources"]} == {address.removeprefix("data/") for address in files} - {
        "datapackage.json",
        "facets.json.gz",
        "citations.json",
    }
    assert len({each["name"] for each in package["resources"]}) == len(package["resources"])
    for each in package["resources"]:
        data = files[f"data/{each['path']}"]
        assert (each["bytes"], each["hash"]) == (len(data), f"sha256:{sha256(data).hexdigest()}")
        if "schema" in each and each["format"] == "csv":
            head = data.decode("utf-8-sig").partition("\r\n")[0].split(",")
            assert [field["name"] for field in each["schema"]["fields"]] == head


def test_days_are_strings_and_lists_are_lists_where_the_format_has_any() -> None:
    package, *_ = made(GIVEN)
    types = {
        each["name"]: {field["name"]: field["type"] for field in each["schema"]["fields"]}
        for each in package["resources"]
        if "schema" in each
    }
    assert types.keys() == {"articles", "articles-text", "concepts"}
    for name in ("articles", "articles-text"):
        assert (types[name]["date"], types[name]["version_day"]) == ("string", "string")
        assert (types[name]["date_inferred"], types[name]["repairs"]) == ("boolean", "integer")
    assert (types["articles"]["authors"], types["articles-text"]["authors"]) == ("string", "array")


def test_the_package_names_the_sources_and_a_licence_of_our_own_work_only_where_one_is_stated() -> None:
    package, page, _ = made(GIVEN)
    assert package["sources"] == [{"title": "Agency"}, {"title": "وكالة"}]
    assert package["licenses"][0].keys() == {"path", "title"}
    assert package["licenses"][0]["path"] == page.jsonld["license"] == "https://archive.example/warraq/data/#rights"
    site = replace(GIVEN.archive, site=replace(SITE, license="CC-BY-4.0"))
    package, page, _ = made(replace(GIVEN, archive=site))
    assert package["licenses"][0]["name"] == "CC-BY-4.0" == page.licence
    assert package["licenses"][0]["path"] == page.jsonld["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_the_page_is_a_dataset_of_schema_org() -> None:
    _, page, files = made(GIVEN)
    said: Any = page.jsonld
    assert (said["@type"], said["temporalCoverage"], said["inLanguage"]) == ("Dataset", "1998/2024-03", ["ar", "en"])
    assert len(said["description"]) > 50  # search engines for data ask for it
    [table] = [each for each in said["distribution"] if each["name"] == "articles.csv"]
    assert len(files["data/articles.csv"]) < SMALL  # so that its size is not said
    [rules] = [each for each in said["distribution"] if each["name"] == "rules.jsonld"]
    assert rules["contentSize"] == size_in_words(rounded_size(len(files["data/rules.jsonld"])), "ar")
    assert table == {
        "@type": "DataDownload",
        "name": "articles.csv",
        "contentUrl": "https://archive.example/warraq/data/articles.csv",
        "encodingFormat": "text/csv",
    }
    nowhere: Any = made(replace(GIVEN, site_url=""))[1].jsonld
    assert not {"url", "license", "distribution"} & nowhere.keys()


def test_without_dates_nothing_is_said_of_a_time() -> None:
    assert coverage(library(article("أ", date=None)).articles) == ""
    assert "temporalCoverage" not in made(library())[1].jsonld


@pytest.mark.parametrize(
    ("site_url", "name"),
    [
        ("https://Archive.example/warraq", "archive.example-warraq"),
        ("https://xn--mgbaam7a8h/أرشيف", "xn--mgbaam7a8h"),
        ("", "archive"),
    ],
)
def test_a_package_has_a_name_of_the_letters_that_one_may_have(site_url: str, name: str) -> None:
    assert package_name(site_url.rstrip("/")) == name


def test_of_a_file_that_could_not_be_made_nothing_is_said() -> None:
    described = [each for each in _data(GIVEN) if isinstance(each, OfFiles)]
    facts = {"data/concepts.csv": FileFacts(1_234_567, "00")}
    package, page = (each.make(facts) for each in described)
    assert isinstance(package, File) and isinstance(page, DataPage)
    assert [each["path"] for each in json.loads(package.data)["resources"]] == ["concepts.csv"]
    assert page.sizes == {"data/concepts.csv": 1_200_000} and page.others == ()


def _data(given: Library) -> list[object]:
    from warraq.pages.data import data

    return list(data(given))


@pytest.mark.parametrize(
    ("number", "arabic", "english"),
    [
        (0, "0.1 كيلوبايت", "0.1 kilobytes"),
        (999, "1 كيلوبايت", "1 kilobyte"),
        (2_000, "2 كيلوبايت", "2 kilobytes"),
        (9_951, "10 كيلوبايت", "10 kilobytes"),
        (999_499, "999 كيلوبايت", "999 kilobytes"),
        (999_500, "1 ميغابايت", "1 megabyte"),
        (4_067_958, "4.1 ميغابايت", "4.1 megabytes"),
        (1_234_567_890, "1.2 غيغابايت", "1.2 gigabytes"),
    ],
)
def test_a_size_is_said_in_words_that_people_know(number: int, arabic: str, english: str) -> None:
    assert (size_in_words(number, "ar"), size(number).text("en")) == (arabic, english)


@pytest.mark.parametrize(
    ("number", "rounded"),
    [
        (0, 0),
        (9_999, 0),
        (10_000, 10_000),
        (14_949, 15_000),
        (22_400, 20_000),
        (22_500, 25_000),
        (54_000, 50_000),
        (96_000, 100_000),
        (4_067_958, 4_000_000),
    ],
)
def test_a_rounded_size_is_near_and_seldom_another(number: int, rounded: int) -> None:
    assert rounded_size(number) == rounded
    assert abs(rounded - number) <= number * 0.125 or number < SMALL


@pytest.mark.parametrize("value", ["CC-BY-4.0", "CC0-1.0", "https://example.test/licence"])
def test_a_licence_is_known_by_its_name_or_its_address(value: str) -> None:
    site, problems = read_site("content/site.yaml", f"name: س\nlicense: {value}\n".encode())
    assert site and not problems and site.license == value


def test_a_licence_that_is_neither_is_told_with_those_that_are_known() -> None:
    _, [problem] = read_site("content/site.yaml", "name: س\nlicense: مفتوحة\n".encode())
    assert problem.field == "license" and problem.what.text() == "“مفتوحة” is no licence that is known here."
    assert "CC-BY-4.0" in problem.todo.text()
