"""Whoever doubts a published archive can check it, and one changed byte is found and named."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import programs
from project import ROOT

TEXT = "عنوان الخبر الأول هنا\nقال المتحدث إن السد سيُفتح غدا .وأضاف أن الماء  سيصل إلى كل بيت |\nوعاد عاد إلى المدينة"


def verified(root: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": str(ROOT / "plugins"), "PYTHONUTF8": "1", "WARRAQ_LANGUAGE": "en"}
    return programs.run("warraq.press.verify", cwd=root, env=environment)


@pytest.fixture
def archive(project: Any) -> Path:
    project.write("originals/one.txt", TEXT)
    built = project.build()
    assert built.returncode == 0, built.stdout
    return Path(project.root)


def the(root: Path, pattern: str) -> Path:
    [file] = root.glob(pattern)
    return file


def test_a_sound_archive_is_verified_and_an_editors_change_too(archive: Path, project: Any) -> None:
    assert verified(archive).stdout == "Records replayed, there and back: 1. Every hash is right.\n"
    article = the(archive, "content/articles/*.md")
    article.write_text(article.read_text(encoding="utf-8").replace("المدينة", "المدينة القديمة"), encoding="utf-8")
    assert "The words on the page don't lead back to the original." in verified(archive).stderr
    assert project.build().returncode == 0
    assert verified(archive).returncode == 0


def flipped(data: bytes) -> bytes:
    return data[:30] + bytes([data[30] ^ 1]) + data[31:]


@pytest.mark.parametrize(
    ("pattern", "change", "told"),
    [
        ("content/originals/one.txt", lambda d: d.replace("غدا".encode(), "غدً".encode()), "one"),
        ("content/records/one.json", lambda d: d.replace(b'"start": ', b'"start": 1', 1), "content/records/one.json"),
        (
            "output/articles/*/original.txt",
            flipped,
            "The published original is not the file that the record speaks of.",
        ),
        (
            "output/articles/*/compare/index.html",
            lambda d: d.replace("الماء".encode(), "الما".encode()),
            "The column of the original",
        ),
        ("output/articles/*/index.html", lambda d: d.replace("المتحدث".encode(), "الوزير".encode()), "don't lead back"),
    ],
)
def test_what_was_changed_is_found_and_named(
    archive: Path, pattern: str, change: Callable[[bytes], bytes], told: str
) -> None:
    file = the(archive, pattern)
    before = file.read_bytes()
    file.write_bytes(change(before))
    assert file.read_bytes() != before
    done = verified(archive)
    assert done.returncode == 1
    assert told in done.stderr
