"""Blocks of the theme that editors replaced: they hold in the next version too, and which of them it changed is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from project import ROOT, Project
from warraq.archive.problem import Level
from warraq.press.own_templates import own_template_problems

OWN = '{% extends "shipped/about.html" %}\n{% block main %}{{ super() }}<p class="ours">كلام لنا</p>{% endblock %}\n'
SHIPPED = '{% extends "base.html" %}\n{% block main %}a{% block inner %}b{% endblock %}c{% endblock %}\n'
BASE = "<html>{% block title %}x{% endblock %}{% block main %}{% endblock %}</html>"


def told(folder: Path, own: str, name: str = "about.html") -> list[str]:
    shipped = folder / "shipped"
    shipped.mkdir(exist_ok=True)
    if not (shipped / "about.html").exists():
        (shipped / "about.html").write_text(SHIPPED, "utf-8")
        (shipped / "base.html").write_text(BASE, "utf-8")
    (folder / "templates").mkdir(exist_ok=True)
    (folder / "templates" / name).write_text(own, "utf-8")
    problems = list(own_template_problems(folder / "content", shipped))
    assert all(problem.text("ar") != problem.text("en") for problem in problems)
    return [problem.text("en") for problem in problems]


def note(folder: Path, own: str) -> str:
    """Give the note that is asked for."""
    [said] = told(folder, own)
    return said[said.index("{#") : said.index("#}") + 2]


def test_a_block_that_is_noted_is_silent_until_the_theme_changes_it(tmp_path: Path) -> None:
    [said] = told(tmp_path, OWN)
    assert said.startswith(
        "templates/about.html:2: Which block main of the theme this one replaces is not noted. Write {# shipped main: "
    )
    noted = OWN + note(tmp_path, OWN)
    assert told(tmp_path, noted) == []
    (tmp_path / "shipped" / "base.html").write_text(BASE.replace("x", "y"), "utf-8")
    assert told(tmp_path, noted) == []
    (tmp_path / "shipped" / "about.html").write_text(SHIPPED.replace("}b{", "}d{"), "utf-8")
    [said] = told(tmp_path, noted)
    assert said.startswith(
        "templates/about.html:2: The theme's block main has changed since this one replaced it. "
        "Take over what you want of it; then write {# shipped main: "
    )


def test_a_block_of_what_the_template_extends_is_found(tmp_path: Path) -> None:
    own = '{% extends "shipped/about.html" %}{% block title %}y{% endblock %}'
    assert told(tmp_path, own + note(tmp_path, own)) == []


def test_a_block_that_is_no_more_is_told(tmp_path: Path) -> None:
    own = '{% extends "shipped/about.html" %}\n\n{% block gone %}y{% endblock %}'
    assert told(tmp_path, own) == [
        (
            "templates/about.html:3: The theme has no block gone: what stands in it is on no page. "
            "Move it into one of its blocks, or take it out: main, inner, title."
        )
    ]


def test_a_template_that_replaces_another_whole_notes_the_whole(tmp_path: Path) -> None:
    assert told(tmp_path, "mine " + note(tmp_path, "mine")) == []
    assert "{# shipped all: " in told(tmp_path, "mine")[0]


def test_a_template_of_their_own_that_another_uses_replaces_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, OWN, "about.txt") == []
    uses = '{% include "mine.html" %}'
    assert told(tmp_path, uses + note(tmp_path, uses)) == []
    assert told(tmp_path, OWN, "mine.html") == []


@pytest.mark.parametrize(
    ("name", "todo"),
    [("abuot.html", "Did you mean about.html?"), ("x.html", "Give it the name of one: about.html, base.html.")],
)
def test_a_template_that_nothing_uses_is_told(tmp_path: Path, name: str, todo: str) -> None:
    assert told(tmp_path, OWN, name) == [
        f"templates/{name}:1: The theme has no template of this name, and none of yours uses it: it is on no page. {todo}"
    ]


@pytest.mark.parametrize(
    ("parent", "what"),
    [
        ("about.html", "This template extends itself."),
        ("shipped/abuot.html", "There is no template shipped/abuot.html."),
    ],
)
def test_a_template_that_no_build_could_print_is_an_error(tmp_path: Path, parent: str, what: str) -> None:
    own = OWN.replace("shipped/about.html", parent)
    assert told(tmp_path, own) == [
        f'templates/about.html:1: {what} Write {{% extends "shipped/about.html" %}}, which is the theme\'s.'
    ]
    assert next(own_template_problems(tmp_path / "content", tmp_path / "shipped")).level is Level.ERROR


def test_a_template_that_extends_another_of_theirs_is_told_nothing(tmp_path: Path) -> None:
    between = '{% extends "frame.html" %}{% block ours %}x{% endblock %}'
    told(tmp_path, between)
    assert told(tmp_path, '{% extends "shipped/base.html" %}', "frame.html") == []


def test_without_a_folder_nothing_is_told(tmp_path: Path) -> None:
    assert list(own_template_problems(tmp_path / "content")) == []


def test_a_block_is_replaced_in_the_site_and_the_build_tells_what_it_replaces(project: Project) -> None:
    project.article("a")
    folder = project.root / "templates"
    folder.mkdir()
    (folder / "about.html").write_text(OWN, "utf-8")
    built = project.build()
    assert built.returncode == 0, built.stdout
    assert "{# shipped main: " in built.stdout
    about = (project.output / "about" / "index.html").read_text("utf-8")
    assert "كلام لنا" in about and "class=ours" in about and "<h1>" in about
    assert (ROOT / "theme" / "templates" / "about.html").is_file()
