"""The hash of our code is remembered by the names, sizes and times of its files, and never outlives a change of them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from warraq.press.cache import folder_digest
from warraq.press.program_stamp import remembered_digest


@pytest.fixture
def code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a program of two files, which has been compiled."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("warraq.press.program_stamp.SETTLED", 0)
    (tmp_path / "inner").mkdir()
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "a.py").write_text("a = 1")
    (tmp_path / "inner" / "b.json").write_text("{}")
    return tmp_path


class Reading:
    """Reads a folder, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, folder: Path) -> bytes:
        self.times += 1
        return folder_digest(folder)


def test_what_has_not_changed_is_read_once(code: Path) -> None:
    read = Reading()
    assert remembered_digest(code, read) == remembered_digest(code, read) == folder_digest(code)
    assert read.times == 1


def edited(code: Path) -> None:
    times = (code / "a.py").stat()
    (code / "a.py").write_text("a = 2")
    os.utime(code / "a.py", ns=(times.st_atime_ns, times.st_mtime_ns))


def added(code: Path) -> None:
    (code / "inner" / "c.py").write_text("")


def renamed(code: Path) -> None:
    (code / "a.py").rename(code / "d.py")


@pytest.mark.parametrize("change", [edited, added, renamed])
def test_every_change_is_noticed(code: Path, change: Callable[[Path], None]) -> None:
    read = Reading()
    before = remembered_digest(code, read)
    change(code)
    assert remembered_digest(code, read) == folder_digest(code) != before
    assert read.times == 2


@pytest.mark.parametrize(
    "kept",
    [
        b"",
        b"{",
        b"[]",
        b"[" * 90_000,
        b'{"stamp": 1}',
        b'{"stamp": "%s", "digest": "00"}',
        b'{"stamp": "%s", "digest": 7}',
    ],
)
def test_whatever_lies_in_its_place_is_not_believed(code: Path, kept: bytes) -> None:
    read = Reading()
    whole = remembered_digest(code, read)
    file = code / "__pycache__" / "warraq-digest.json"
    stamp = json.loads(file.read_bytes())["stamp"].encode()
    file.write_bytes(kept.replace(b"%s", stamp))
    assert remembered_digest(code, read) == whole
    assert read.times == 2


def test_a_link_a_folder_that_cant_be_written_and_a_new_file_cost_the_reading(
    code: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (code / "__pycache__").rmdir()
    read = Reading()
    assert remembered_digest(code, read) == remembered_digest(code, read)
    assert read.times == 2
    (code / "__pycache__").mkdir()
    monkeypatch.setattr("warraq.press.program_stamp.SETTLED", 3600 * 10**9)
    assert remembered_digest(code, read) == remembered_digest(code, read)
    assert read.times == 4
    monkeypatch.setattr("warraq.press.program_stamp.SETTLED", 0)
    (code / "link.py").symlink_to(code / "a.py")
    assert remembered_digest(code, read) == remembered_digest(code, read)
    assert read.times == 6
    assert not list((code / "__pycache__").iterdir())
