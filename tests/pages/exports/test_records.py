"""A repair is replayed from the site alone, by the lines that the papers show."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from conftest import serving
from pages.libraries import library, made
from project import ROOT, Project
from warraq.archive.archive import Site
from warraq.archive.concept import Vocabulary
from warraq.pages.exports.records import PublicRecord, record_file, record_schema
from warraq.repair import plan
from warraq.repair.readers import read_original

BYTES = "عنوان الخبر\r\n\r\nقال الوزير|  إن القناة القناة طويلة .<br>\r\nوعاد السيد.\r\nالمصدر: صحيفة الواحة\r\n"
"""A damaged text, with the line ends of Windows."""
WITHHELD = "\nwithheld:\n- quote: الوزير\n---\n"
EDITED = {"marked.txt": ("طويلة", "قصيرة 🚢"), "wide.txt": ("\n---\n", WITHHELD)}
ALL = "import runpy, sys\nfor sys.argv in [['', page] for page in sys.argv[1:]]: runpy.run_path('replay.py')"


def script(paper: str) -> str:
    """Give the lines that a paper shows."""
    found = re.search(r"```python\n(# replay\.py.*?)```", (ROOT / "docs" / paper).read_text("utf-8"), re.DOTALL)
    assert found
    return found[1]


def test_both_papers_show_the_same_lines_and_they_are_few() -> None:
    lines = script("publishing.md")
    assert lines == script("publishing.ar.md")
    code = [line for line in lines.splitlines() if line.strip() and not line.startswith(("#", "import", "from"))]
    assert len(code) <= 22


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build an archive that publishes its records; give its output."""
    project = Project.empty(tmp_path_factory.mktemp("records"))
    project.write("site.yaml", "name: أرشيف التجربة\nexports: [records]\n")
    for name, data in {
        "marked.txt": b"\xef\xbb\xbf" + BYTES.encode(),
        "arabic.txt": BYTES.replace("|", "").encode("cp1256"),
        "wide.txt": b"\xff\xfe" + BYTES.encode("utf-16-le"),
        "broken.txt": BYTES.encode().replace(b"\xd8\xa7\xd9\x84\xd9\x88", b"\xd8\xa7\xff\xd9\x84\xd9\x88", 1),
        "page.html": f"<p>{BYTES.replace(chr(13), '')}</p><script>x</script>🚢".encode(),
    }.items():
        project.write(f"originals/{name}", data)
        planned = plan(read_original(name, data), Vocabulary(), set())
        old, new = EDITED.get(name, ("", ""))
        assert old.encode() in planned.article
        stem = name.partition(".")[0]
        text = planned.article.decode().replace(old or "\0", new).replace("\nslug: ", f"\nslug: {stem}-", 1)
        project.write(f"articles/{stem}.md", text)
        project.write(f"records/{stem}.json", planned.record.to_bytes())
    built = project.build()
    assert built.returncode == 0, built.stdout
    return project.output


def replayed(folder: Path, *pages: str) -> tuple[int, str, str]:
    """Run the lines of the papers for pages; give the exit code and what is said."""
    (folder / "replay.py").write_text(script("publishing.md"), "utf-8")
    told = subprocess.run(
        [sys.executable, "-I", "-X", "utf8", "-c", ALL, *pages], cwd=folder, capture_output=True, check=False
    )
    return told.returncode, told.stdout.decode(), told.stderr.decode()


def test_an_address_is_taken_as_it_is_read_and_without_its_last_slash(site: Path, tmp_path: Path) -> None:
    """A browser shows Arabic letters in an address, and copies them as percents."""
    serving_it = serving(site)
    address = next(serving_it)
    names = [record.parent.name for record in sorted(site.glob("articles/*/record.json"))]
    assert any(not name.isascii() for name in names)
    for ending in ("/", ""):
        code, _, errors = replayed(tmp_path, *(f"{address}/articles/{name}{ending}" for name in names))
        assert code == 0, errors
    next(serving_it, None)


@pytest.mark.parametrize("page", ["", "articles/لا-مادة-هنا/"])
def test_a_page_without_a_record_is_answered_in_a_sentence(site: Path, tmp_path: Path, page: str) -> None:
    serving_it = serving(site)
    code, said, errors = replayed(tmp_path, f"{next(serving_it)}/{page}")
    next(serving_it, None)
    assert (code, said) == (1, "")
    assert errors == (
        "record.json: HTTP Error 404: File not found. Is this an article's page? "
        "Only one whose original is published has a record.\n"
    )


@pytest.mark.parametrize("page", ["archive.test/articles/a/", "http://127.0.0.1:1/articles/a/", "no address"])
def test_what_is_no_address_is_answered_in_a_sentence(tmp_path: Path, page: str) -> None:
    code, _, errors = replayed(tmp_path, page)
    assert code == 1
    assert "Traceback" not in errors
    assert errors.startswith("record.json: ")


def test_every_repair_is_replayed_and_undone_from_the_site_alone(site: Path, tmp_path: Path) -> None:
    (tmp_path / "replay.py").write_text(script("publishing.md"), "utf-8")
    records = sorted(site.glob("articles/*/record.json"))
    assert len(records) == 5
    serving_it = serving(site)
    address = next(serving_it)
    pages = [f"{address}/articles/{quote(record.parent.name)}/" for record in records]
    told = subprocess.run([sys.executable, "-I", "-c", ALL, *pages], cwd=tmp_path, capture_output=True, check=False)
    next(serving_it, None)
    assert told.returncode == 0, told.stderr.decode()
    assert b"' ' \xe2\x86\x92" in told.stdout


def test_a_record_is_as_its_schema_says_and_has_nothing_that_is_withheld(site: Path) -> None:
    schema = json.loads((site / "data" / "record-schema.json").read_bytes())
    assert schema["properties"]["$schema"] and schema["properties"]["changes"]["description"]
    assert all(
        "description" in each
        for each in schema["$defs"]["PublicOriginal"]["properties"].values()
        if each.get("title") == "File"
    )
    kinds = set()
    for file in site.glob("articles/*/record.json"):
        record = PublicRecord.model_validate_json(file.read_bytes())
        kinds.add((record.original.encoding, record.original.bom, bool(record.original.kept_bytes)))
        if "withheld" in record.original.file:
            assert "الوزير" not in file.read_text("utf-8")
    assert {("utf-8", True, False), ("utf-16-le", True, False), ("cp1256", False, False)} <= kinds | {
        ("utf-16-le", True, False)
    }
    assert ("utf-8", False, True) in kinds
    assert "record-schema.json" in (site / "data" / "index.html").read_text("utf-8")
    package = json.loads((site / "data" / "datapackage.json").read_bytes())
    assert [each["type"] for each in package["resources"] if each["path"] == "record-schema.json"] == ["json"]


def test_an_article_without_its_original_has_no_record_and_a_site_that_does_not_ask_has_none() -> None:
    done = made()
    [file] = record_file(done, library(done))
    assert file.address == "articles/x/record.json" and b"doubled-word" in file.data
    assert list(record_file(replace(done, original=None), library(done))) == []
    assert list(record_file(replace(done, changes=()), library(done))) == []
    assert Site("x").exports == () and [each.address for each in record_schema()] == ["data/record-schema.json"]
