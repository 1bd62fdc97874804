"""What lies where this program keeps its own files is opened only if it is one: no link is followed, no pipe waited for."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from warraq.desk.archive_lock import archive_lock
from warraq.desk.own_files import NotOwnError
from warraq.desk.refusal import is_refusal, refusal

IN_ENGLISH = "name: تجربة\nlanguage: en\n"
NOTES = (
    b'{"turns": Infinity}',
    b'{"turns": -Infinity}',
    b'{"turns": NaN}',
    b'{"turns": 1e999}',
    b'{"turns": [[]]}',
    b'{"command": "x", "process": 1e999, "turns": 1}',
    b'{"turns": ' + b"9" * 5000 + b"}",
    b"[" * 100_000,
    b"\xff" * 300,
    b"\0" * 300,
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "project" / "content").mkdir(parents=True)
    (tmp_path / "project" / "content" / "site.yaml").write_text(IN_ENGLISH, encoding="utf-8")
    return tmp_path / "project" / "content"


def link(place: Path) -> None:
    (place.parent.parent.parent / "outside.txt").write_text("precious")
    place.symlink_to(place.parent.parent.parent / "outside.txt")


def dead_link(place: Path) -> None:
    place.symlink_to(place.parent.parent.parent / "made-by-it.txt")


def loop(place: Path) -> None:
    place.symlink_to(place)


def bound_socket(place: Path) -> None:
    here = Path.cwd()
    os.chdir(place.parent)  # a socket's path is short
    try:
        socket.socket(socket.AF_UNIX).bind(place.name)
    finally:
        os.chdir(here)


@pytest.mark.parametrize("make", [link, dead_link, loop, os.mkfifo, Path.mkdir, bound_socket])
def test_a_lock_is_taken_on_a_file_of_its_own_alone(content: Path, make: Callable[[Path], None]) -> None:
    lock = archive_lock(content, "import")
    lock.file.parent.mkdir()
    make(lock.file)
    with pytest.raises(NotOwnError) as refused, lock:
        pass
    assert is_refusal(refused.value)
    sentence = refusal(refused.value, content)
    assert sentence.startswith(".warraq/archive.lock: ") and sentence.endswith("Delete it.")
    assert lock.turns() == 0
    outside = content.parent.parent
    assert not (outside / "made-by-it.txt").exists()
    assert not (outside / "outside.txt").exists() or (outside / "outside.txt").read_text() == "precious"


def test_the_folder_of_a_lock_leads_nowhere_else(content: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    places = [tmp_path / "elsewhere", tmp_path / "nowhere"]
    for place in places:
        lock = archive_lock(content, "import")
        lock.file.parent.symlink_to(place)
        with pytest.raises(NotOwnError), lock:
            pass
        lock.file.parent.unlink()
    assert list(places[0].iterdir()) == [] and not places[1].exists()
    lock.file.parent.write_text("a file")
    with pytest.raises(NotOwnError), lock:
        pass


@pytest.mark.parametrize("note", NOTES)
def test_no_note_of_a_stranger_stops_a_command(content: Path, note: bytes) -> None:
    lock = archive_lock(content, "import")
    lock.file.parent.mkdir()
    lock.file.write_bytes(note)
    assert lock.turns() == 0
    with lock:
        pass
    assert lock.turns() == 2


def test_a_holder_s_name_is_shown_without_what_a_terminal_obeys(content: Path) -> None:
    lock = archive_lock(content, "import", patience=0)
    lock.file.parent.mkdir()
    lock.file.write_text('{"command": "\\u001b[2J", "process": 1, "turns": 1}')
    assert "\x1b" not in str(lock.taken(lock._note()[0]))  # noqa: SLF001 - what people are told of a holder
