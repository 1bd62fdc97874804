"""
Programs that read the data: the examples of the data page run as they stand, and each program holds every article, its day as a string.

The programs are heavy, so `python3 tasks.py audit` runs them; the examples of Python alone run in every test.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]  # no types are published
import pytest
from lxml.html import fromstring

from consumers import pypi
from consumers.conftest import IN_AUDIT, ReadSite
from consumers.npm import absent
from warraq.pages.data_examples import EXAMPLES

FOLDER = Path(__file__).parent / "data_readers"
UTF_8 = ("--infilter=CSV:44,34,76,1",)
"""Without a window LibreOffice does not look for the mark at the beginning, and takes the file for windows-1252."""
heavy = pytest.mark.skipif(IN_AUDIT not in os.environ, reason="`python3 tasks.py audit` runs it")
PROGRAMS = [program for program in EXAMPLES if program not in ("Python", "Frictionless")]


def expected(site: ReadSite) -> list[tuple[str, str, str]]:
    """Give day, title and text of every article, sorted."""
    return sorted((str(each.article.date or ""), each.article.title, "\n".join(each.lines)) for each in site.articles)


def shown(site: ReadSite) -> dict[str, str]:
    """Give the examples as the page shows them."""
    page: Any = fromstring((site.output / "data/index.html").read_bytes())
    return {
        example.findtext("summary/bdi"): example.find("pre/code").text_content()
        for example in page.xpath("//details[pre]")
    }


def held(program: str, site: ReadSite, code: str) -> dict[str, Any]:
    """Run an example where the files are; give what the program then holds."""
    try:
        said = pypi.ran(FOLDER, "run.py", program, str(site.output / "data"), said=code, HF_HOME=str(pypi.KEPT / "hf"))
    except pypi.NoPackagesError as error:
        absent(error)
    return dict(json.loads(said.splitlines()[-1]))


def test_the_page_shows_the_examples_that_are_run(read_site: ReadSite) -> None:
    assert shown(read_site) == EXAMPLES


def test_python_alone_reads_every_article(read_site: ReadSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(read_site.output / "data")
    names: dict[str, Any] = {}
    exec(shown(read_site)["Python"], names)
    assert sorted((row["date"], row["title"], row["text"]) for row in names["rows"]) == expected(read_site)


@heavy
@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_holds_every_article_and_its_day_as_it_stands(read_site: ReadSite, program: str) -> None:
    found = held(program, read_site, shown(read_site)[program])
    days = [day for day, _, _ in expected(read_site)]
    if program == "DuckDB":  # its example asks for some of the fields
        assert [row["date"] for row in found["articles"]] == sorted(days, reverse=True)
    else:
        said = sorted((row["date"], row["title"], row["text"]) for row in found["articles"])
        assert said == expected(read_site)
        assert all(isinstance(row["tags"], list) for row in found["articles"])
    if found["table"] is not None:
        assert sorted(row["date"] or "" for row in found["table"]) == days


@heavy
def test_frictionless_finds_the_package_valid(read_site: ReadSite) -> None:
    try:
        python = pypi.python_of(FOLDER)
    except pypi.NoPackagesError as error:
        absent(error)
    command = [str(python.with_name("frictionless")), *shown(read_site)["Frictionless"].split()[1:], "--json"]
    done = subprocess.run(command, cwd=read_site.output / "data", capture_output=True, text=True, check=False)
    said = json.loads(done.stdout)
    assert done.returncode == 0, done.stdout
    assert said["valid"] and said["stats"]["errors"] == 0
    tables = {task["name"]: task["stats"] for task in said["tasks"]}
    assert tables["articles"]["rows"] == tables["articles-text"]["rows"] == len(read_site.articles)
    assert all(stats["errors"] == stats["warnings"] == 0 for stats in tables.values())


@heavy
def test_pyld_expands_the_dataset_of_schema_org(read_site: ReadSite) -> None:
    page = (read_site.output / "data/index.html").read_text("utf-8")
    [script] = re.findall(r'<script type="?application/ld\+json"?>(.*?)</script>', page, re.DOTALL)
    try:
        [node] = json.loads(pypi.ran(FOLDER, "expand.py", said=unescape(script)))
    except pypi.NoPackagesError as error:
        absent(error)
    schema = "https://schema.org/"
    assert node["@type"] == [f"{schema}Dataset"]
    for name in ("name", "description", "license", "temporalCoverage", "inLanguage", "url", "creator"):
        assert node[f"{schema}{name}"], name
    files = {each[f"{schema}contentUrl"][0]["@value"] for each in node[f"{schema}distribution"]}
    assert all((read_site.output / file.removeprefix(f"{read_site.url}/")).is_file() for file in files)


@heavy
def test_libreoffice_opens_the_tables_with_their_letters_and_no_formula(read_site: ReadSite, tmp_path: Path) -> None:
    if not (office := shutil.which("soffice")):
        absent("LibreOffice is not installed")
    command = [
        office,
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        *UTF_8,
        "--convert-to",
        "xlsx",
    ]
    csv = read_site.output / "data/articles.csv"
    subprocess.run([*command, "--outdir", str(tmp_path), str(csv)], check=True, capture_output=True)
    sheet = openpyxl.load_workbook(tmp_path / "articles.xlsx").active
    assert sheet is not None
    head, *rows = ([cell.value for cell in row] for row in sheet.iter_rows())
    title = head.index("title")
    assert sorted(str(row[title]).removeprefix("'") for row in rows) == sorted(t for _, t, _ in expected(read_site))
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
