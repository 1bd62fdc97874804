"""The made-up archive is built like any other."""

from __future__ import annotations

from pathlib import Path

from demo.archive import article, write
from project import Project


def test_the_demo_builds_without_a_word_of_complaint_and_has_every_article(tmp_path: Path) -> None:
    project = write(Project(tmp_path), 60)
    done = project.build()
    assert done.returncode == 0, done.stdout
    assert ": warning" not in done.stdout, done.stdout
    assert "المواد المنشورة: 60" in done.stdout
    assert (project.output / "undated" / "index.html").is_file()


def test_the_same_number_gives_the_same_article() -> None:
    assert article(7) == article(7) != article(8)
