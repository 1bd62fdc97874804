"""What is carried is put where a build looks for it, or not used."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from warraq.archive.reading import read_archive
from warraq.press import carrying
from warraq.press.checking import original_or_problem
from warraq.press.shelf import Shelf, kept_shelf

from .building import DAY, Builds


@pytest.fixture
def carried(tmp_path: Path) -> tuple[Builds, dict[str, str]]:
    """Build an archive of two articles, one of them a draft, and carry it."""
    builds = Builds(tmp_path / "archive", tmp_path / "compiled")
    (tmp_path / "compiled").mkdir()
    builds.write("site.yaml", "name: أرشيف\n")
    builds.write("articles/a.md", "---\ntitle: خبر\ndate: 2024-03-15\n---\nنص الخبر.\n")
    builds.write("articles/b.md", "---\ntitle: خاص\ndate: 2024-03-15\noriginals: private\n---\nنص آخر.\n")
    builds.build()
    settings = {"CARRIED": str(tmp_path / "carried")}
    carrying.give(settings, builds.output, read_archive(builds.content, original_or_problem).archive, (), DAY)
    shutil.rmtree(builds.root / ".warraq")
    return builds, settings


def test_what_is_carried_is_taken_once(carried: tuple[Builds, dict[str, str]]) -> None:
    builds, settings = carried
    assert carrying.take(settings, builds.output)
    assert not carrying.take(settings, builds.output)  # this machine knows it itself now
    shelf = Shelf(kept_shelf(builds.output))
    assert list(shelf.kept()) == ["content/articles/a.md"]
    shelf.forget()
    builds.build()
    assert builds.printed == ["content/articles/b.md"]


def test_nothing_is_taken_where_nothing_is_named_or_no_site_stands(carried: tuple[Builds, dict[str, str]]) -> None:
    builds, settings = carried
    assert not carrying.take({}, builds.output)
    assert not carrying.take({"CARRIED": str(builds.root / "none")}, builds.output)
    (Path(settings["CARRIED"]) / "digest").write_text("0", "utf-8")
    assert not carrying.take(settings, builds.output)
    shutil.rmtree(builds.output)
    assert not carrying.take(settings, builds.output)
    carrying.give({}, builds.output, read_archive(builds.content, original_or_problem).archive, (), DAY)
    assert not (builds.root / ".warraq").exists()


def test_where_nothing_is_kept_the_site_stands_and_nothing_is_carried(carried: tuple[Builds, dict[str, str]]) -> None:
    builds, settings = carried
    archive = read_archive(builds.content, original_or_problem).archive
    carrying.give(settings, builds.output, archive, (), DAY)  # its shelf is gone
    assert not carrying.take(settings, builds.output)
    shutil.rmtree(settings["CARRIED"])
    Path(settings["CARRIED"]).write_text("in the way", "utf-8")
    carrying.give(settings, builds.output, archive, (), DAY)
    assert Path(settings["CARRIED"]).read_text("utf-8") == "in the way"
