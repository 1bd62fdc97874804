"""Two clones of an archive, what their editors do, and what `merge` settles."""

from __future__ import annotations

import contextlib
import sys
from datetime import date
from pathlib import Path

import pytest

from git_here import git
from warraq.desk.merging import __main__ as merging
from warraq.desk.review.editor_decisions import Choice, Decision, DecisionWriter
from warraq.desk.review.open_item import OpenItem
from warraq.desk.review.open_items import OpenItems

NAME = "000_7041dd07729f8eff"
DAY = date(2026, 11, 27)


def open_in(clone: Path) -> dict[str, OpenItem]:
    return {item.id: item for item in OpenItems.of(clone / "content").all()}


def keep(clone: Path, *items: OpenItem) -> None:
    for item in items:
        writer = DecisionWriter(OpenItems.of(clone / "content"))
        assert writer.decide([Decision(item.id, Choice.KEEP)], clone.name, DAY) == {item.id: None}
    git(clone, "commit", "-qam", "Kept")


def fix(clone: Path, item: OpenItem, new: str) -> None:
    assert item.lines is not None
    line = item.lines.markdown
    writer = DecisionWriter(OpenItems.of(clone / "content"))
    decision = Decision(item.id, Choice.FIX, line.replace(item.quote, new), line)
    assert writer.decide([decision], clone.name, DAY) == {item.id: None}
    git(clone, "commit", "-qam", "Fixed")


def settle(clone: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "argv", ["merge"])
    with contextlib.chdir(clone):
        assert merging.main() == 0, capsys.readouterr()
    return capsys.readouterr().out
