"""Only a whole site is exchanged, `verify` notices what it lacks later, and a disk that fills at any moment costs nothing."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from project import ROOT, Project
from warraq.pages import kinds, pages
from warraq.pages.invisibles import mark_invisibles
from warraq.pages.page import File, Library
from warraq.press import exchange, verify
from warraq.press.checking import check_archive
from warraq.press.page_problems import failed_kind, failed_page
from warraq.press.second_tree import list_folder
from warraq.press.site_manifest import SiteManifest, kept_list, manifest_problems, next_list

FULL_DISKS = int(os.environ.get("WARRAQ_FULL_DISKS", "1"))
"""How many disks of each command fill."""
SMALL_DISK = Path(__file__).parent / "full_disk"


def site(folder: Path, text: str) -> SiteManifest:
    manifest = SiteManifest()
    for name in ("index.html", "theme/style.css"):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    manifest.add("index.html", text.encode())
    manifest.add_copy("theme/style.css", folder / "theme/style.css")
    return manifest


def test_what_was_planned_and_is_not_there_is_named(tmp_path: Path) -> None:
    manifest = site(tmp_path, "whole")

    def lacking() -> list[str]:
        return manifest.lacking(list_folder(tmp_path).files, tmp_path)

    assert lacking() == []
    (tmp_path / "index.html").write_text("who")
    (tmp_path / "theme/style.css").write_text("other")
    assert lacking() == ["index.html", "theme/style.css"]
    (tmp_path / "theme/style.css").unlink()
    assert lacking() == ["index.html", "theme/style.css"]


@pytest.mark.parametrize(
    ("standing", "listed"),
    [
        ({"output": "former", "output.new": "half"}, "former"),  # killed before the exchange
        ({"output.old": "former", "output.new": "new"}, "new"),  # between the two renames
        ({"output": "new", "output.old": "former"}, "new"),  # before the list took its name
        ({"output": "new"}, "new"),
        ({"output.new": "half"}, ""),  # in the very first build
    ],
)
def test_the_list_is_always_that_of_the_site_which_stands(
    tmp_path: Path, standing: dict[str, str], listed: str
) -> None:
    output = tmp_path / "output"
    site(tmp_path / "of-former", "former").write(output)
    if listed:
        next_list(output).replace(kept_list(output))
    else:
        next_list(output).unlink()
    for folder, text in standing.items():
        site(tmp_path / folder, text)
    site(tmp_path / "of-new", "new").write(output)
    exchange.finish_interrupted(output)
    assert not next_list(output).exists()
    assert manifest_problems(output) == ([] if listed else None)
    if listed:
        assert (output / "index.html").read_text() == listed


def failing(page: str, library: Library) -> list[File]:
    """Fail at one article, whichever others are there."""
    if any(made.article.slug == page for made in library.articles):
        mark_invisibles(None)  # type: ignore[arg-type]  # so that it fails within our code
    return []


def test_a_kind_of_page_that_fails_names_the_articles_at_which_it_does(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(9):
        project.article(f"a{number}", title=f"خبر {number}")
    library = check_archive(project.content, date(2027, 1, 15), repairing=False).library("", date(2027, 1, 15))
    broken = (lambda its: failing("a4", its), lambda its: failing("a7", its), *kinds())
    monkeypatch.setattr("warraq.pages.kinds", lambda: broken)
    told: list[str] = []
    made = list(pages(library, lambda kind, error: told.extend(map(str, failed_kind(kind, library, error, "content")))))
    assert [line.partition(" This")[0] for line in told] == ["content/articles/a4.md:", "content/articles/a7.md:"]
    assert len(made) > 9
    with pytest.raises(TypeError):
        list(pages(library))
    assert failed_page("articles/a3/", library, MemoryError(), "output").path == "content/articles/a3.md"
    assert failed_page("tags/x/", library, MemoryError(), "output").path == "output/tags/x/"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project.empty(tmp_path_factory.mktemp("built"))
    project.article("one")
    done = project.build()
    assert done.returncode == 0, done.stdout
    return project


def small(**environment: str) -> dict[str, str]:
    return {"PYTHONPATH": os.pathsep.join([str(SMALL_DISK), str(ROOT / "plugins")]), **environment}


def test_a_style_sheet_that_can_t_be_copied_keeps_the_former_site(built: Project) -> None:
    before = built.hashes("output")
    done = built.build(WARRAQ_LANGUAGE="en", **small(WARRAQ_DISK_REFUSES="style.css"))
    assert done.returncode == 1
    said = "Files that could not be written: 1, such as theme/css/style.css. The former site stays."
    assert said in done.stdout.splitlines()
    assert "Traceback" not in done.stdout
    assert built.hashes("output") == before
    assert not (built.root / "output.new").exists()


def test_verify_notices_what_the_site_lacks_and_what_was_changed(
    built: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WARRAQ_LANGUAGE", "en")
    given = ["--content", str(built.content), "--output", str(built.output)]
    assert verify.main(given) == 0
    style, page = built.output / "theme/css/style.css", built.output / "index.html"
    kept = style.read_bytes(), page.read_bytes()
    style.unlink()
    page.write_bytes(kept[1] + b" ")
    capsys.readouterr()
    assert verify.main(given) == 1
    assert capsys.readouterr().err.splitlines() == [
        "output/index.html: The file is not as it was built. Build the site anew: python3 tasks.py build",
        "output/theme/css/style.css: The site lacks this file. Build the site anew: python3 tasks.py build",
    ]
    style.write_bytes(kept[0])
    page.write_bytes(kept[1])


@pytest.mark.skipif(sys.platform == "win32", reason="one system is enough to fill")
@pytest.mark.parametrize("number", range(FULL_DISKS))
def test_a_build_on_a_disk_that_fills_leaves_the_former_site(built: Project, number: int) -> None:
    room = random.Random(number).randrange(600_000)
    built.article("one", title=f"خبر {number}")
    before = built.hashes("content"), built.hashes("output")
    done = built.build(WARRAQ_LANGUAGE="en", **small(WARRAQ_DISK_BYTES=str(room)))
    assert "Traceback" not in done.stdout, done.stdout
    assert built.hashes("content") == before[0]
    if done.returncode:
        assert built.hashes("output") == before[1]
        assert not (built.root / "output.new").exists()
        assert any(
            re.search("No space left|could not be written|لا مساحة باقية", line) for line in done.stdout.splitlines()
        )
    assert manifest_problems(built.output) == []


@pytest.mark.skipif(sys.platform == "win32", reason="one system is enough to fill")
@pytest.mark.parametrize("number", range(FULL_DISKS))
def test_an_import_on_a_disk_that_fills_says_so_and_goes_on_afterwards(tmp_path: Path, number: int) -> None:
    project = Project.empty(tmp_path)
    folder = tmp_path / "pages"
    folder.mkdir()
    for page in range(4):
        (folder / f"{page}.txt").write_text(f"عنوان الخبر رقم {page}\n\nقال الوزير إن الاجتماع {page} كان ناجحا.\n" * 3)
    room = random.Random(number).randrange(14_000)
    command = [sys.executable, "-m", "warraq", "desk.importing", "pages"]

    def run(**environment: str) -> subprocess.CompletedProcess[str]:
        more = project.environment(WARRAQ_LANGUAGE="en", **environment)
        return subprocess.run(command, cwd=tmp_path, env=more, capture_output=True, text=True, check=False)

    done = run(**small(WARRAQ_DISK_BYTES=str(room)))
    assert "Traceback" not in done.stderr, done.stderr
    whole = project.hashes("content")
    again = run(**small())
    assert again.returncode == 0, again.stderr
    after = project.hashes("content")
    assert len([name for name in after if name.startswith("articles/")]) == 4
    assert {name: after[name] for name in whole} == whole  # what stood was whole
