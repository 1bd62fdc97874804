"""The archive as data says what the pages say, no more, and leads from an address at the source to the article."""

from __future__ import annotations

import csv
import gzip
import io
import json

import pytest
from playwright.sync_api import Page

from conftest import serving
from desk.test_rights import article
from project import Project
from warraq.archive.address_key import address_key

URLS = (
    "https://www.x.example/a/?utm_source=b&id=3#top",
    "http://X.example/خبر/1/",
    "x.example",
    "https://x.example/a?id=1&gclid=7&z=?",
    "https://x.example/",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project.empty(tmp_path_factory.mktemp("data"))
    article(
        project, "one", source="{name: وكالة, url: 'https://www.x.example/news/1/?utm_source=y'}", title="=HYPERLINK(1)"
    )
    article(project, "two", source="{name: وكالة, rights: excerpt 3, url: https://x.example/2}")
    done = project.build()
    assert done.returncode == 0, done.stdout
    return project


def test_json_lines_have_the_text_and_a_table_has_none(built: Project) -> None:
    lines = gzip.decompress((built.output / "data" / "articles.jsonl.gz").read_bytes()).decode().splitlines()
    rows = {row["address"]: row for row in map(json.loads, lines)}
    assert rows["articles/one/"]["text"].startswith("وقف الحمام على سور المدينة")
    assert rows["articles/two/"]["text"] == "وقف الحمام على …"
    assert rows["articles/two/"]["rights"] == "excerpt 3"
    table = list(csv.DictReader(io.StringIO((built.output / "data" / "articles.csv").read_text("utf-8-sig"))))
    assert [row["address"] for row in table] == list(rows) and "text" not in table[0]
    assert {row["title"] for row in table} >= {"'=HYPERLINK(1)"}


def test_every_field_of_every_file_is_described(built: Project) -> None:
    page = (built.output / "data" / "index.html").read_text("utf-8")
    for name in ("articles.csv", "articles.jsonl.gz", "concepts.csv"):
        packed = name.endswith(".gz")
        data = (built.output / "data" / name).read_bytes()
        first = (gzip.decompress(data) if packed else data).decode("utf-8-sig").splitlines()[0]
        fields = json.loads(first) if packed else first.split(",")
        assert [f for f in fields if f"<code>{f}</code>" not in page] == []


def test_an_address_at_the_source_leads_to_its_article(built: Project) -> None:
    index = json.loads((built.output / "data" / "by-url.json").read_text("utf-8"))
    assert index[address_key("http://x.example/news/1#comments")] == "articles/one/"


@pytest.mark.browser
def test_the_data_page_finds_it_and_folds_addresses_as_python_does(built: Project, page: Page) -> None:
    for address in serving(built.output):
        page.goto(f"{address}/data/")
        page.fill("#at-source", "https://x.example/news/1?utm_medium=z")
        page.keyboard.press("Enter")
        page.wait_for_selector(".lookup output a")
        assert page.eval_on_selector(".lookup output a", "a => a.href") == f"{address}/articles/one/"
        page.fill("#at-source", "https://x.example/none")
        page.keyboard.press("Enter")
        page.wait_for_function("document.querySelector('.lookup output').textContent.startsWith('لا مادة')")
        script = page.evaluate(
            "urls => import(document.querySelector('script[src*=lookup]').src).then(m => urls.map(m.sameAddress))",
            list(URLS),
        )
        assert script == [address_key(url) for url in URLS]
