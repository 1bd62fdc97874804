"""Any error ends the build: exit code 1, every problem of every file printed, nothing written."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import programs
from archive.broken import BROKEN
from project import Project


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project.empty(tmp_path_factory.mktemp("standing"))
    project.article("sound")
    done = project.build()
    assert done.returncode == 0, done.stdout
    return project


@pytest.fixture
def standing(built_once: Project, tmp_path: Path) -> Project:
    """Copy an archive that was built before."""
    shutil.copytree(built_once.root, tmp_path, dirs_exist_ok=True)
    return Project(tmp_path)


def refused(project: Project, *lines_wanted: str) -> str:
    """Build and assert that nothing was written; return the output."""
    before = project.hashes("content"), project.hashes("output")
    done = project.build(WARRAQ_LANGUAGE="en")
    assert done.returncode == 1, done.stdout
    assert (project.hashes("content"), project.hashes("output")) == before
    assert not (project.root / "output.new").exists()
    lines = done.stdout.splitlines()
    for line in lines_wanted:
        assert line in lines, done.stdout
    return done.stdout


def test_every_broken_input_is_printed_in_one_run_and_nothing_is_written(standing: Project) -> None:
    expected = []
    for number, broken in enumerate(BROKEN):
        path = f"content/articles/{number:03}.md"
        standing.write(f"articles/{number:03}.md", broken.data)
        expected += [f"{path}:{message}".replace("content/articles/x.md", path) for message in broken.said]
    output = refused(standing, *expected)
    assert output.splitlines()[-1] == f"Errors: {len(expected)}; nothing was written."
    assert "Traceback" not in output


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        (
            "empty.txt",
            b"",
            "content/originals/empty.txt: The file holds no text. Put the original's text into it, or delete it.",
        ),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None),
        ("zeros.txt", bytes(400), None),
    ],
)
def test_an_original_that_is_not_a_text_ends_the_build_of_an_article_that_names_it(
    standing: Project, name: str, data: bytes, message: str | None
) -> None:
    standing.write(f"originals/{name}", data)
    standing.write("articles/x.md", f"---\ntitle: عنوان\noriginal: {name}\n---\nنص.\n")
    output = refused(standing, *([message] if message else []))
    assert f"content/originals/{name}" in output


def test_originals_that_nothing_was_made_of_are_named_and_left_out(standing: Project) -> None:
    for name, data in (
        ("empty.txt", b""),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("zeros.txt", bytes(400)),
    ):
        standing.write(f"originals/{name}", data)
    standing.write("originals/good.txt", "عنوان الخبر هنا\nقال الوزير إن الاجتماع كان ناجحا.\n")
    done = standing.build(WARRAQ_LANGUAGE="en")
    assert done.returncode == 0, done.stdout
    assert re.search(r"^3 × .*content/originals/empty\.txt", done.stdout, re.MULTILINE)
    checked = programs.run(
        "warraq", "press", "check", "--lang=en", cwd=standing.root, env=standing.environment(), merged=True
    )
    assert all(f"content/originals/{name}.txt" in checked.stdout for name in ("empty", "picture", "zeros"))
    assert (standing.content / "articles/good.md").is_file()
    assert sorted(file.name for file in (standing.content / "records").iterdir()) == ["good.json"]


def test_an_error_anywhere_leaves_an_original_unrepaired(standing: Project) -> None:
    standing.write("originals/a.txt", "عنوان الخبر هنا\nقال الوزير إن الاجتماع كان ناجحا.\n")
    standing.article("broken", date="أمس")
    output = refused(standing)
    assert "content/articles/broken.md:3:1: date: “أمس” is not a date." in output
    assert not (standing.content / "records").exists()


def test_a_link_and_a_picture_that_lead_nowhere_end_the_build(standing: Project) -> None:
    standing.article("x", body="[رابط]({filename}nope.md)\n\n![صورة]({static}images/nope.png)")
    todo = "Write the name of a file below content/articles/ or of one below content/."
    refused(
        standing,
        f"content/articles/x.md:5:8: {{filename}}nope.md leads to no file. {todo}",
        f"content/articles/x.md:7:9: {{static}}images/nope.png leads to no file. {todo}",
    )


def test_a_settings_file_that_is_wrong_ends_the_build(standing: Project) -> None:
    standing.write("site.yaml", "name: x\nlanguage: xx\n")
    refused(
        standing, "content/site.yaml:2:1: language: The pages are not translated into “xx”. Write one of: ar, en, fa."
    )


@pytest.mark.parametrize("site_url", ["example.org", "ftp://example.org", "https:///x", "https://example.org/?x=1"])
def test_a_malformed_site_url_ends_the_build(standing: Project, site_url: str) -> None:
    standing.set(SITEURL=site_url)
    refused(
        standing,
        f"settings: SITEURL: “{site_url}” is not the address of a site. Write it as https://example.org/archive",
    )


def test_a_theme_without_our_templates_ends_the_build(standing: Project) -> None:
    (standing.root / "no-such-theme").mkdir()
    standing.set(THEME=str(standing.root / "no-such-theme"))
    refused(
        standing,
        "settings: THEME: The theme no-such-theme has no templates/base.html. "
        "Write the path of a theme for Warraq, such as theme.",
    )


def test_messages_come_in_the_site_s_language(standing: Project) -> None:
    standing.article("broken", date="أمس")
    done = standing.build()
    assert "content/articles/broken.md:3:1: date: «أمس» ليس تاريخًا." in done.stdout
    assert done.stdout.splitlines()[-1] == "الأخطاء: 1؛ ولم يُكتب شيء."


def test_pelican_s_own_command_prints_the_problems_too_even_with_quiet(standing: Project) -> None:
    standing.article("broken", date="أمس")
    _, _, module, *arguments = standing.command()
    done = programs.run(module, *arguments, "-q", cwd=standing.root, env=standing.environment())
    assert done.returncode == 1
    assert "content/articles/broken.md:3:1: date: «أمس» ليس تاريخًا." in done.stderr
