"""Sites of Pelican's own, with the plugin and without: its themes and two that many use, its readers, no press."""

from __future__ import annotations

import filecmp
import os
import subprocess
import sys
from pathlib import Path

import pytest

from consumers import pypi
from consumers.conftest import IN_AUDIT
from consumers.npm import absent
from project import ROOT

THEMES = ROOT / "tests/consumers/pelican_themes"
SETTINGS = """
PATH, SITENAME, AUTHOR, TIMEZONE, DEFAULT_LANG, THEME = "content", "s", "a", "UTC", "ar", "simple"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
PLUGINS = ["warraq.repair.any_site.plugin"]
"""
ARTICLES = {
    "a.md": "Title: أول\nDate: 2024-01-01\nSlug: a\n\nقال ،نعم\n",
    "b.rst": "ثان\n####\n\n:date: 2024-01-02\n:slug: b\n\nقال ،نعم\n",
    "c.html": '<html><head><title>ثالث</title><meta name="date" content="2024-01-03"><meta name="slug" content="c"></head>'
    "<body><p>قال ،نعم</p></body></html>",
}


OTHERS = {
    "reflex": """
from pelican.themes import reflex
THEME, CC_LICENSE, JINJA_ENVIRONMENT = reflex.path(), {}, {"extensions": ["jinja2.ext.i18n"]}
JINJA_GLOBALS = {"gettext": lambda text, **given: text % given, "ngettext": lambda one, more, number: one if number == 1 else more}
""",
    "seafoam": """
from pelican.plugins import seafoam
THEME, BOOTSTRAP_THEME = seafoam.get_path(), "seafoam"
PLUGINS += ["pelican.plugins.seafoam", "pelican.plugins.jinja_filters"]
""",
}
"""Themes of PyPI, with what their own papers say has to stand in the settings."""


def built(folder: Path, wish: str, python: str = sys.executable) -> list[bool]:
    """Build; tell of each article whether it was repaired."""
    (folder / "pelicanconf.py").write_text(SETTINGS + wish, "utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins"), "PYTHONUTF8": "1"}

    command = [
        python,
        "-m",
        "pelican",
        "content",
        "-s",
        "pelicanconf.py",
        "-o",
        "output",
        "--fatal",
        "warnings",
    ]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return ["قال، نعم" in (folder / "output" / f"{name}.html").read_text("utf-8") for name in "abc"]


def write(folder: Path) -> None:
    (folder / "content").mkdir()
    for name, text in ARTICLES.items():
        (folder / "content" / name).write_text(text, "utf-8", newline="\n")


def test_nothing_is_done_until_the_settings_ask_for_it_and_files_stay_until_they_ask_for_more(tmp_path: Path) -> None:
    write(tmp_path)
    assert built(tmp_path, "") == [False] * 3
    assert built(tmp_path, "WARRAQ_REPAIR = True") == [True] * 3
    assert all((tmp_path / "content" / name).read_text("utf-8") == text for name, text in ARTICLES.items())
    assert built(tmp_path, "WARRAQ_REPAIR = {'write_back': True}") == [True] * 3
    assert "قال، نعم" in (tmp_path / "content/a.md").read_text("utf-8")
    assert (tmp_path / "warraq-records/a.md.1.json").is_file()


def demand_no_other_difference(folder: Path, theme: str, python: str = sys.executable) -> None:
    """Build with the plugin and without: the same files, and what differs are pages and feeds with the repaired words."""
    write(folder)
    assert built(folder, theme, python) == [False] * 3
    (folder / "output").rename(folder / "without")
    assert built(folder, f"{theme}\nWARRAQ_REPAIR = True", python) == [True] * 3
    files = {
        where: {path.relative_to(folder / where) for path in (folder / where).rglob("*") if path.is_file()}
        for where in ("without", "output")
    }
    assert files["without"] == files["output"]
    for file in files["output"]:
        if not filecmp.cmp(folder / "without" / file, folder / "output" / file, shallow=False):
            assert "قال ،نعم" in (folder / "without" / file).read_text("utf-8")
            assert "قال ،نعم" not in (folder / "output" / file).read_text("utf-8")


@pytest.mark.parametrize("theme", ["simple", "notmyidea"])
def test_a_theme_of_pelican_shows_the_repaired_words_and_is_the_same_otherwise(tmp_path: Path, theme: str) -> None:
    demand_no_other_difference(tmp_path, f"THEME = {theme!r}")


@pytest.mark.skipif(IN_AUDIT not in os.environ, reason="`python3 tasks.py audit` runs it")
@pytest.mark.parametrize("theme", sorted(OTHERS))
def test_themes_that_many_use_show_the_repaired_words_and_are_the_same_otherwise(tmp_path: Path, theme: str) -> None:
    try:
        python = str(pypi.python_of(THEMES))
    except pypi.NoPackagesError as error:
        absent(error)
    demand_no_other_difference(tmp_path, OTHERS[theme], python)
