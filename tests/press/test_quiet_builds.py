"""A build says each cause once: errors last and apart, warnings of one kind in one line with their number and what lists them."""

from __future__ import annotations

import ast
import re

import pytest

from project import ROOT, Project
from warraq.archive.problem import Level, Problem
from warraq.language import Message, message
from warraq.press.terminal import format_apart, print_warnings
from warraq.press.warning_kinds import KINDS, kind_of, no_such_kind, only_kind, warning_lines


def warning(where: str, msgid: str, line: int = 2, **values: str) -> Problem:
    what = Message(msgid, values)
    return Problem(where, line, 0, "title", what, message("Delete it."), Level.WARNING)


def same_title(number: int) -> Problem:
    return warning(f"content/articles/{number:03}.md", "{path} has the same title.", path="content/articles/x.md")


ERROR = Problem(
    "content/articles/050.md", 3, 1, "date", message("“{value}” is not a date.", value="أمس"), message("Delete it.")
)


def test_340_equal_titles_are_one_line_and_the_errors_stand_last() -> None:
    said = format_apart([same_title(n) for n in range(340)], [ERROR, ERROR], "en").splitlines()
    assert said == [
        (
            "340 × Articles with the title of another, such as content/articles/000.md:2. "
            "All of them: python3 tasks.py check --kind same-title"
        ),
        "",
        "content/articles/050.md:3:1: date: “أمس” is not a date. Delete it.",
        "content/articles/050.md:3:1: date: “أمس” is not a date. Delete it.",
    ]


def test_it_is_said_in_arabic_too() -> None:
    (line,) = warning_lines([same_title(n) for n in range(3)], "ar")
    assert line.startswith("3 × مواد لها عنوان مادة أخرى، منها content/articles/000.md:2")
    assert line.endswith("python3 tasks.py check --kind same-title")


def test_a_single_warning_is_told_whole_and_the_most_frequent_kind_first() -> None:
    lonely = warning("a.md", "Doubts still open: {number}.", number="7")
    lines = list(warning_lines([lonely, same_title(1), same_title(2)], "en"))
    assert [line.split()[0] for line in lines] == ["2", "a.md:2:"]
    assert lines[1] == "a.md:2: title: Doubts still open: 7. Delete it."


def test_a_sentence_that_nobody_named_is_a_kind_of_its_own() -> None:
    new = [warning(f"{n}.md", "Something {new} is wrong here today.", new=str(n)) for n in range(2)]
    (line,) = warning_lines(new, "en")
    assert line.startswith("2 × Something 0 is wrong here today, such as 0.md:2. ")
    assert line.endswith("--kind something-is-wrong-here")
    assert only_kind([*new, same_title(1)], "something-is-wrong-here") == tuple(new)
    assert kind_of(warning("a.md", "{what}", what="x")) == "other"


def test_a_name_with_line_ends_is_one_line() -> None:
    (line,) = warning_lines([warning("a\nb.md", "{path} has the same title.", path="x")] * 2, "en")
    assert "\n" not in line


def test_every_named_sentence_is_one_of_the_code() -> None:
    code = "".join(
        f.read_text("utf-8") for f in sorted((ROOT / "plugins/warraq").rglob("*.py")) if f.name != "warning_kinds.py"
    )
    said = {
        n.value
        for n in ast.walk(ast.parse("[" + ",".join(re.findall(r'message\(\s*("(?:[^"\\]|\\.)*")', code)) + "]"))
        if isinstance(n, ast.Constant)
    }
    assert set(KINDS) <= said


def test_what_lists_them_lists_these_alone_and_a_slip_is_answered_with_the_kinds() -> None:
    everything = [ERROR, same_title(1), same_title(2), warning("a.md", "Doubts still open: {number}.", number="7")]
    assert only_kind(everything, "same-title") == (everything[1], everything[2])
    assert (
        str(no_such_kind(everything, "title"))
        == "There is no warning of the kind title; there are: open-doubts, same-title."
    )
    assert str(no_such_kind([ERROR], "title")) == "There is no warning of the kind title, and no other either."


def test_warnings_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    print_warnings([], "en")
    print_warnings([same_title(1)], "en")
    assert capsys.readouterr() == (
        "",
        "content/articles/001.md:2: title: content/articles/x.md has the same title. Delete it.\n",
    )


def test_check_lists_one_kind(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from warraq.press.__main__ import check

    monkeypatch.setenv("WARRAQ_LANGUAGE", "en")
    for number in range(3):
        project.article(f"a{number}", title="خبر", date="unknown")
    assert check(project.content, "text", kind="same-title") == 0
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()[:2]] == [
        "content/articles/a1.md",
        "content/articles/a2.md",
    ]
    assert check(project.content, "text", kind="titel") == 0
    assert capsys.readouterr().out == "There is no warning of the kind titel; there are: same-title, undated.\n"
    assert check(project.content, "json", kind="titel") == 0
    assert capsys.readouterr().out == "[]\n"
