"""Names that a colleague's system can't hold are told before git refuses them there."""

from __future__ import annotations

import sys

import pytest

from project import Project
from warraq.press.names_elsewhere import names_elsewhere


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="this system has no such names")
def test_each_name_that_another_system_refuses_is_told_once(project: Project) -> None:
    for name in ("خبر: عاجل", "con", "con.2", "نص ", "News", "news", "é", "e\u0301", "console", "ok"):
        project.article(name)
    told = {
        problem.path.removeprefix("content/articles/"): str(problem.what)
        for problem in names_elsewhere(project.content)
    }
    assert told == {
        "خبر: عاجل.md": "Windows can't hold a name with : in it.",
        "con.md": "On Windows con is the name of a device.",
        "con.2.md": "On Windows con is the name of a device.",
        "news.md": "On Windows and macOS it is the same file as content/articles/News.md.",
        "é.md": "On Windows and macOS it is the same file as content/articles/e\u0301.md.",
    }


def test_a_path_that_windows_can_not_hold_is_told(project: Project) -> None:
    project.write(f"articles/{'ط' * 80}/{'ط' * 90}.md", "x")
    assert [str(problem.what) for problem in names_elsewhere(project.content)] == ["The path is too long for Windows."]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="this system has no such names")
def test_own_pages_and_the_files_of_the_looks_are_told_too(project: Project) -> None:
    for name in ("pages/من: نحن.md", "pages/team.en.md", "theme/Logo.svg", "theme/logo.svg"):
        project.write(name, "x")
    assert [problem.path for problem in names_elsewhere(project.content)] == [
        "content/pages/من: نحن.md",
        "content/theme/logo.svg",
    ]
