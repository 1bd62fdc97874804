"""What both clones brought in, or renewed, is told apart: two texts of one name are two articles, one text is one."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from desk.merging.clones import NAME, settle
from git_here import git
from warraq.archive.concept import Vocabulary
from warraq.archive.record import Record
from warraq.desk.front_matter import set_value, split_body, value_of
from warraq.desk.writing import sha256_of
from warraq.repair import plan
from warraq.repair.readers import read_original


def test_of_two_renewals_that_nobody_edited_the_one_by_newer_rules_stays(
    clones: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for clone, rules, word in zip(clones, ("4", "10"), ("أولا", "ثانيا"), strict=True):
        article, record = (clone / "content" / name for name in (f"articles/{NAME}.md", f"records/{NAME}.json"))
        above, body = split_body(article.read_text("utf-8"))
        body = body.replace("وأضاف", word)
        article.write_text(above + body, "utf-8")
        made = Record.from_bytes(record.read_bytes())
        record.write_bytes(made.model_copy(update={"rules": rules, "body_sha256": sha256_of(body)}).to_bytes())
        git(clone, "commit", "-qam", "Renewed")
    first, second = clones
    git(first, "pull", "-q", str(second), code=1)
    settle(first, capsys, monkeypatch)
    for name in (f"articles/{NAME}.md", f"records/{NAME}.json"):
        assert (first / "content" / name).read_bytes() == (second / "content" / name).read_bytes()


def brought(clone: Path, text: str) -> None:
    """Bring a text in as an import does, under a name that is free here."""
    data = f"عنوان الخبر من {text}\n\nقال الوزير {text} إن العمل العمل سيبدأ في أول الشهر.\n".encode()
    planned = plan(read_original("index.txt", data), Vocabulary(), ())
    for inside, made in (("originals/index.txt", data), ("records/index.json", planned.record.to_bytes())):
        (clone / "content" / inside).write_bytes(made)
    (clone / "content/articles/index.md").write_bytes(planned.article)
    git(clone, "add", "content")
    git(clone, "commit", "-qm", "Imported")


def test_two_texts_that_came_in_under_one_name_are_two_articles(
    clones: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = clones
    brought(first, "الواحة")
    brought(second, "الجسر")
    git(first, "pull", "-q", str(second), code=1)
    capsys.readouterr()
    assert "theirs is now index-2.txt." in settle(first, capsys, monkeypatch)
    git(first, "commit", "-q", "--no-edit")
    for name in ("index", "index-2"):
        article, record = (first / "content" / inside for inside in (f"articles/{name}.md", f"records/{name}.json"))
        its = Record.from_bytes(record.read_bytes())
        assert its.original.name == value_of(article.read_text("utf-8"), "original") == f"{name}.txt"
        assert its.article_sha256 == sha256_of(article.read_text("utf-8"))
        assert its.original.sha256 == sha256((first / f"content/originals/{name}.txt").read_bytes()).hexdigest()
    kept = {f"{name}.{end}" for name in ("index", "index-2") for end in ("txt", "md", "json")}
    found = {file.name for file in (first / "content").rglob("index*")}
    assert found == kept
    titles = {value_of(f.read_text("utf-8"), "title") for f in (first / "content/articles").glob("index*.md")}
    assert titles == {"عنوان الخبر من الواحة", "عنوان الخبر من الجسر"}


def test_one_text_that_both_brought_in_has_the_decisions_of_both(
    clones: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = clones
    for clone, tag in zip(clones, ("ماء", "نهر"), strict=True):
        brought(clone, "الواحة")
        article = clone / "content/articles/index.md"
        article.write_text(set_value(article.read_text("utf-8"), "tags", [tag]), "utf-8")
        git(clone, "commit", "-qam", "Tagged")
    git(first, "pull", "-q", str(second), code=1)
    capsys.readouterr()
    settle(first, capsys, monkeypatch)
    assert value_of((first / "content/articles/index.md").read_text("utf-8"), "tags") == ["ماء", "نهر"]
