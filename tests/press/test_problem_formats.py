"""The formats of problems: order, counts, and characters that a format reads as its own."""

from __future__ import annotations

import json

import pytest

from warraq.archive.problem import Level, Problem
from warraq.language import Message, message
from warraq.press.problem_formats import as_github, as_json, as_text

TODO = message("Delete it.")


def problem(path: str = "content/articles/a.md", what: str = "x", line: int = 3, level: Level = Level.ERROR) -> Problem:
    return Problem(path, line, 1 if line else 0, "date" if line else "", Message(what, {}), TODO, level)


PROBLEMS = [problem("b.md"), problem("a.md", level=Level.WARNING), problem("c.md", level=Level.WARNING)]


def test_errors_stand_apart_below_the_warnings_and_both_are_counted() -> None:
    assert as_text(PROBLEMS, "en").splitlines() == [
        "a.md:3:1: date: x Delete it.",
        "c.md:3:1: date: x Delete it.",
        "",
        "b.md:3:1: date: x Delete it.",
        "Errors: 1, warnings: 2.",
    ]


def test_every_warning_is_listed_whole() -> None:
    many = [problem(f"a{n}.md", level=Level.WARNING) for n in range(340)]
    assert as_text(many, "en").splitlines()[:-1] == [f"a{n}.md:3:1: date: x Delete it." for n in range(340)]


def test_json_keeps_the_order_and_the_arabic_letters() -> None:
    text = as_json([problem("ب.md"), problem("أ.md")], "en")
    assert [each["path"] for each in json.loads(text)] == ["ب.md", "أ.md"]
    assert "ب.md" in text


def test_no_problem_is_an_empty_list_to_programs_and_no_command_to_github() -> None:
    assert json.loads(as_json([], "en")) == []
    assert as_github([], "en") == ""


@pytest.mark.parametrize(
    ("character", "in_property", "in_message"),
    [
        ("%", "%25", "%25"),
        ("\r", "%0D", "%0D"),
        ("\n", "%0A", "%0A"),
        (",", "%2C", ","),
        (":", "%3A", ":"),
        ("؛", "؛", "؛"),
    ],
)
def test_github_gets_every_character_of_its_own_escaped(character: str, in_property: str, in_message: str) -> None:
    command = as_github([problem(f"a{character}.md", f"x{character}y")], "en")
    assert command == f"::error file=a{in_property}.md,line=3,col=1,title=date::x{in_message}y Delete it."


def test_github_gets_no_line_of_a_problem_that_has_none() -> None:
    assert as_github([problem("a.md", line=0)], "en") == "::error file=a.md::x Delete it."


def test_each_problem_is_one_command() -> None:
    assert len(as_github(PROBLEMS, "en").splitlines()) == len(PROBLEMS)
