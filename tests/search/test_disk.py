"""The search of a site that is opened from a disk: no page fetches a file, and all is found."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest

from project import Project
from search.library import HOLDINGS, NAMES
from warraq.pages.page import File
from warraq.pages.search import from_disk, with_scripts
from warraq.pages.search.disk import page_script
from warraq.pages.search.index import build
from warraq.pages.search.modules import browser_modules, sources


def test_a_file_of_the_index_is_a_script_that_hands_it_over_and_no_other_file_is_another() -> None:
    for file in build(HOLDINGS, NAMES):
        given = from_disk(file)
        assert given.address == file.address
        called = given.data.decode().removeprefix("warraqIndex(").removesuffix(");\n")
        path, data = json.loads(f"[{called}]")
        assert (f"search/index/{path}", b64decode(data)) == (file.address, file.data)
    assert from_disk(File("index.html", b"x")) == File("index.html", b"x")


def test_what_cites_an_article_has_a_script_beside_it_that_hands_it_over() -> None:
    files = [File("articles/x/cite.bib", "@article{س}".encode()), File("articles/x/cite.json", b"[]")]
    [bib, script, other] = with_scripts(files)
    assert [bib, other] == files
    assert isinstance(script, File)
    assert script.address == "articles/x/cite.bib.js"
    called = script.data.decode().removeprefix("warraqIndex(").removesuffix(");\n")
    assert b64decode(json.loads(f"[{called}]")[1]) == files[0].data


def test_the_script_of_the_page_has_each_module_once_and_behind_those_that_it_needs() -> None:
    script = page_script()
    assert "import(" not in script and "import.meta" not in script and "\nexport " not in script
    [page] = [from_disk(file) for file in browser_modules() if file.address == "search/page.js"]
    assert page.data.decode() == script
    begun = [
        line.split('"')[1] for line in script.splitlines() if line.endswith("= (() => {") and line.startswith("parts")
    ]
    assert len(begun) == len(set(begun)) and begun[-1] == "page.js"
    assert set(sources()) - set(begun) == {"box.js", "marks.js"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = Project.of_site(tmp_path_factory.mktemp("disk"))
    built = project.build("--extra-settings", "FROM_DISK=true")
    assert built.returncode == 0, built.stdout
    return project.output


@pytest.mark.browser
def test_a_site_on_a_disk_is_searched_from_any_of_its_pages(page: Any, folder: Path) -> None:
    page.goto((folder / "index.html").as_uri())
    page.locator("input[name=q]").first.fill("المياه")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-results] h2 a")
    assert "/search/index.html?q=" in page.url
    page.locator("input[type=search]").fill("مجلس")
    page.wait_for_function("() => decodeURIComponent(location.search).includes('مجلس')")
    page.wait_for_selector("[data-results] mark")
    page.locator("[data-results] h2 a").first.click()
    page.wait_for_selector("#title")
    assert unquote(page.url).split("#")[0].split("?")[0].endswith("/index.html")
    page.locator("input[name=like] + button").click()
    page.wait_for_selector("[data-chips] a")
    page.goto(f"{(folder / 'search' / 'index.html').as_uri()}?q={quote('المياه')}&view=lines")
    page.wait_for_selector("[data-lines] mark, [data-lines] a")


@pytest.mark.browser
@pytest.mark.parametrize("ending", ["bib", "ris"])
def test_results_of_a_site_on_a_disk_are_saved_for_reference_managers(page: Any, folder: Path, ending: str) -> None:
    page.goto(f"{(folder / 'search' / 'index.html').as_uri()}?q={quote('المياه')}")
    page.wait_for_selector("[data-results] h2 a")
    count = page.locator("[data-results] h2 a").count()
    page.locator("[data-save] summary").click()
    with page.expect_download() as download:
        page.locator(f"[data-format={ending}]").click()
    saved = Path(download.value.path()).read_text("utf-8")
    assert len(re.findall(r"^(?:@\w+\{|TY  -)", saved, re.MULTILINE)) == count
    kept = list(folder.glob(f"articles/*/cite.{ending}.js"))
    assert kept
    try:
        for script in kept:
            script.rename(script.with_suffix(".gone"))
        page.locator(f"[data-format={ending}]").click()
        page.wait_for_function("() => /تعذّرت|تعذر/.test(document.querySelector('[data-saved]').textContent)")
    finally:
        for script in kept:
            script.with_suffix(".gone").rename(script)
