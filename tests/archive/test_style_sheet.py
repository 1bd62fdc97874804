"""Rules of the editors' own: taken as they are, and what browsers will not obey is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from warraq.archive.archive import Archive
from warraq.archive.problem import Problem
from warraq.archive.reading import read_archive
from warraq.archive.theme.site_theme import SiteTheme
from warraq.archive.theme.style_sheet import StyleSheet, check_style_sheet
from warraq.pages.look import style_sheet
from warraq.press.checking import original_or_problem

CSS = "/* { url(https://x.test) */\n.body p { text-align: start }\n"


def read(folder: Path, css: bytes) -> tuple[Archive, list[Problem]]:
    content = folder / "content"
    (content / "theme").mkdir(parents=True)
    (content / "site.yaml").write_text("name: أرشيف\n", "utf-8")
    (content / "theme" / "custom.css").write_bytes(css)
    reading = read_archive(content, original_or_problem)
    return reading.archive, list(reading.problems)


def test_the_rules_stand_behind_all_others_as_they_are_written(tmp_path: Path) -> None:
    archive, problems = read(tmp_path, CSS.encode())
    assert problems == []
    assert archive.site.theme.has_style
    assert style_sheet(archive.site.theme) == CSS
    assert style_sheet(SiteTheme(face="sans", css=CSS)).endswith(f"}}\n{CSS}")


@pytest.mark.parametrize(
    ("css", "said"),
    [
        (
            "a { color: red",
            "content/theme/custom.css: Braces that nothing closes: 1. Each opening brace needs a closing one.",
        ),
        ("a } }", "content/theme/custom.css: Closing braces too many: 2. Each opening brace needs a closing one."),
        (
            "a{}" * 7000,
            ("content/theme/custom.css: The style sheet is larger than 20000 bytes, and each first visit loads it. "
            "Leave out what it does not need."),
        ),
        (
            "\n@import 'https://fonts.test/x.css';",
            ("content/theme/custom.css:2: A browser takes nothing from elsewhere for these pages: https://fonts.test/x.css. "
            "Write the rules themselves, and a small picture as data:."),
        ),
        (
            "a{background:url( '//x.test/y.png')}\n@import 'a.css';",
            ("content/theme/custom.css:1: A browser takes nothing from elsewhere for these pages: //x.test/y.png. "
            "Write the rules themselves, and a small picture as data:."),
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_with_them_is_told(tmp_path: Path, css: str, said: str) -> None:
    _, problems = read(tmp_path, css.encode())
    assert problems[0].text("en") == said
    assert problems[0].text("ar") != said


def test_what_is_no_text_is_told(tmp_path: Path) -> None:
    archive, problems = read(tmp_path, b"a{}\xff\xfe\xc3")
    assert [problem.path for problem in problems] == ["content/theme/custom.css"]
    assert archive.site.theme.css == ""


def test_a_picture_of_the_site_itself_is_none_from_elsewhere() -> None:
    found = check_style_sheet("x.css", b"a{background:url(../images/a.png)}")
    assert isinstance(found, StyleSheet)
    assert found.problems == ()
