"""A site with `digits:` writes every number of its own in them, on every page; texts, names of Latin letters, addresses and code keep theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # no types are published

from conftest import serving
from project import Project
from theme.visiting import CANAL, MARKET, visit
from warraq.arabic.numerals import in_digits
from warraq.pages.numbers import LATIN, WORD

DAY = re.compile(r"(?P<key>\b(?:date|retrieved|added): *)\d[\d-]*|\d|^ *coordinates:.*", re.MULTILINE)
"""Whatever has a digit in the archive of tests/site; what the keys of days have is kept."""
KEPT = "48"
"""Stands in the text of an article."""
NOT_OURS = ("script", "style", "code", "pre", "q", "cite")
WITH_NUMBERS = (
    "",
    CANAL,
    f"{MARKET}compare/",
    "2024/",
    "2024/03/",
    "concepts/",
    "concepts/palm-oasis/",
    "corrections/",
    "data/",
    "method/",
    "search/",
    "sources/صحيفة-الواحة/",
    "articles/خبر-سحب/",
    "articles/أقدم-ما-في-الأرشيف/versions/",
)
"""Pages of each kind that has a number."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the archive of tests/site without a digit in its words, with Arabic digits and two calendars."""
    project = Project.of_site(tmp_path_factory.mktemp("digits"))
    for file in (
        *project.content.rglob("*.md"),
        *project.content.rglob("*.yaml"),
        *project.content.glob("originals/*"),
    ):
        text = file.read_text("utf-8")
        file.write_text(DAY.sub(lambda m: m[0] if m["key"] else "" if ":" in m[0] else "x", text), "utf-8")
    canal = project.content / "articles/canal.md"
    canal.write_text(canal.read_text("utf-8").replace("من الأهالي.\n", f"من {KEPT} قرية.\n"), "utf-8")
    project.write("site.yaml", "name: ورقة\nlanguage: ar\ndigits: arab\ncalendars: [gregory, umalqura]\n")
    built = project.build(SITEURL="https://archive.example")
    assert built.returncode == 0, built.stdout
    return project.output


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    yield from serving(site)


def read(page: Path) -> Any:
    """Read a page as a tree."""
    return html.fromstring(page.read_text("utf-8"))


def texts(page: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield what readers see of a page, each with the names of the elements around it."""
    for element in read(page).iter():
        if isinstance(element.tag, str):
            around = [f"{each.tag}.{each.get('class') or ''}" for each in (element, *element.iterancestors())]
            seen = (element.text, *(element.get(name) for name in ("aria-label", "title", "placeholder", "data-label")))
            yield from ((text, around) for text in seen if text)
            if element.tail:
                yield element.tail, around[1:]


def is_ours(around: list[str]) -> bool:
    """Tell whether the site says it, not an article and no code."""
    names = [each.partition(".")[0] for each in around]
    return not set(names) & set(NOT_OURS) and "div.body" not in around


def test_no_page_has_a_number_of_the_site_in_other_digits(site: Path) -> None:
    found = [
        (page.relative_to(site).as_posix(), text.strip())
        for page in sorted(site.rglob("*.html"))
        for text, around in texts(page)
        if re.search("[0-9]", " ".join(w for w in WORD.findall(text) if not LATIN.search(w)))
        and is_ours(around)
        and KEPT not in text
    ]
    assert found == []


@pytest.mark.parametrize("address", WITH_NUMBERS)
def test_pages_of_each_kind_have_theirs_in_the_digits_of_the_site(site: Path, address: str) -> None:
    assert any(re.search("[٠-٩]", text) for text, around in texts(site / address / "index.html") if is_ours(around))


def test_texts_and_what_programs_read_keep_theirs(site: Path) -> None:
    page = (site / CANAL / "index.html").read_text("utf-8")
    assert KEPT in "".join(read(site / CANAL / "index.html").xpath("//div[contains(@class, 'body')]//text()"))
    assert 'datetime="2024-03-15"' in page or "datetime=2024-03-15" in page
    assert '"datePublished": "2024-03-15"' in page or '"datePublished":"2024-03-15"' in page
    outside = [file for kind in ("feeds/*", "data/*.json*", "sitemap*", f"{CANAL}cite.*") for file in site.glob(kind)]
    assert len(outside) > 5
    for file in outside:
        if file.suffix != ".gz":
            assert not re.search("[٠-٩]|≈", file.read_text("utf-8")), file


def test_a_citation_for_people_has_the_day_that_the_archive_keeps_in_the_digits_of_the_site(site: Path) -> None:
    [cite] = read(site / CANAL / "index.html").xpath("//cite")
    assert "١٥ مارس ٢٠٢٤" in cite.text_content()
    assert "≈" not in cite.text_content()
    [english] = read(site / "articles/great-canal-opens/index.html").xpath("//cite")
    assert "17 March 2024" in english.text_content()


@pytest.mark.browser
def test_what_scripts_write_has_them_too(page: Any, served: str) -> None:
    page.goto(f"{served}/search/?q=القناة")
    page.locator("[data-facets] .facet span").first.wait_for(state="attached")
    shown = ("[data-status]", "[data-facets]", "[data-results] time >> nth=0")
    said = " ".join(page.locator(each).inner_text() for each in shown)
    assert re.search("[٠-٩]", said)
    assert not re.search("[0-9]", said)
    visit(page, served, "")
    page.locator(".combine summary").click()
    page.locator("[name=year] option").nth(1).wait_for(state="attached")
    years = page.locator("[name=year]").inner_text()
    assert "٢٠٢٤" in years
    assert not re.search("[0-9]", years)
    page.select_option("[name=year]", "0")
    assert re.fullmatch("[٠-٩]+", page.locator(".combine output").inner_text())


@pytest.mark.browser
@pytest.mark.parametrize("address", ["", CANAL, "2024/", f"{MARKET}compare/"])
def test_dates_of_several_calendars_fit_on_a_phone(page: Any, served: str, address: str) -> None:
    visit(page, served, address, width=320)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.browser
def test_printed_pages_are_numbered_in_them(page: Any, served: str) -> None:
    visit(page, served, CANAL)
    printed = PdfDocument(page.pdf(prefer_css_page_size=True))
    feet = [sheet.get_textpage().get_text_bounded().split("\n", 1)[0].split(" / ") for sheet in printed]
    assert len(feet) > 1
    assert {number.strip() for foot in feet for number in foot} == {
        in_digits(str(n + 1), "arab") for n in range(len(feet))
    }
