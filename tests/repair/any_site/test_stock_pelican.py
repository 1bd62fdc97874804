"""A site of Pelican's own, with the plugin and without: its theme, its readers, no press."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from project import ROOT

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


def built(folder: Path, wish: str) -> list[bool]:
    """Build; tell of each article whether it was repaired."""
    (folder / "pelicanconf.py").write_text(SETTINGS + wish, "utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins"), "PYTHONUTF8": "1"}
    command = [
        sys.executable,
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


def test_nothing_is_done_until_the_settings_ask_for_it_and_files_stay_until_they_ask_for_more(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "content" / name).write_text(text, "utf-8", newline="\n")
    assert built(tmp_path, "") == [False] * 3
    assert built(tmp_path, "WARRAQ_REPAIR = True") == [True] * 3
    assert all((tmp_path / "content" / name).read_text("utf-8") == text for name, text in ARTICLES.items())
    assert built(tmp_path, "WARRAQ_REPAIR = {'write_back': True}") == [True] * 3
    assert "قال، نعم" in (tmp_path / "content/a.md").read_text("utf-8")
    assert (tmp_path / "warraq-records/a.md.1.json").is_file()
